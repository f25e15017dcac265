package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Fact;
import examen.report.Figure;
import examen.report.Table;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.design.KappaPlan;
import examen.stats.design.Power;
import examen.stats.design.Precision;
import examen.stats.design.ZeroErrorPlan;
import examen.stats.rate.Proportion;
import java.util.ArrayList;
import java.util.List;

/** The numbers to read for each thing that was asked for. */
final class SizeRows {
  private static final double SMALLEST = 0.0001;
  private static final int POINTS = 24;
  private static final double ROUNDING = 1e-9;

  private final Chosen chosen;
  private final long population;
  private final double confidence;
  private final Precision precision;

  /** One number, and for what. */
  private record Line(String what, String wanted, String how, Result number) {}

  SizeRows(Chosen chosen, long population) {
    this.chosen = chosen;
    this.population = population;
    this.confidence = Choices.confidence(chosen);
    this.precision = new Precision(share(PlanSize.RATE), halfWidth(), confidence);
  }

  private double share(Choice choice) {
    return chosen.number(choice.id(), 0, 1);
  }

  private double inside(Choice choice) {
    return chosen.number(choice.id(), SMALLEST, 1 - SMALLEST);
  }

  private double halfWidth() {
    return chosen.number(PlanSize.HALF_WIDTH.id(), SMALLEST, 0.5);
  }

  Table table() {
    List<Line> lines = lines();
    List<Column> columns =
        List.of(
            Column.words("for", "for"),
            Column.words("wanted", "wanted"),
            Column.words("how", "by"),
            Column.numbers("number", "to read"));
    List<List<Cell>> rows = new ArrayList<>();
    for (Line line : lines) {
      rows.add(
          List.of(
              Cell.words(line.what),
              Cell.words(line.wanted),
              Cell.words(line.how),
              cell(line.number)));
    }
    boolean tooMany = lines.stream().anyMatch(line -> line.number.orNaN() > population);
    List<String> notes =
        tooMany
            ? List.of(
                "Where more are asked for than the %,d there are, not even all of them suffice, unless only these %,d are meant."
                    .formatted(population, population))
            : List.of();
    return new Table("sizes", "", columns, rows, notes);
  }

  private static Cell cell(Result number) {
    return switch (number) {
      case Estimate(double value) -> Showing.count((long) Math.ceil(value - ROUNDING));
      case Undefined undefined -> Showing.undefined(undefined);
    };
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    String wanted = around(precision.rate());
    lines.add(new Line("a rate", wanted, "Wilson", precision.wilsonSize()));
    lines.add(new Line("a rate", wanted, "Wald", precision.waldSize()));
    lines.add(
        new Line("a rate", wanted, "Wald, " + ofPopulation(), precision.waldSize(population)));
    lines.addAll(clusters(wanted));
    lines.addAll(noErrors());
    lines.addAll(recall());
    lines.addAll(difference());
    lines.addAll(kappa());
    return lines;
  }

  private String ofPopulation() {
    return "of %,d".formatted(population);
  }

  private String around(double rate) {
    return "%s +- %s points at %s"
        .formatted(
            Choices.percent(rate),
            Choices.percent(precision.halfWidth()).replace("%", ""),
            Choices.percent(confidence));
  }

  private List<Line> clusters(String wanted) {
    long samples = PlanSize.atLeastOne(chosen, PlanSize.SAMPLES);
    if (samples == 1) {
      return List.of();
    }
    double alike = share(PlanSize.CORRELATION);
    Result number =
        switch (precision.wilsonSize()) {
          case Estimate(double n) -> Precision.inClusters(n, (double) samples, alike);
          case Undefined undefined -> undefined;
        };
    String how = "Wilson, %,d samples a prompt, correlation %s".formatted(samples, alike);
    return List.of(new Line("a rate", wanted, how, number));
  }

  private List<Line> noErrors() {
    double rate = chosen.number(PlanSize.ERROR_RATE.id(), SMALLEST, 1);
    ZeroErrorPlan plan = new ZeroErrorPlan(rate, confidence);
    String wanted =
        "fewer than %s at %s, one-sided"
            .formatted(Choices.percent(rate), Choices.percent(confidence));
    String finite = "%s, of which %,d errors".formatted(ofPopulation(), plan.errorsIn(population));
    return List.of(
        new Line("no error found", wanted, "exact", plan.size()),
        new Line("no error found", wanted, finite, plan.size(population)));
  }

