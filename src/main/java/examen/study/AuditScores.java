package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Figure;
import examen.report.Table;
import examen.stats.Bootstrapped;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Weighed;
import examen.stats.audit.Calibration;
import examen.stats.audit.Confusion;
import examen.stats.audit.Recalibration;
import examen.stats.audit.ReliabilityBins;
import examen.stats.audit.Scored;
import examen.stats.audit.Threshold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What a classifier's scores are worth: how well they part the cases from the others, and whether
 * they are the probabilities that they seem to be.
 *
 * @param ids of the transcripts, as many as scores
 * @param drawing how they are drawn again
 */
@SuppressWarnings("ArrayRecordComponent") // made once for an audit and never compared
record AuditScores(List<String> ids, boolean[] gold, double[] scores, Drawing drawing) {
  static final List<String> METHODS =
      List.of(
          "area under the curve (Hanley and McNeil 1982) with DeLong's interval (DeLong et al."
              + " 1988)",
          "Brier score (Brier 1950), expected calibration error (Naeini et al. 2015), calibration"
              + " slope and intercept (Cox 1958; Steyerberg 2019)");

  private static final int BINS = 10;

  /** How many thresholds a table shows at most. */
  private static final int SHOWN = 40;

  /** Whose score a label's score is. */
  enum Meaning {
    /** Of the positive answer. */
    POSITIVE,
    /** Of what the label says. */
    SAID
  }

  static AuditScores of(Audited audited, String positive, Meaning meaning, Drawing drawing) {
    List<Audited.Unit> scored = audited.units().stream().filter(u -> u.score() != null).toList();
    boolean[] gold = new boolean[scored.size()];
    double[] scores = new double[scored.size()];
    for (int i = 0; i < gold.length; i++) {
      Audited.Unit unit = scored.get(i);
      Double score = unit.score();
      double own = score == null ? 0 : score;
      gold[i] = unit.held().equals(positive);
      scores[i] = meaning == Meaning.SAID && !unit.said().equals(positive) ? 1 - own : own;
    }
    List<String> ids = scored.stream().map(Audited.Unit::id).toList();
    Drawing own = drawing.on(scored.stream().map(Audited.Unit::one).toList()).affordable();
    return new AuditScores(ids, gold, scores, own);
  }

  private double confidence() {
    return drawing.bootstrap().confidence();
  }

  boolean isEmpty() {
    return ids.isEmpty();
  }

  private boolean areProbabilities() {
    return Arrays.stream(scores).allMatch(score -> score >= 0 && score <= 1);
  }

  List<Table> tables() {
    List<Table> tables = new ArrayList<>(List.of(measures(), sweep()));
    if (areProbabilities()) {
      tables.add(bins());
    }
    return tables;
  }

  private Table measures() {
    Scored scored = new Scored(gold, scores);
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(
        row(
            "area under the ROC curve",
            scored.auc(),
            Showing.bounds(scored.delong(confidence()), 3),
            "DeLong"));
    List<Bootstrapped> drawn = drawn(scored);
    rows.add(AuditTables.number("average precision", drawn.getFirst(), ids));
    rows.add(
        List.of(
            Cell.words("  where scores tell nothing"),
            Showing.count(scored.prevalence()),
            Showing.number(scored.prevalence().rate(), 3),
            Cell.words(""),
            Cell.words("prevalence")));
    if (areProbabilities()) {
      rows.addAll(calibration(new Calibration(gold, scores), drawn));
    }
    List<String> notes = new ArrayList<>();
    notes.add("A threshold that is chosen on these transcripts looks better here than elsewhere.");
    notes.add(drawing.note());
    if (areProbabilities()) {
      notes.add(
          "A calibration error of few transcripts is too large, and so are the ends of its"
              + " interval.");
    } else {
      notes.add("Some scores are below 0 or above 1, so they are no probabilities.");
    }
    return new Table(
        "scores", "Scores: n = %,d".formatted(ids.size()), AuditTables.MEASURES, rows, notes);
  }

  /** From the same draws: average precision, and what is of probabilities. */
  private List<Bootstrapped> drawn(Scored scored) {
    List<Weighed> numbers = new ArrayList<>(List.of(scored.weighedAveragePrecision()));
    if (areProbabilities()) {
      Calibration of = new Calibration(gold, scores);
      numbers.add(of.weighedBrier());
      numbers.add(of.weighedLogLoss());
      numbers.add(of.weighedInTheLarge());
      numbers.add(of.weighedExpectedError(BINS));
    }
    return drawing.bootstrap().measure(numbers, drawing.clusters());
  }

  private List<List<Cell>> calibration(Calibration of, List<Bootstrapped> drawn) {
    Recalibration line = of.recalibration();
    ReliabilityBins bins = of.equalWidth(BINS);
    Cell none = Cell.words("");
    return List.of(
        AuditTables.number("Brier score", drawn.get(1), ids),
        AuditTables.number("log loss, nats", drawn.get(2), ids),
        AuditTables.number("mean score less prevalence", drawn.get(3), ids),
        AuditTables.number(
            "expected calibration error, %d equal bins".formatted(BINS), drawn.get(4), ids),
        row("largest calibration error", bins.maximumError(), none, BINS + " equal bins"),
        row(
            "calibration slope",
            line.slope(),
            Showing.bounds(line.slopeInterval(confidence()), 3),
            "Wald"),
        row(
            "calibration intercept, slope 1",
            line.offset(),
            Showing.bounds(line.offsetInterval(confidence()), 3),
            "Wald"));
  }

