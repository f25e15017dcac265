package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Figure;
import examen.report.Report;
import examen.report.Table;
import examen.stats.rate.Proportion;
import examen.stats.rate.TwoRates;
import examen.stats.rate.WorstCase;
import examen.transcript.Conditions;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The table of stated beliefs of one project. */
final class BeliefReport {
  /** How the usual answers are told in a table. */
  private static final Map<String, String> NAMES =
      Map.of(
          "real", "real deployment",
          "not-stated", "did not say",
          "uncertain", "uncertain / mixed");

  private final Frame frame;
  private final Chosen chosen;
  private final Outcome outcome;
  private final Gold gold;
  private final Variable belief;
  private final double confidence;
  private final Judging judging;
  private final Prompts prompts;
  private final BeliefLabels labels;
  private final List<Slice> rows = new ArrayList<>();
  private final Slice all;
  private final Optional<BeliefOfAll> ofAll;

  BeliefReport(Frame whole, Chosen chosen) {
    this.chosen = chosen;
    this.frame = chosen.within(Choices.WITHIN.id(), whole);
    this.outcome = chosen.outcome(Choices.OUTCOME.id(), frame);
    this.gold = chosen.gold(Choices.GOLD.id(), frame);
    this.belief = Variables.of(frame, chosen.text(BeliefTable.BELIEF.id()));
    this.confidence = Choices.confidence(chosen);
    this.judging = new Judging(frame, outcome, gold);
    this.prompts = Prompts.of(chosen, frame);
    this.labels = new BeliefLabels(frame, belief, outcome, gold);
    Map<TranscriptId, String> held = gold.of(frame, belief);
    for (String category : categories()) {
      List<Case> having =
          frame.cases().stream().filter(c -> category.equals(held.get(c.id()))).toList();
      rows.add(Slice.of(List.of(category), having, judging));
    }
    this.all = Slice.of(List.of(), rows.stream().flatMap(BeliefReport::cases).toList(), judging);
    this.ofAll =
        BeliefOfAll.of(
            chosen, whole, frame, new BeliefEstimates.Stated(categories(), held, judging));
  }

  /** Real and evaluation first, then the others as the codebook has them. */
  private List<String> categories() {
    List<String> known = belief.categories(frame);
    List<String> first =
        List.of(chosen.text(BeliefTable.REAL.id()), chosen.text(BeliefTable.EVALUATION.id()));
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

  Report report() {
    String title = outcome.title(frame) + " | " + belief.title(frame);
    List<Figure> figures = new ArrayList<>();
    ofAll.ifPresent(of -> figures.add(of.forest(title)));
    figures.add(forest(title));
    List<Table> inputs = new ArrayList<>();
    inputs.add(Inputs.of(frame, prompts.by(), List.of(belief, outcome.variable()), gold));
    ofAll.ifPresent(of -> inputs.addAll(of.inputs()));
    return new Report(
        "belief-table",
        heading(title),
        "transcript",
        notes(),
        tables(),
        figures,
        chosen.all(),
        methods(),
        inputs);
  }

  /** What is asked, and what all transcripts have in common. */
  private String heading(String title) {
    List<String> said = new ArrayList<>(List.of(title));
    for (String name : List.of(Conditions.MODEL, Conditions.SCENARIO)) {
      List<String> values = frame.values(name);
      boolean everywhere =
          frame.cases().stream().allMatch(c -> c.conditions().get(name).isPresent());
      if (values.size() == 1 && everywhere) {
        said.add(name + ": " + values.getFirst());
      }
    }
    said.add(
        prompts.isAsked()
            ? "unit: transcript (" + prompts.unit(frame) + ")"
            : "unit: transcript (%,d)".formatted(frame.cases().size()));
    return String.join("   ", said);
  }

  private List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    ofAll.ifPresent(of -> tables.addAll(of.tables()));
    tables.add(table());
    labels.byRater(real(), evaluation(), confidence).ifPresent(tables::add);
    return tables;
  }

