package examen.stats;

import examen.stats.audit.Calibration;
import examen.stats.audit.Confusion;
import examen.stats.audit.JudgedUnits;
import examen.stats.audit.McNemar;
import examen.stats.audit.PredictionPowered;
import examen.stats.audit.Scored;
import examen.stats.span.Continuum;
import examen.stats.span.Disorder;
import examen.stats.span.Gamma;
import examen.stats.span.LabelledSpan;
import examen.stats.span.PairwiseSpans;
import examen.stats.span.SpanCriterion;
import examen.stats.span.UAlpha;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/** How long audits and agreement on spans take: {@code AuditBenchmark [SEED]}. */
public final class AuditBenchmark {
  private static final int ROUNDS = 5;

  private final Random random;

  private AuditBenchmark(Random random) {
    this.random = random;
  }

  /** The first round is the cold one. */
  public static void main(String[] args) {
    AuditBenchmark benchmark =
        new AuditBenchmark(new Random(args.length == 0 ? 1 : Long.parseLong(args[0])));
    benchmark.audit(100_000);
    benchmark.spans(4, 3000);
    benchmark.gamma(2, 50);
    benchmark.gamma(3, 20);
    benchmark.gamma(4, 10);
  }

  private void audit(int units) {
    boolean[] gold = new boolean[units];
    double[] scores = new double[units];
    boolean[] predicted = new boolean[units];
    for (int i = 0; i < units; i++) {
      gold[i] = random.nextInt(10) == 0;
      scores[i] = 1 / (1 + Math.exp(-random.nextGaussian() - (gold[i] ? 1 : -1)));
      predicted[i] = scores[i] >= 0.5;
    }
    time("audit of " + units + ", all measures", () -> measures(gold, predicted, scores));
    time("intervals of its scores", () -> intervals(gold, scores));
    JudgedUnits judged = new JudgedUnits(gold, predicted);
    time(
        "F1 of them, 2,000 draws",
        () -> Bootstrap.seeded(1).interval(judged.measure(Confusion::f1), Clusters.none(units)));
  }

  private static List<Object> measures(boolean[] gold, boolean[] predicted, double[] scores) {
    Confusion confusion = Confusion.of(gold, predicted);
    Scored scored = new Scored(gold, scores);
    Calibration calibration = new Calibration(gold, scores);
    return List.of(
        confusion.f1(),
        confusion.mcc(),
        confusion.kappa(),
        confusion.precision().clopperPearson(0.95),
        confusion.recall().wilson(0.95),
        scored.delong(0.95),
        scored.averagePrecision(),
        scored.sweep().size(),
        scored.youden(),
        scored.bestF1(),
        calibration.brier(),
        calibration.logLoss(),
        calibration.equalWidth(10),
        calibration.equalMass(10),
        calibration.recalibration(),
        McNemar.of(gold, predicted).midP(),
        new PredictionPowered(numbers(gold), numbers(predicted), scores).tuned());
  }

  private static List<Bootstrapped> intervals(boolean[] gold, double[] scores) {
    Calibration calibration = new Calibration(gold, scores);
    return Bootstrap.seeded(1)
        .affordable(gold.length)
        .measure(
            List.of(
                new Scored(gold, scores).weighedAveragePrecision(),
                calibration.weighedBrier(),
                calibration.weighedLogLoss(),
                calibration.weighedInTheLarge(),
                calibration.weighedExpectedError(10)),
            Clusters.none(gold.length));
  }

  private static double[] numbers(boolean[] truths) {
    double[] numbers = new double[truths.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = truths[i] ? 1 : 0;
    }
    return numbers;
  }

  private void spans(int raters, int each) {
    Continuum text = text(raters, each);
    time(
        "u-alpha family, " + raters + " raters x " + each,
        () -> {
          UAlpha alpha = new UAlpha(List.of(text));
          return List.of(
              alpha.u().each(), alpha.binary().each(), alpha.cu().each(), alpha.ku("a").each());
        });
    List<List<LabelledSpan>> byRater = new ArrayList<>();
    for (int rater = 0; rater < raters; rater++) {
      byRater.add(text.spans(rater));
    }
    time(
        "F1 of spans of them, overlap",
        () -> PairwiseSpans.of(List.of(byRater), SpanCriterion.OVERLAP).pooled().each());
  }

  private void gamma(int raters, int each) {
    Continuum text = text(raters, each);
    time(
        "gamma, " + raters + " raters x " + each + ", 500 draws",
        () -> Gamma.of(text, Disorder.PLAIN, 500, 1));
  }

  private Continuum text(int raters, int each) {
    List<List<LabelledSpan>> byRater = new ArrayList<>();
    for (int rater = 0; rater < raters; rater++) {
      List<LabelledSpan> spans = new ArrayList<>();
      long at = 0;
      for (int i = 0; i < each; i++) {
        long start = at + random.nextInt(100);
        at = start + 1 + random.nextInt(200);
        spans.add(new LabelledSpan(start, at, "abcde".substring(i % 5, i % 5 + 1)));
      }
      byRater.add(spans);
    }
    return new Continuum(400L * each, byRater);
  }

  private static void time(String what, Supplier<?> task) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-45s", what));
    Object last = "";
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      last = task.get();
      line.append(String.format(Locale.ROOT, "%8.1f ms", (System.nanoTime() - start) / 1e6));
    }
    System.out.println(line + "  " + String.valueOf(last).replaceAll("(?s)(.{70}).*", "$1"));
  }
}
