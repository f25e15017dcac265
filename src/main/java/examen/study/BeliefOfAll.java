package examen.study;

import examen.report.Figure;
import examen.report.Table;
import examen.stats.Bootstrap;
import examen.stats.design.SurveyBootstrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a table of stated beliefs says of all transcripts of a plan.
 *
 * @param classified by the classifier alone; null where no label is named
 */
record BeliefOfAll(
    PlanReading plan,
    BeliefEstimates estimates,
    @Nullable BeliefClassified classified,
    double confidence) {
  /**
   * As is chosen; empty without a plan.
   *
   * @param frame of those that are asked about
   * @throws Unanswerable if the choices do not go together
   */
  static Optional<BeliefOfAll> of(
      Chosen chosen, Frame whole, Frame frame, BeliefEstimates.Stated stated) {
    boolean both =
        chosen.has(Estimation.PREDICTED.id()) && chosen.has(BeliefClassified.BELIEF.id());
    boolean one = chosen.has(Estimation.PREDICTED.id()) || chosen.has(BeliefClassified.BELIEF.id());
    if (one && !(both && chosen.has(Choices.PLAN.id()))) {
      throw new Unanswerable(
          "--predicted and --predicted-belief go together, and with --plan: the table by the"
              + " classifier stands beside what the plan says");
    }
    return PlanReading.of(chosen, whole, frame)
        .map(
            plan ->
                new BeliefOfAll(
                    plan,
                    estimates(chosen, frame, plan, stated),
                    both ? classified(chosen, frame, plan, stated) : null,
                    Choices.confidence(chosen)));
  }

  private static BeliefEstimates estimates(
      Chosen chosen, Frame frame, PlanReading plan, BeliefEstimates.Stated stated) {
    Variable belief = Variables.of(frame, chosen.text(BeliefTable.BELIEF.id()));
    Variable outcome = chosen.outcome(Choices.OUTCOME.id(), frame).variable();
    if (!(belief instanceof Variable.Human) || !(outcome instanceof Variable.Human)) {
      throw new Unanswerable(
          "--plan wants what people say for --outcome and --belief; what a classifier says goes"
              + " with --predicted and --predicted-belief");
    }
    Bootstrap drawing = Drawing.bootstrap(chosen);
    return new BeliefEstimates(
        plan,
        stated,
        new SurveyBootstrap(drawing.replicates(), drawing.seed()),
        Choices.confidence(chosen));
  }

  private static BeliefClassified classified(
      Chosen chosen, Frame frame, PlanReading plan, BeliefEstimates.Stated stated) {
    Variable.OfLabel label = Variables.label(frame, chosen.text(BeliefClassified.BELIEF.id()));
    Outcome outcome = chosen.outcome(Estimation.PREDICTED.id(), frame);
    if (outcome.variable() instanceof Variable.Human) {
      throw new Unanswerable("--predicted wants a classifier's label or a condition");
    }
    Variable belief = Variables.of(frame, chosen.text(BeliefTable.BELIEF.id()));
    return new BeliefClassified(
        plan.known(),
        stated.categories(),
        label,
        LabelAnswers.of(frame, label, belief.categories(frame), ""),
        new Judging(frame, outcome, plan.gold()));
  }

  List<Table> tables() {
    List<Table> tables = new ArrayList<>(List.of(estimates.table()));
    if (classified != null) {
      tables.add(classified.table(confidence));
    }
    return tables;
  }

  Figure forest(String title) {
    return estimates.forest(title);
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>(estimates.notes());
    notes.addAll(new PlanNotes(plan).all());
    if (classified != null) {
      notes.add(classified.note());
    }
    return notes;
  }

  List<String> methods() {
    List<String> methods = new ArrayList<>(EstimateRow.methods(estimates.sample()));
    methods.addAll(BeliefEstimates.METHODS);
    return methods;
  }

  List<Table> inputs() {
    return List.of(new PlanNotes(plan).inputs(), plan.inputs());
  }
}
