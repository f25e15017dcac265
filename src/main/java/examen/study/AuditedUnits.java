package examen.study;

import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds in a project what was read, in which strata, and what is said of it. */
final class AuditedUnits {
  private final Frame frame;
  private final Chosen chosen;
  private final Gold gold;
  private final Variable.Human human;
  private final Map<TranscriptId, String> strata = new HashMap<>();

  private AuditedUnits(Frame frame, Chosen chosen) {
    this.frame = frame;
    this.chosen = chosen;
    this.gold = chosen.gold(Choices.GOLD.id(), frame);
    this.human = human(chosen.outcome(Choices.OUTCOME.id(), frame));
  }

  /**
   * @throws Unanswerable if the choices do not go together
   */
  static AuditedSample of(Frame frame, Chosen chosen) {
    return new AuditedUnits(frame, chosen).sample();
  }

  private static Variable.Human human(Outcome outcome) {
    if (outcome.variable() instanceof Variable.Human human) {
      return human;
    }
    throw new Unanswerable(
        "--outcome wants what people say, a question or a tag; a label goes with --predicted");
  }

  private AuditedSample sample() {
    String design = design();
    for (Case one : frame.cases()) {
      strata.put(one.id(), "all");
    }
    List<Variable> by = stratifying(design);
    if (!by.isEmpty()) {
      stratify(by);
    }
    TreeSet<String> names = new TreeSet<>(NaturalOrder.COMPARATOR);
    names.addAll(strata.values());
    List<String> order = new ArrayList<>(names);
    return new AuditedSample(design, order, units(order));
  }

  private String design() {
    String design = chosen.text(Estimation.DESIGN.id());
    if (!Estimation.DESIGN.options().contains(design)) {
      throw new Unanswerable(
          "there is no design \"%s\"; there are %s"
              .formatted(design, String.join(", ", Estimation.DESIGN.options())));
    }
    if (!design.equals(AuditedSample.NOT_A_SAMPLE) && frame.withheld() > 0) {
      throw new Unanswerable(
          "of %,d transcripts you may not know yet what was said, so what you see is not the sample that was drawn"
              .formatted(frame.withheld()));
    }
    return design;
  }

  private List<Variable> stratifying(String design) {
    List<Variable> by =
        chosen.texts(Estimation.STRATA.id()).stream()
            .map(wire -> Variables.of(frame, wire))
            .toList();
    if (by.stream().anyMatch(Variable.Human.class::isInstance)) {
      throw new Unanswerable(
          "--strata wants labels and conditions: what people say is known only of what they read");
    }
    if (design.equals(AuditedSample.STRATIFIED) && by.isEmpty()) {
      throw new Unanswerable("--design stratified wants --strata, within which they were drawn");
    }
    if (design.equals(AuditedSample.SIMPLE) && !by.isEmpty()) {
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
              read ? AuditedSample.Reading.READ : AuditedSample.Reading.UNREAD,
              truth.apply(one),
              said.apply(one),
              among.apply(one),
              against.apply(one)));
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
