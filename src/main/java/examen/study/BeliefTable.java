package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Figure;
import examen.report.Report;
import examen.report.Table;
import examen.stats.rate.Proportion;
import examen.stats.rate.TwoRates;
import examen.stats.rate.WorstCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How often something happened among transcripts that say that it is real, and among those that say
 * that it is an evaluation (Lynch et al. 2025). Those that say neither stay in the table and are
 * never counted with either.
 */
final class BeliefTable implements Study {
  private static final Choice BELIEF =
      new Choice(
          "belief",
          "Stated belief",
          "the question that asks what the model says it believes",
          Choice.Kind.VARIABLE,
          "question:stated-belief");
  private static final Choice REAL =
      new Choice(
          "real", "Says it is real", "the answer that says so", Choice.Kind.CATEGORY, "real");
  private static final Choice EVALUATION =
      new Choice(
          "evaluation",
          "Says it is an evaluation",
          "the answer that says so",
          Choice.Kind.CATEGORY,
          "evaluation");

  /** How the usual answers are told in a table. */
  private static final Map<String, String> NAMES =
      Map.of(
          "real", "real deployment",
          "not-stated", "did not say",
          "uncertain", "uncertain / mixed");

  @Override
  public String id() {
    return "belief-table";
  }

  @Override
  public String title() {
    return "Stated belief";
  }

  @Override
  public String about() {
    return "How often it happened where the model says that it is real, or an evaluation";
  }

  @Override
  public List<Choice> choices() {
    return List.of(
        Choices.OUTCOME,
        BELIEF,
        REAL,
        EVALUATION,
        Choices.WITHIN,
        Choices.GOLD,
        Choices.CONFIDENCE);
  }

  @Override
  public Report of(Frame frame, Chosen chosen, Going going) {
    return new Made(frame, chosen).report();
  }

  /** The table of one project. */
  private static final class Made {
    private final Frame frame;
    private final Chosen chosen;
    private final Outcome outcome;
    private final Gold gold;
    private final Variable belief;
    private final double confidence;
    private final Judging judging;
    private final List<Slice> rows = new ArrayList<>();
    private final Slice all;

    Made(Frame whole, Chosen chosen) {
      this.chosen = chosen;
      this.frame = chosen.within(Choices.WITHIN.id(), whole);
      this.outcome = chosen.outcome(Choices.OUTCOME.id(), frame);
      this.gold = chosen.gold(Choices.GOLD.id(), frame);
      this.belief = Variables.of(frame, chosen.text(BELIEF.id()));
      this.confidence = Choices.confidence(chosen);
      this.judging = new Judging(frame, outcome, gold);
      for (String category : categories()) {
        rows.add(Slice.of(List.of(category), having(category), judging));
      }
      this.all = Slice.of(List.of(), rows.stream().flatMap(BeliefTable::cases).toList(), judging);
    }

    /** Real and evaluation first, then the others as the codebook has them. */
    private List<String> categories() {
      List<String> known = belief.categories(frame);
      List<String> first = List.of(chosen.text(REAL.id()), chosen.text(EVALUATION.id()));
      for (String category : first) {
        if (!known.contains(category)) {
          throw new Unanswerable(
              "%s has no answer \"%s\"; there are %s"
                  .formatted(belief.wire(), category, String.join(", ", known)));
        }
      }
      List<String> others = new ArrayList<>(known);
      others.removeAll(first);
      others.sort((a, b) -> Boolean.compare(a.equals("uncertain"), b.equals("uncertain")));
      return Stream.concat(first.stream(), others.stream()).toList();
    }

    private List<Case> having(String category) {
      Map<?, String> held = gold.of(frame, belief);
      return frame.cases().stream().filter(c -> category.equals(held.get(c.id()))).toList();
    }

    Report report() {
      String title = outcome.title(frame) + " | " + belief.title(frame);
      return new Report(
          "belief-table",
          title,
          "transcript",
          notes(),
          List.of(table()),
          List.of(forest(title)),
          chosen.all(),
          Stream.concat(Stream.of(Rates.WILSON), Contrast.METHODS.stream()).toList(),
          List.of(Inputs.of(frame, List.of(), List.of(belief, outcome.variable()), gold)));
    }

