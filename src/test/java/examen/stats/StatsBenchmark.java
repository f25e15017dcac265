package examen.stats;

import examen.stats.agreement.AgreementPanel;
import examen.stats.agreement.CohenKappa;
import examen.stats.agreement.CongerKappa;
import examen.stats.agreement.GwetAc;
import examen.stats.agreement.KrippendorffAlpha;
import examen.stats.agreement.PercentAgreement;
import examen.stats.agreement.Weighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/** How long statistics take on large tables; the name of a part is the argument. */
final class StatsBenchmark {
  private static final int UNITS = 10_000;
  private static final Bootstrap DRAWS = Bootstrap.seeded(7);

  private StatsBenchmark() {}

  public static void main(String[] arguments) {
    String part = arguments.length == 0 ? "agreement" : arguments[0];
    switch (part) {
      case "agreement" -> agreement();
      default -> throw new IllegalArgumentException("no part " + part);
    }
  }

  /** 10,000 units, 5 raters, one rating in ten missing; 2,000 draws. */
  private static void agreement() {
    ReliabilityTable five = table(5, 5);
    ReliabilityTable two = table(2, 5);
    ReliabilityTable many = table(5, 40);
    for (Measurement measurement : Measurement.values()) {
      drawn("alpha " + measurement, new KrippendorffAlpha(), as(five, measurement));
    }
    drawn("alpha ORDINAL, 40 categories", new KrippendorffAlpha(), as(many, Measurement.ORDINAL));
    drawn("percent agreement", new PercentAgreement(), five);
    drawn("AC1", new GwetAc(Weighting.IDENTITY), five);
    drawn("AC2 quadratic", new GwetAc(Weighting.QUADRATIC), as(five, Measurement.ORDINAL));
    drawn("Conger's kappa", new CongerKappa(), five);
    drawn("Cohen's kappa, 2 raters", new CohenKappa(Weighting.IDENTITY), two);
    timed(
        "panel with one category",
        () -> AgreementPanel.of(five, List.of(1), DRAWS, Clusters.none(UNITS)).clusters());
    timed(
        "alpha NOMINAL, BCa",
        () -> DRAWS.corrected(new KrippendorffAlpha().on(five), Clusters.none(UNITS)));
  }

  private static void drawn(String name, Statistic statistic, ReliabilityTable table) {
    timed(name, () -> DRAWS.interval(statistic.on(table), Clusters.none(UNITS)));
  }

  private static void timed(String name, Supplier<Object> work) {
    for (int round = 1; round <= 3; round++) {
      long start = System.nanoTime();
      Object answer = work.get();
      double ms = (System.nanoTime() - start) / 1e6;
      System.out.printf(Locale.ROOT, "%-32s round %d %8.1f ms  %s%n", name, round, ms, answer);
    }
  }

  private static ReliabilityTable as(ReliabilityTable table, Measurement measurement) {
    List<int[]> units = new ArrayList<>();
    for (int unit = 0; unit < table.units(); unit++) {
      int[] ratings = new int[table.raters()];
      for (int rater = 0; rater < ratings.length; rater++) {
        ratings[rater] = table.rating(unit, rater);
      }
      units.add(ratings);
    }
    return new ReliabilityTable(table.scale().as(measurement), table.raters(), units);
  }

  private static ReliabilityTable table(int raters, int categories) {
    Random random = new Random(5);
    List<int[]> units = new ArrayList<>();
    for (int unit = 0; unit < UNITS; unit++) {
      int truth = random.nextInt(categories);
      int[] ratings = new int[raters];
      for (int rater = 0; rater < raters; rater++) {
        int said = random.nextInt(10) < 7 ? truth : random.nextInt(categories);
        ratings[rater] = random.nextInt(10) == 0 ? ReliabilityTable.MISSING : said;
      }
      units.add(ratings);
    }
    List<String> names = new ArrayList<>();
    for (int category = 0; category < categories; category++) {
      names.add("c" + category);
    }
    return new ReliabilityTable(Scale.nominal(names), raters, units);
  }
}