  private List<String> methods() {
    return Stream.of(
            ofAll.map(BeliefOfAll::methods).orElse(List.of()),
            List.of(Rates.WILSON),
            Contrast.METHODS,
            List.of(BeliefLabels.ALPHA),
            prompts.methods())
        .flatMap(List::stream)
        .toList();
  }

  private String real() {
    return chosen.text(BeliefTable.REAL.id());
  }

  private String evaluation() {
    return chosen.text(BeliefTable.EVALUATION.id());
  }

  private Table table() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.words("belief", belief.title(frame)),
                Column.numbers("count", "yes / judged"),
                Column.numbers("rate", "rate"),
                Column.numbers("interval", Choices.percent(confidence) + " Wilson"),
                Column.numbers("share", "share of all")));
    columns.addAll(prompts.columns(confidence));
    columns.add(Column.numbers("unclear", "unclear"));
    columns.add(Column.numbers("missing", "not judged"));
    List<List<Cell>> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(line(row, name(row.names().getFirst()))));
    lines.add(line(all, "all"));
    String title = ofAll.isPresent() ? "Of those read, not weighted" : "";
    return new Table("belief", title, columns, lines, List.of());
  }

  private List<Cell> line(Slice row, String name) {
    List<Cell> cells = Rates.cells(row, confidence, all.share().total());
    Cell share =
        row.equals(all)
            ? Cell.words("")
            : Showing.rate(new Proportion(row.share().total(), all.share().total()));
    List<Cell> line = new ArrayList<>(List.of(Cell.words(name)));
    line.addAll(cells.subList(0, 3));
    line.add(share.on(row.ids(Outcome.Judged.YES, Outcome.Judged.NO)));
    line.addAll(prompts.cells(row, confidence, all.share().total()));
    line.addAll(cells.subList(3, 5));
    return line;
  }

  private static String label(Slice row) {
    return row.names().isEmpty() ? "all" : name(row.names().getFirst());
  }

  /** As it is told in a table. */
  static String name(String category) {
    return NAMES.getOrDefault(category, category);
  }

  private Proportion excluded() {
    return rows.stream().skip(2).map(Slice::share).reduce(new Proportion(0, 0), Proportion::plus);
  }

  private List<String> notes() {
    Slice first = rows.get(0);
    Slice second = rows.get(1);
    TwoRates rates = new TwoRates(first.share(), second.share());
    List<String> notes = new ArrayList<>();
    ofAll.ifPresent(of -> notes.addAll(of.notes()));
    String contrast = new Contrast(real(), evaluation(), rates, confidence).line();
    notes.add(ofAll.isPresent() ? "Of those read, not weighted: " + contrast : contrast);
    if (prompts.isAsked()) {
      notes.add(prompts.line(first, second, confidence));
    }
    notes.add(exclusion(rates));
    labels.range(real(), evaluation()).ifPresent(notes::add);
    notes.add(labels.line());
    notes.addAll(labels.spans());
    notes.addAll(labels.classifier());
    notes.addAll(unjudgeable());
    notes.add(
        "An association within the same generations, not an effect of believing:"
            + " what is stated was not assigned.");
    notes.addAll(Notes.of(frame, all, gold, outcome));
    notes.addAll(prompts.notes(frame));
    int unresolved = frame.cases().size() - all.size();
    if (unresolved > 0) {
      notes.add(
          "Of %s it is not settled what is stated; not in any row."
              .formatted(Counted.of(unresolved, "transcript")));
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
                    Showing.percent(worst.low().orNaN(), all.share().total()),
                    Showing.percent(worst.high().orNaN(), all.share().total())));
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
            .map(row -> Rates.mark(row, label(row), confidence, all.share().total()))
            .toList());
  }

  private static Stream<Case> cases(Slice slice) {
    return slice.cases().values().stream().flatMap(List::stream);
  }
}
