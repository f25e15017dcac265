package examen.study;

import examen.codebook.Answer;
import examen.codebook.Evidence;
import examen.codebook.Question;
import examen.rating.RaterId;
import examen.report.Cell;
import examen.report.Column;
import examen.report.Table;
import examen.stats.Interval;
import examen.stats.ReliabilityTable;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.agreement.KrippendorffAlpha;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far the labels of a table of stated beliefs bear it: who gave them, how well they agree on
 * the belief and on the outcome, each by itself, what each rater's labels alone say, and how many
 * beliefs no marked place shows.
 *
 * @param frame the transcripts of the table
 */
record BeliefLabels(Frame frame, Variable belief, Outcome outcome, Gold gold) {
  static final String ALPHA = "Krippendorff's alpha, nominal (Krippendorff 2011)";

  /** "labels: 2 raters, majority ...; alpha of belief 0.83 (...)". */
  String line() {
    long raters = raters().size();
    return "labels: %s; alpha of belief %s, alpha of outcome %s"
        .formatted(
            isHuman()
                ? Counted.of(raters, "rater") + ", " + gold.title()
                : Notes.whose(gold, outcome),
            alpha(belief),
            alpha(outcome.variable()));
  }

  private boolean isHuman() {
    return belief instanceof Variable.Human && outcome.variable() instanceof Variable.Human;
  }

  private List<RaterId> raters() {
    return frame.raters();
  }

  private String alpha(Variable variable) {
    if (!(variable instanceof Variable.Human human)) {
      return "undefined (no rater's word)";
    }
    ReliabilityTable table = Ratings.of(frame, human).table();
    long pairable = 0;
    for (int unit = 0; unit < table.units(); unit++) {
      pairable += table.ratingsOf(unit) > 1 ? 1 : 0;
    }
    if (pairable == 0) {
      return "undefined (no transcript was read by two)";
    }
    Result alpha = new KrippendorffAlpha().on(table).each();
    return "%s (%,d read by two or more)".formatted(Showing.number(alpha, 2).text(), pairable);
  }

  /** The difference by each rater's labels alone; nothing where fewer than two gave both. */
  Optional<Table> byRater(String real, String evaluation, double confidence) {
    if (!isHuman() || raters().size() < 2) {
      return Optional.empty();
    }
    List<List<Cell>> rows =
        alone(real, evaluation).stream()
            .map(
                one -> {
                  List<Cell> cells =
                      one.cells(Contrasted.Width.SHORT, confidence, new Undefined("not adjusted"));
                  return List.of(
                      Cell.words(one.firstName()),
                      cells.get(2),
                      cells.get(3),
                      cells.get(4),
                      cells.get(5));
                })
            .toList();
    return Optional.of(
        new Table(
            "raters",
            "Each rater's labels alone",
            List.of(
                Column.words("rater", "rater"),
                Column.numbers("real", real),
                Column.numbers("evaluation", evaluation),
                Column.numbers("difference", "difference"),
                Column.numbers("newcombe", Choices.percent(confidence) + " Newcombe")),
            rows,
            List.of()));
  }

  /** From where to where the difference lies over raters. */
  Optional<String> range(String real, String evaluation) {
    if (!isHuman() || raters().size() < 2) {
      return Optional.empty();
    }
    List<Double> defined =
        alone(real, evaluation).stream()
            .map(one -> one.rates().difference().orNaN())
            .filter(difference -> !difference.isNaN())
            .sorted()
            .toList();
    return defined.isEmpty()
        ? Optional.of("Over raters: undefined (no rater has both rows).")
        : Optional.of(
            "Over %s, by each one's labels alone: difference within %s points."
                .formatted(
                    Counted.of(defined.size(), "rater"),
                    Showing.points(
                            new Interval(defined.getFirst(), defined.getLast(), 0.5, "range"))
                        .text()));
  }

  private List<Contrasted> alone(String real, String evaluation) {
    return raters().stream()
        .map(
            rater -> {
              Gold own = new Gold.OfRater(rater);
              Judging judging = new Judging(frame, outcome, own);
              return new Contrasted(
                  rater.value(), slice(real, own, judging), "", slice(evaluation, own, judging));
            })
        .toList();
  }

  private Slice slice(String category, Gold own, Judging judging) {
    var held = own.of(frame, belief);
    return Slice.of(
        List.of(category),
        frame.cases().stream().filter(c -> category.equals(held.get(c.id()))).toList(),
        judging);
  }

  /** How many verdicts on the belief have no marked place that shows them. */
  List<String> spans() {
    return switch (belief) {
      case Variable.OfQuestion(var id) ->
          frame.codebook().question(id).map(this::spans).orElse(List.of());
      case Variable.OfLabel _ ->
          List.of("The belief is a classifier's label: no marked place is asked of it.");
      default -> List.of();
    };
  }

  private List<String> spans(Question question) {
    long asked = 0;
    long shown = 0;
    for (Case one : frame.cases()) {
      for (Sheet sheet : one.submitted()) {
        Evidence evidence =
            sheet
                .answer(question.id())
                .flatMap(question::answer)
                .map(Answer::evidence)
                .orElse(new Evidence.None());
        if (!(evidence instanceof Evidence.None)) {
          asked++;
          shown += isShown(sheet, evidence) ? 1 : 0;
        }
      }
    }
    return List.of(
        "Of %s that a belief is stated, %,d without a marked place that shows it."
            .formatted(Counted.of(asked, "verdict"), asked - shown));
  }

  private boolean isShown(Sheet sheet, Evidence evidence) {
    return sheet.annotations().stream()
        .anyMatch(annotation -> evidence.isShownBy(annotation.tag(), frame.codebook()));
  }

  /** What is said where a classifier labelled. */
  List<String> classifier() {
    boolean labelled =
        Stream.of(belief, outcome.variable()).anyMatch(Variable.OfLabel.class::isInstance);
    return labelled
        ? List.of(
            "Not corrected for the classifier's errors: no sample with known probabilities, read by"
                + " people, is at hand. An error in the belief moves a transcript to another row,"
                + " which can make a small row's rate several times too high.")
        : List.of();
  }
}
