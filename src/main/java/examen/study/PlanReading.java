package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Table;
import examen.stats.design.Design;
import examen.stats.design.Stratum;
import examen.study.AuditedSample.Domain;
import examen.study.AuditedSample.Lot;
import examen.study.AuditedSample.Reading;
import examen.study.AuditedSample.Unit;
import examen.study.AuditedSample.Words;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * How far the sample of a plan was read. What counts is the longest beginning of its order of which
 * each transcript was read, for it is a sample too; what was read out of order was picked by
 * somebody. Transcripts that are not asked about need no reading: they add nothing to a number.
 *
 * @param asked those of the project that are asked about, by their ids
 * @param others ids of those of the project that are not
 * @param gold whose reading counts
 * @param counted how many of the order count
 */
record PlanReading(
    SamplingPlan plan,
    Map<TranscriptId, Case> asked,
    Set<TranscriptId> others,
    Gold gold,
    int counted) {
  /**
   * As is chosen with {@link Choices#PLAN} and {@link Choices#GOLD}; empty where no plan is.
   *
   * @param whole all transcripts of the project
   * @param kept those that are asked about
   * @throws Unanswerable where the one who asks may not know of all what was said
   */
  static Optional<PlanReading> of(Chosen chosen, Frame whole, Frame kept) {
    return chosen
        .plan(Choices.PLAN.id(), whole)
        .map(plan -> of(plan, whole, kept, chosen.gold(Choices.GOLD.id(), kept)));
  }

  /**
   * @param whole all transcripts of the project
   * @param kept those that are asked about
   * @throws Unanswerable where the one who asks may not know of all what was said
   */
  static PlanReading of(SamplingPlan plan, Frame whole, Frame kept, Gold gold) {
    checkNothingWithheld(whole);
    Map<TranscriptId, Case> asked = new HashMap<>();
    kept.cases().forEach(one -> asked.put(one.id(), one));
    Set<TranscriptId> others = new HashSet<>();
    whole.cases().stream().map(Case::id).filter(id -> !asked.containsKey(id)).forEach(others::add);
    PlanReading none = new PlanReading(plan, asked, others, gold, 0);
    return new PlanReading(plan, asked, others, gold, none.beginning());
  }

  /**
   * What is withheld may be a part of the sample.
   *
   * @throws Unanswerable where something is
   */
  static void checkNothingWithheld(Frame frame) {
    if (frame.withheld() > 0) {
      throw new Unanswerable(
          "of %,d transcripts you may not know yet what was said, so what you see is not the sample that was drawn"
              .formatted(frame.withheld()));
    }
  }

  private int beginning() {
    List<SamplingPlan.Unit> drawn = plan.drawn();
    int place = 0;
    while (place < drawn.size() && !isMissing(drawn.get(place))) {
      place++;
    }
    return plan.isSample() ? place : drawn.size();
  }

  private boolean isMissing(SamplingPlan.Unit unit) {
    return isAsked(unit.transcript()) && !isRead(unit.transcript());
  }

  /** What is not in the project is asked about, unless only some of the project is. */
  private boolean isAsked(TranscriptId id) {
    return asked.containsKey(id) || others.isEmpty();
  }

  private boolean isRead(TranscriptId id) {
    Case one = asked.get(id);
    return one != null && gold.isRead(one);
  }

  private boolean counts(SamplingPlan.Unit unit) {
    boolean reached = unit.isDrawn() && unit.place() <= counted;
    return reached && !isMissing(unit);
  }

  Lot lot() {
    if (!plan.isSample()) {
      return Lot.NOT_A_SAMPLE;
    }
    if (plan.design().equals(Design.Unequal.ID)) {
      return Lot.UNEQUAL;
    }
    return plan.strata().size() > 1 ? Lot.STRATIFIED : Lot.SIMPLE;
  }

  /**
   * All transcripts of the plan.
   *
   * @param words what is said of a transcript, and whether its reading counts
   */
  AuditedSample sample(BiFunction<Case, Reading, Words> words) {
    double share = plan.drawn().isEmpty() ? 0 : (double) counted / plan.drawn().size();
    List<Unit> units = new ArrayList<>();
    for (SamplingPlan.Unit unit : plan.units()) {
      Reading reading = counts(unit) ? Reading.READ : Reading.UNREAD;
      Case one = asked.get(unit.transcript());
      units.add(
          new Unit(
              unit.transcript(),
              unit.stratum(),
              share * unit.probability(),
              reading,
              isAsked(unit.transcript()) ? Domain.ASKED : Domain.OTHER,
              one == null ? Words.NONE : words.apply(one, reading)));
    }
    return new AuditedSample(lot(), plan.strata().stream().map(Stratum::name).toList(), units);
  }

  /** The first of the order that was not read. */
  Optional<SamplingPlan.Unit> gap() {
    return plan.drawn().stream().skip(counted).filter(this::isMissing).findFirst();
  }

  /** How many were read after the gap. */
  long beyond() {
    return plan.drawn().stream().skip(counted).filter(unit -> isRead(unit.transcript())).count();
  }

  /** How many that are asked about were drawn. */
  long drawn() {
    return plan.drawn().stream().filter(unit -> isAsked(unit.transcript())).count();
  }

  /** How many of those count. */
  long read() {
    return plan.drawn().stream().filter(unit -> isAsked(unit.transcript()) && counts(unit)).count();
  }

  /** How many of the plan are asked about. */
  long population() {
    return plan.units().stream().filter(unit -> isAsked(unit.transcript())).count();
  }

  /** How many of the plan are not in the project. */
  long absent() {
    return plan.units().stream()
        .map(SamplingPlan.Unit::transcript)
        .filter(id -> !asked.containsKey(id) && !others.contains(id))
        .count();
  }

  /** Those that are asked about and could not be drawn, as what was taken in after the draw. */
  List<Case> later() {
    Set<TranscriptId> known = new HashSet<>();
    plan.units().forEach(unit -> known.add(unit.transcript()));
    return asked.values().stream().filter(one -> !known.contains(one.id())).toList();
  }

  /** Those of the plan that are asked about and in the project. */
  List<Case> known() {
    return plan.units().stream()
        .map(unit -> asked.get(unit.transcript()))
        .filter(Objects::nonNull)
        .toList();
  }

  /** How many were read though they were not drawn. */
  long undrawn() {
    Set<TranscriptId> drawn = new HashSet<>();
    plan.drawn().forEach(unit -> drawn.add(unit.transcript()));
    return asked.values().stream()
        .filter(one -> !drawn.contains(one.id()) && gold.isRead(one))
        .count();
  }

  /** What numbers are weighted by, a transcript of the plan a row. */
  Table inputs() {
    List<List<Cell>> rows = new ArrayList<>();
    for (SamplingPlan.Unit unit : plan.units()) {
      rows.add(
          List.of(
              Cell.words(unit.transcript().value()),
              Cell.words(plan.strata().get(unit.stratum()).name()),
              Cell.words(
                  Double.isNaN(unit.probability()) ? "" : Double.toString(unit.probability())),
              Cell.words(unit.isDrawn() ? Integer.toString(unit.place()) : ""),
              Cell.words(counts(unit) ? "yes" : "no"),
              Cell.words(isAsked(unit.transcript()) ? "yes" : "no")));
    }
    return new Table(
        "plan-transcripts",
        "",
        List.of(
            Column.words("transcript", "transcript"),
            Column.words("stratum", "stratum"),
            Column.numbers("probability", "probability"),
            Column.numbers("place", "place"),
            Column.words("counts", "reading counts"),
            Column.words("asked", "asked about")),
        rows,
        List.of());
  }
}