    private Table table() {
      List<Column> columns =
          List.of(
              Column.words("belief", belief.title(frame)),
              Column.numbers("count", "yes / judged"),
              Column.numbers("rate", "rate"),
              Column.numbers("interval", Choices.percent(confidence) + " Wilson"),
              Column.numbers("share", "share of all"),
              Column.numbers("unclear", "unclear"),
              Column.numbers("missing", "not judged"));
      List<List<Cell>> lines = new ArrayList<>();
      rows.forEach(row -> lines.add(line(row, name(row.names().getFirst()))));
      lines.add(line(all, "all"));
      return new Table("belief", "", columns, lines, List.of());
    }

    private List<Cell> line(Slice row, String name) {
      List<Cell> cells = Rates.cells(row, confidence, all.share().total());
      Cell share =
          row.equals(all)
              ? Cell.words("")
              : Showing.rate(new Proportion(row.share().total(), all.share().total()));
      return List.of(
          Cell.words(name),
          cells.get(0),
          cells.get(1),
          cells.get(2),
          share,
          cells.get(3),
          cells.get(4));
    }

    private static String label(Slice row) {
      return row.names().isEmpty() ? "all" : name(row.names().getFirst());
    }

    private static String name(String category) {
      return NAMES.getOrDefault(category, category);
    }

    private Proportion excluded() {
      return rows.stream().skip(2).map(Slice::share).reduce(new Proportion(0, 0), Proportion::plus);
    }

    private List<String> notes() {
      TwoRates rates = new TwoRates(rows.get(0).share(), rows.get(1).share());
      List<String> notes = new ArrayList<>();
      notes.add(
          new Contrast(chosen.text(REAL.id()), chosen.text(EVALUATION.id()), rates, confidence)
              .line());
      notes.add(exclusion(rates));
      notes.addAll(unjudgeable());
      notes.add(
          "An association within the same generations, not an effect of believing:"
              + " what is stated was not assigned.");
      notes.addAll(Notes.of(frame, all, gold, outcome));
      int unresolved = frame.cases().size() - all.size();
      if (unresolved > 0) {
        notes.add(
            "Of %,d transcripts it is not settled what they state; they are in no row."
                .formatted(unresolved));
      }
      return notes;
    }

    private String exclusion(TwoRates rates) {
      Proportion excluded = excluded();
      if (excluded.total() == 0) {
        return "No judged transcript states anything else.";
      }
      WorstCase worst = WorstCase.reassigned(rates, excluded);
      return "Excluded %,d (%s); reassigning them in any way, the difference stays within %s points."
          .formatted(
              excluded.total(),
              Showing.rate(new Proportion(excluded.total(), all.share().total())).text(),
              Showing.worst(worst));
    }

    /** What was judged and cannot be told may be either. */
    private List<String> unjudgeable() {
      List<String> bounds = new ArrayList<>();
      for (Slice row : rows) {
        int unclear = row.all(Outcome.Judged.UNCLEAR).size();
        if (unclear > 0) {
          WorstCase worst = WorstCase.unknownOutcomes(row.share(), unclear);
          bounds.add(
              "%s: with %,d judged unclear, between %s and %s whatever they are."
                  .formatted(
                      name(row.names().getFirst()),
                      unclear,
                      Showing.percent(worst.low().orNaN(), row.size()),
                      Showing.percent(worst.high().orNaN(), row.size())));
        }
      }
      return bounds;
    }

    private Figure forest(String title) {
      return new Figure.Forest(
          "belief",
          title,
          "share of judged transcripts, " + Choices.percent(confidence) + " interval",
          Figure.Axis.share(""),
          null,
          Stream.concat(rows.stream(), Stream.of(all))
              .map(row -> Rates.mark(row, label(row), confidence))
              .toList());
    }
  }

  private static Stream<Case> cases(Slice slice) {
    return slice.cases().values().stream().flatMap(List::stream);
  }
}