  private List<Line> recall() {
    if (!chosen.has(PlanSize.PREVALENCE.id())) {
      return List.of();
    }
    double prevalence = share(PlanSize.PREVALENCE);
    Precision plan = new Precision(share(PlanSize.RECALL), precision.halfWidth(), confidence);
    String wanted = around(plan.rate());
    String items = "transcripts of which %s have it".formatted(Choices.percent(prevalence));
    return List.of(
        new Line("recall", wanted, "true cases, Wilson", plan.wilsonSize()),
        new Line("recall", wanted, items, plan.itemsForRecall(prevalence)));
  }

  private List<Line> difference() {
    if (!chosen.has(PlanSize.OTHER_RATE.id())) {
      return List.of();
    }
    double power = inside(PlanSize.POWER);
    double alpha = inside(PlanSize.ALPHA);
    Power plan = new Power(precision.rate(), share(PlanSize.OTHER_RATE), alpha);
    String wanted =
        "%s and %s, power %s, alpha %s"
            .formatted(
                Choices.percent(plan.first()),
                Choices.percent(plan.second()),
                Choices.percent(power),
                alpha);
    return List.of(
        new Line("a difference", wanted, "in each group, normal", plan.size(power)),
        new Line("a difference", wanted, "in each group, Cohen's h", plan.cohenSize(power)));
  }

  private List<Line> kappa() {
    if (!chosen.has(PlanSize.KAPPA.id())) {
      return List.of();
    }
    double expected = chosen.number(PlanSize.KAPPA.id(), -1, 1);
    double refuted = chosen.number(PlanSize.REFUTED_KAPPA.id(), -1, 1);
    double power = inside(PlanSize.POWER);
    KappaPlan plan = new KappaPlan(precision.rate(), precision.rate(), inside(PlanSize.ALPHA));
    return List.of(
        new Line(
            "kappa",
            "%s against %s, power %s".formatted(expected, refuted, Choices.percent(power)),
            "both raters read, one-sided",
            plan.size(expected, refuted, power, KappaPlan.Sides.ONE)));
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Taken for granted: a simple random sample, each reading right, transcripts that are"
            + " independent.");
    notes.add(
        "Plan for the slice that will be hardest: a rate within a condition needs that many in the"
            + " condition, and recall needs true cases, not transcripts.");
    if (PlanSize.atLeastOne(chosen, PlanSize.SAMPLES) > 1) {
      notes.add(
          "Samples of one prompt are alike: only the row that names them counts that, by 1 +"
              + " (samples - 1) x correlation. The correlation is a guess until a pilot shows it.");
    }
    notes.add("Wilson, recall, difference and kappa do not count how many there are in all.");
    return notes;
  }

  /** How wide the interval is after so many. */
  Figure curve() {
    double enough = Math.max(100, 2 * orElse(precision.wilsonSize(), population));
    List<Figure.Point> points = new ArrayList<>();
    double widest = 0;
    for (int i = 1; i <= POINTS; i++) {
      long n = Math.max(1, Math.round(enough * i / POINTS));
      double half = halfWidthAt(n);
      widest = Math.max(widest, half);
      points.add(new Figure.Point((double) n, new Figure.Whisker(half, half, half), "", List.of()));
    }
    return new Figure.Lines(
        "half-width",
        "Half-width of the Wilson interval at " + Choices.percent(precision.rate()),
        new Figure.Axis("transcripts read", 0, enough, Figure.Unit.NUMBER, List.of()),
        new Figure.Axis("half-width", 0, widest, Figure.Unit.SHARE, List.of()),
        Figure.Reference.NONE,
        List.of(new Figure.Series(Choices.percent(confidence), points)));
  }

  private double halfWidthAt(long n) {
    long count = (long) Math.floor(n * precision.rate() + 0.5);
    return new Proportion(count, n).wilson(confidence) instanceof Interval interval
        ? (interval.high() - interval.low()) / 2
        : 0;
  }

  private static double orElse(Result result, long otherwise) {
    return result instanceof Estimate(double value) ? value : (double) otherwise;
  }

  Table inputs() {
    return new Table(
        "population",
        "",
        List.of(Column.numbers("population", "transcripts")),
        List.of(
            List.of(new Cell(Long.toString(population), new Fact.Count(population), List.of()))),
        List.of());
  }
}
