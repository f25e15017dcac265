package examen.study;

import examen.study.AuditedSample.Domain;
import examen.study.AuditedSample.Lot;
import examen.study.AuditedSample.Reading;
import examen.study.AuditedSample.Words;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Finds in a project what was read, in which strata, and what is said of it. */
final class AuditedUnits {
  private final Frame frame;
  private final Chosen chosen;
  private final Gold gold;
  private final Variable.Human human;
  private final Map<TranscriptId, String> strata = new HashMap<>();

  /**
   * @param frame of those that are asked about
   */
  AuditedUnits(Frame frame, Chosen chosen) {
    this.frame = frame;
    this.chosen = chosen;
    this.gold = chosen.gold(Choices.GOLD.id(), frame);
    this.human = human(chosen.outcome(Choices.OUTCOME.id(), frame));
  }

  private static Variable.Human human(Outcome outcome) {
    if (outcome.variable() instanceof Variable.Human human) {
      return human;
    }
    throw new Unanswerable(
        "--outcome wants what people say, a question or a tag; a label goes with --predicted");
  }

  /**
   * By a plan.
   *
   * @throws Unanswerable if the choices do not go together
   */
  ReadSample planned(PlanReading plan) {
    if (chosen.has(Estimation.STRATA.id()) || lot() != Lot.NOT_A_SAMPLE) {
      throw new Unanswerable(
          "--plan says how they were drawn; --design and --strata are for samples that the program"
              + " did not draw");
    }
    BiFunction<Case, Reading, Outcome.Judged> truth = counted(Choices.OUTCOME);
    Function<Case, Outcome.Judged> said = judging(Estimation.PREDICTED);
    BiFunction<Case, Reading, Outcome.Judged> among = counted(Estimation.AMONG);
    BiFunction<Case, Reading, Outcome.Judged> against = counted(Estimation.AGAINST);
    AuditedSample sample =
        plan.sample(
            (one, reading) ->
                new Words(
                    truth.apply(one, reading),
                    said.apply(one),
                    among.apply(one, reading),
                    against.apply(one, reading)));
    return ReadSample.of(sample, plan);
  }

  /** What people say counts only where their reading does; a label is known of all. */
  private BiFunction<Case, Reading, Outcome.Judged> counted(Choice choice) {
    Function<Case, Outcome.Judged> judging = judging(choice);
    boolean needsReading =
        chosen.has(choice.id())
            && chosen.outcome(choice.id(), frame).variable() instanceof Variable.Human;
    return (one, reading) ->
        needsReading && reading == Reading.UNREAD ? Outcome.Judged.MISSING : judging.apply(one);
  }

  /**
   * As the one who asks says that they were drawn.
   *
   * @throws Unanswerable if the choices do not go together
   */
  ReadSample said() {
    Lot lot = lot();
    if (lot != Lot.NOT_A_SAMPLE) {
      PlanReading.checkNothingWithheld(frame);
    }
    for (Case one : frame.cases()) {
      strata.put(one.id(), "all");
    }
    List<Variable> by = stratifying(lot);
    if (!by.isEmpty()) {
      stratify(by);
    }
    TreeSet<String> names = new TreeSet<>(NaturalOrder.COMPARATOR);
    names.addAll(strata.values());
    List<String> order = new ArrayList<>(names);
    return ReadSample.said(new AuditedSample(lot, order, units(order)));
  }

  private Lot lot() {
    String design = chosen.text(Estimation.DESIGN.id());
    return switch (design) {
      case Estimation.NOT_A_SAMPLE -> Lot.NOT_A_SAMPLE;
      case Estimation.SIMPLE -> Lot.SIMPLE;
      case Estimation.STRATIFIED -> Lot.STRATIFIED;
      default ->
          throw new Unanswerable(
              "there is no design \"%s\"; there are %s"
                  .formatted(design, String.join(", ", Estimation.DESIGN.options())));
    };
  }

  private List<Variable> stratifying(Lot lot) {
    List<Variable> by =
        chosen.texts(Estimation.STRATA.id()).stream()
            .map(wire -> Variables.of(frame, wire))
            .toList();
    if (by.stream().anyMatch(Variable.Human.class::isInstance)) {
      throw new Unanswerable(
          "--strata wants labels and conditions: what people say is known only of what they read");
    }
    if (lot == Lot.STRATIFIED && by.isEmpty()) {
      throw new Unanswerable("--design stratified wants --strata, within which they were drawn");
    }
    if (lot == Lot.SIMPLE && !by.isEmpty()) {
      throw new Unanswerable("--strata goes with --design stratified");
    }
    return by;
  }

  private void stratify(List<Variable> by) {
    List<Map<TranscriptId, String>> values =
        by.stream().map(variable -> gold.of(frame, variable)).toList();
    for (Case one : frame.cases()) {
      List<String> names =
          values.stream().map(map -> map.getOrDefault(one.id(), Slices.NOT_SAID)).toList();
      strata.put(one.id(), String.join(" | ", names));
    }
  }

  private List<AuditedSample.Unit> units(List<String> order) {
    Map<TranscriptId, String> held = gold.of(frame, human);
    Function<Case, Outcome.Judged> truth = judging(Choices.OUTCOME);
    Function<Case, Outcome.Judged> said = judging(Estimation.PREDICTED);
    Function<Case, Outcome.Judged> among = judging(Estimation.AMONG);
    Function<Case, Outcome.Judged> against = judging(Estimation.AGAINST);
    List<AuditedSample.Unit> units = new ArrayList<>();
    for (Case one : frame.cases()) {
      boolean read = held.containsKey(one.id()) || isUnresolved(one);
      units.add(
          new AuditedSample.Unit(
              one.id(),
              order.indexOf(strata.getOrDefault(one.id(), "")),
              Double.NaN,
              read ? Reading.READ : Reading.UNREAD,
              Domain.ASKED,
              new Words(truth.apply(one), said.apply(one), among.apply(one), against.apply(one))));
    }
    return units;
  }

  /** Read by raters of whom the rule makes nothing: drawn all the same. */
  private boolean isUnresolved(Case one) {
    return !gold.wire().startsWith("rater:")
        && one.submitted().stream().anyMatch(sheet -> human.of(sheet).isPresent());
  }

  private Function<Case, Outcome.Judged> judging(Choice choice) {
    if (!chosen.has(choice.id())) {
      return one -> Outcome.Judged.MISSING;
    }
    Outcome outcome = chosen.outcome(choice.id(), frame);
    if (choice.equals(Estimation.PREDICTED) && outcome.variable() instanceof Variable.Human) {
      throw new Unanswerable("--predicted wants a classifier's label or a condition");
    }
    return new Judging(frame, outcome, gold)::of;
  }
}