  private List<Cell> row(String name, Result value, Cell interval, String method) {
    return List.of(
        Cell.words(name),
        Cell.words(""),
        Showing.number(value, 3).on(ids),
        interval.on(ids),
        Cell.words(method));
  }

  private Table sweep() {
    List<Threshold> all = new Scored(gold, scores).sweep();
    int step = Math.max(1, (all.size() + SHOWN - 1) / SHOWN);
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i += step) {
      Threshold at = all.get(i);
      Confusion c = at.confusion();
      rows.add(
          List.of(
              Showing.number(new Estimate(at.threshold()), 4).on(atLeast(at.threshold())),
              Showing.count(c.labelled()).on(atLeast(at.threshold())),
              Showing.count(c.precision()),
              Showing.rate(c.precision()),
              Showing.count(c.recall()),
              Showing.rate(c.recall()),
              Showing.rate(c.specificity()),
              Showing.number(c.f1(), 3)));
    }
    return new Table(
        "sweep",
        "Thresholds",
        List.of(
            Column.numbers("threshold", "score >="),
            Column.numbers("labelled", "labelled"),
            Column.numbers("precision-count", "right / labelled"),
            Column.numbers("precision", "precision"),
            Column.numbers("recall-count", "right / held"),
            Column.numbers("recall", "recall"),
            Column.numbers("specificity", "specificity"),
            Column.numbers("f1", "F1")),
        rows,
        step == 1
            ? List.of()
            : List.of("One in %d of %,d thresholds is shown.".formatted(step, all.size())));
  }

  private List<String> atLeast(double threshold) {
    List<String> behind = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] >= threshold) {
        behind.add(ids.get(i));
      }
    }
    return behind;
  }

  private Table bins() {
    List<List<Cell>> rows = new ArrayList<>();
    for (ReliabilityBins.Bin bin : new Calibration(gold, scores).equalWidth(BINS).bins()) {
      List<String> behind = inBin(bin.index());
      rows.add(
          List.of(
              Cell.words("%.1f to %.1f".formatted(bin.index() / 10.0, (bin.index() + 1) / 10.0)),
              Showing.count(bin.observed()).on(behind),
              Showing.rate(bin.observed()).on(behind),
              Showing.percents(bin.observed().wilson(confidence()), bin.observed().total())
                  .on(behind),
              Showing.number(new Estimate(bin.meanScore()), 3).on(behind)));
    }
    return new Table(
        "bins",
        "Reliability",
        List.of(
            Column.words("bin", "score"),
            Column.numbers("count", "held / n"),
            Column.numbers("rate", "rate"),
            Column.numbers("interval", Choices.percent(confidence()) + " Wilson"),
            Column.numbers("mean", "mean score")),
        rows,
        List.of(
            "A score on an edge is in the lower bin; errors of few transcripts are too large."));
  }

  private List<String> inBin(int index) {
    List<String> behind = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      double low = (double) index / BINS;
      double high = (double) (index + 1) / BINS;
      if ((index == 0 || scores[i] > low) && (index == BINS - 1 || scores[i] <= high)) {
        behind.add(ids.get(i));
      }
    }
    return behind;
  }

  List<Figure> figures() {
    List<Threshold> sweep = new Scored(gold, scores).sweep();
    List<Figure.Point> roc = new ArrayList<>();
    roc.add(new Figure.Point(0, new Figure.Whisker(0, 0, 0), "", List.of()));
    roc.addAll(points(sweep, c -> c.falsePositiveRate().rate(), c -> c.recall().rate()));
    List<Figure.Point> pr = points(sweep, c -> c.recall().rate(), c -> c.precision().rate());
    List<Figure> figures = new ArrayList<>();
    figures.add(diagonal("roc", "false positive rate", new Figure.Series("ROC", roc)));
    figures.add(
        new Figure.Lines(
            "pr",
            "Precision and recall",
            Figure.Axis.share("recall"),
            Figure.Axis.share("precision"),
            Figure.Reference.NONE,
            List.of(new Figure.Series("precision", pr))));
    if (areProbabilities()) {
      Figure.Series bins = new Figure.Series("Reliability", reliability());
      figures.add(diagonal("reliability", "mean score", bins));
    }
    return figures;
  }

  private static Figure diagonal(String id, String across, Figure.Series series) {
    return new Figure.Lines(
        id,
        series.name(),
        Figure.Axis.share(across),
        Figure.Axis.share(id.equals("roc") ? "recall" : "rate"),
        Figure.Reference.DIAGONAL,
        List.of(series));
  }

  private List<Figure.Point> points(
      List<Threshold> sweep, Function<Confusion, Result> x, Function<Confusion, Result> y) {
    List<Figure.Point> points = new ArrayList<>();
    for (Threshold at : sweep) {
      if (x.apply(at.confusion()) instanceof Estimate(double across)
          && y.apply(at.confusion()) instanceof Estimate(double up)) {
        points.add(
            new Figure.Point(across, new Figure.Whisker(up, up, up), "", atLeast(at.threshold())));
      }
    }
    return points;
  }

  private List<Figure.Point> reliability() {
    List<Figure.Point> points = new ArrayList<>();
    for (ReliabilityBins.Bin bin : new Calibration(gold, scores).equalWidth(BINS).bins()) {
      double rate = bin.observed().rate().orNaN();
      if (bin.observed().wilson(confidence()) instanceof Interval interval) {
        points.add(
            new Figure.Point(
                bin.meanScore(),
                new Figure.Whisker(
                    rate, Math.min(rate, interval.low()), Math.max(rate, interval.high())),
                Showing.point(bin.observed(), confidence()),
                inBin(bin.index())));
      }
    }
    return points;
  }
}
