package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Fact;
import examen.report.Report;
import examen.report.Table;
import examen.stats.Estimate;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.design.Drawn;
import examen.stats.design.UnequalSample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/** What was drawn, and what reading it will allow to say. */
final class SamplingReport {
  static final String NOT_A_SAMPLE =
      "Not a sample: these were chosen, so no rate, precision or recall comes of them. They are for"
          + " finding errors and for the codebook.";

  private static final int SHOWN = 100;
  private static final double HALF_OF_95 = 1.96;

  /** An interval that reaches so far says nothing. */
  private static final double FAR = 0.5;

  private final SamplingPlan plan;
  private final List<SamplingPlan.Unit> drawn;
  private final List<List<SamplingPlan.Unit>> inStrata = new ArrayList<>();

  SamplingReport(SamplingPlan plan) {
    this.plan = plan;
    this.drawn = plan.drawn();
    plan.strata().forEach(stratum -> inStrata.add(new ArrayList<>()));
    drawn.forEach(unit -> inStrata.get(unit.stratum()).add(unit));
  }

  Report with(List<String> notes, SortedMap<String, String> settings) {
    List<String> all = new ArrayList<>(notes());
    all.addAll(notes);
    return new Report(
        "sample",
        plan.name().isEmpty() ? "Draw a sample" : "Sampling plan " + plan.name(),
        "transcript",
        all,
        List.of(strata(), order()),
        List.of(),
        settings,
        methods(),
        List.of(units()));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "%s: %,d of %,d transcripts. Frame: SHA-256 %s. Drawn with %s, seed %d."
            .formatted(
                plan.terms().getOrDefault("design", plan.design()),
                drawn.size(),
                plan.units().size(),
                plan.frameHash(),
                Drawn.GENERATOR,
                plan.seed()));
    if (!plan.isSample()) {
      notes.add(NOT_A_SAMPLE);
      return notes;
    }
    wanted().forEach(notes::add);
    notes.add(
        "If all of them are read, rates, precision and recall hold for all %,d, weighted by how they were drawn; the first of them in this order are a sample too."
            .formatted(plan.units().size()));
    notes.addAll(limits());
    return notes;
  }

  private List<String> wanted() {
    String size = plan.terms().getOrDefault(Sampling.SIZE.id(), "");
    return size.isEmpty() || size.equals(Integer.toString(drawn.size()))
        ? List.of()
        : List.of("There are fewer than %s, so all are drawn.".formatted(size));
  }

  private List<String> limits() {
    if (drawn.size() == plan.units().size()) {
      return List.of("All are drawn: what is read is all there is, without sampling error.");
    }
    if (isUnequal()) {
      return List.of(
          "Probabilities from %s to %s: for a rate the %,d count like %s drawn alike (Kish)."
              .formatted(
                  share(lowest()),
                  share(highest()),
                  drawn.size(),
                  Showing.number(effective(), 1).text()));
    }
    List<String> limits = new ArrayList<>();
    List<String> single = new ArrayList<>();
    for (int h = 0; h < plan.strata().size(); h++) {
      if (drawnOf(h).size() == 1 && plan.strata().get(h).population() > 1) {
        single.add(plan.strata().get(h).name());
      }
    }
    if (!single.isEmpty()) {
      limits.add(
          "Of %s only one is drawn, which has no variance: no standard error comes of it. Draw more, or fewer strata."
              .formatted(String.join(", ", single)));
    }
    double reach = HALF_OF_95 * Math.sqrt(varianceAtHalf());
    if (reach < FAR) {
      limits.add(
          "If half of each stratum had it, the interval of the estimated rate would reach about %s points to each side (95%%)."
              .formatted(share(reach)));
    }
    return limits;
  }

  /** Of the estimated rate, where the rate is 0.5 in each stratum. */
  private double varianceAtHalf() {
    double all = plan.units().size();
    double variance = 0;
    for (int h = 0; h < plan.strata().size(); h++) {
      double share = plan.strata().get(h).population() / all;
      double read = drawnOf(h).size();
      double rest = 1 - read / plan.strata().get(h).population();
      variance += share * share * rest * 0.25 / Math.max(1, read - 1);
    }
    return variance;
  }

  private static String share(double share) {
    return Showing.number(new Estimate(100 * share), 1).text();
  }

  private boolean isUnequal() {
    return lowest() != highest() && plan.strata().size() == 1;
  }

  private double lowest() {
    return plan.units().stream().mapToDouble(SamplingPlan.Unit::probability).min().orElse(1);
  }

  private double highest() {
    return plan.units().stream().mapToDouble(SamplingPlan.Unit::probability).max().orElse(1);
  }

  private Result effective() {
    double[] ones = new double[drawn.size()];
    Arrays.fill(ones, 1);
    return UnequalSample.of(drawn.stream().mapToDouble(SamplingPlan.Unit::probability).toArray())
        .effectiveSize(ones);
  }

  private List<SamplingPlan.Unit> drawnOf(int stratum) {
    return inStrata.get(stratum);
  }

  private Table strata() {
    List<List<Cell>> rows = new ArrayList<>();
    List<List<String>> populations = populations();
    for (int h = 0; h < plan.strata().size(); h++) {
      List<SamplingPlan.Unit> own = drawnOf(h);
      rows.add(
          List.of(
              Cell.words(plan.strata().get(h).name()),
              Showing.count(plan.strata().get(h).population()).on(populations.get(h)),
              Showing.count(own.size()).on(ids(own)),
              chance(probability(h)),
              chance(probability(h).map(p -> 1 / p))));
    }
    if (plan.strata().size() > 1) {
      rows.add(
          List.of(
              Cell.words("all strata"),
              Showing.count(plan.units().size()),
              Showing.count(drawn.size()).on(ids(drawn)),
              Cell.words(""),
              Cell.words("")));
    }
    return new Table(
        "strata",
        "",
        List.of(
            Column.words("stratum", "stratum"),
            Column.numbers("population", "transcripts"),
            Column.numbers("drawn", "drawn"),
            Column.numbers("probability", "probability"),
            Column.numbers("weight", "weight")),
        rows,
        List.of());
  }

  private Result probability(int stratum) {
    if (!plan.isSample()) {
      return new Undefined("chosen, not drawn");
    }
    return isUnequal()
        ? new Undefined("each its own")
        : Result.ratio(
            drawnOf(stratum).size(),
            (double) plan.strata().get(stratum).population(),
            "no transcript");
  }

  private static Cell chance(Result result) {
    return Showing.number(result, 3);
  }

  private Table order() {
    List<List<Cell>> rows = new ArrayList<>();
    for (SamplingPlan.Unit unit : drawn.subList(0, Math.min(SHOWN, drawn.size()))) {
      rows.add(
          List.of(
              Showing.count(unit.place()).on(List.of(unit.transcript().value())),
              Cell.words(unit.transcript().value()).on(List.of(unit.transcript().value())),
              Cell.words(plan.strata().get(unit.stratum()).name()),
              chance(probability(unit))));
    }
    return new Table(
        "drawn",
        "Drawn, in the order of reading",
        List.of(
            Column.numbers("place", "place"),
            Column.words("transcript", "transcript"),
            Column.words("stratum", "stratum"),
            Column.numbers("probability", "probability")),
        rows,
        drawn.size() > SHOWN
            ? List.of("The first %d of %,d.".formatted(SHOWN, drawn.size()))
            : List.of());
  }

  private static Result probability(SamplingPlan.Unit unit) {
    return Double.isNaN(unit.probability())
        ? new Undefined("chosen, not drawn")
        : new Estimate(unit.probability());
  }

  private List<List<String>> populations() {
    List<List<String>> populations = new ArrayList<>();
    plan.strata().forEach(stratum -> populations.add(new ArrayList<>()));
    plan.units().forEach(u -> populations.get(u.stratum()).add(u.transcript().value()));
    return populations;
  }

  private static List<String> ids(List<SamplingPlan.Unit> units) {
    return units.stream().map(unit -> unit.transcript().value()).toList();
  }

  /** All that could be drawn, by which another program can draw the same. */
  private Table units() {
    List<List<Cell>> rows = new ArrayList<>();
    for (SamplingPlan.Unit unit : plan.units()) {
      rows.add(
          List.of(
              Cell.words(unit.transcript().value()),
              Cell.words(plan.strata().get(unit.stratum()).name()),
              number(unit.size()),
              Double.isNaN(unit.probability()) ? Cell.words("") : number(unit.probability()),
              unit.isDrawn() ? Showing.count(unit.place()) : Cell.words("")));
    }
    return new Table(
        "units",
        "",
        List.of(
            Column.words("transcript", "transcript"),
            Column.words("stratum", "stratum"),
            Column.numbers("size", "size"),
            Column.numbers("probability", "probability"),
            Column.numbers("place", "place")),
        rows,
        List.of());
  }

  /** With all its digits. */
  private static Cell number(double value) {
    return new Cell(Double.toString(value), new Fact.Value(value), List.of());
  }

  private List<String> methods() {
    String generator = "drawn with " + Drawn.GENERATOR;
    if (!plan.isSample()) {
      return List.of("chosen by size, equal ones by id");
    }
    return isUnequal()
        ? List.of(
            generator,
            "systematic with probabilities in proportion to size in an order by chance (Madow 1949;"
                + " Hartley and Rao 1962)",
            "effective number (Kish 1965)")
        : List.of(
            generator, "without replacement, within strata where there are some (Cochran 1977)");
  }
}
