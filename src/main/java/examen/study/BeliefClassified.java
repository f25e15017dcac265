package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Table;
import examen.stats.rate.Proportion;
import examen.stats.rate.TwoRates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The table of stated beliefs by what a classifier says of all, as if it never erred: for contrast
 * with what people say of a sample.
 *
 * @param cases those of which the table is
 * @param beliefs of the classifier, and for which answers they stand
 */
record BeliefClassified(
    List<Case> cases,
    List<String> categories,
    Variable.OfLabel belief,
    LabelAnswers beliefs,
    Judging outcome) {
  static final Choice BELIEF =
      new Choice(
          "predicted-belief",
          "Belief by the classifier",
          "the label that says what is stated, for the table by the classifier alone",
          Choice.Kind.LABEL,
          "");

  private Optional<String> belief(Case one) {
    return belief.of(one).flatMap(beliefs::of);
  }

  private List<Case> row(Predicate<String> wanted) {
    return cases.stream().filter(one -> belief(one).filter(wanted).isPresent()).toList();
  }

  private Slice slice(String category) {
    return Slice.of(List.of(category), row(category::equals), outcome);
  }

  private TwoRates rates() {
    return new TwoRates(slice(categories.get(0)).share(), slice(categories.get(1)).share());
  }

  Table table(double confidence) {
    List<List<Cell>> lines = new ArrayList<>();
    Slice all = Slice.of(List.of(), row(categories::contains), outcome);
    for (String category : categories) {
      lines.add(line(BeliefReport.name(category), slice(category), all, confidence));
    }
    lines.add(line("all", all, all, confidence));
    return new Table(
        "belief-classified",
        "By the classifier alone, as if it never erred",
        List.of(
            Column.words("belief", belief.name()),
            Column.numbers("count", "yes / labelled"),
            Column.numbers("rate", "rate"),
            Column.numbers("interval", Choices.percent(confidence) + " Wilson"),
            Column.numbers("share", "share of all")),
        lines,
        List.of(
            "Of %,d transcripts %,d have no label for both."
                .formatted(cases.size(), cases.size() - all.share().total())));
  }

  private static List<Cell> line(String name, Slice row, Slice all, double confidence) {
    List<Cell> cells = Rates.cells(row, confidence, all.share().total());
    List<Cell> line = new ArrayList<>(List.of(Cell.words(name)));
    line.addAll(cells.subList(0, 3));
    line.add(Showing.rate(new Proportion(row.share().total(), all.share().total())));
    return line;
  }

  /** Why it says something else than people do. */
  String note() {
    return "By the classifier alone the difference is %s points. Where that is not what the plan says, it is by its errors: an error in the belief moves a transcript to another row, and a small row then holds many that belong to a large one; no correction of the outcome alone puts that right."
        .formatted(Showing.points(rates().difference()).text());
  }
}
