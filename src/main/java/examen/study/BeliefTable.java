package examen.study;

import examen.report.Report;
import java.util.List;

/**
 * How often something happened among transcripts that say that it is real, and among those that say
 * that it is an evaluation (Lynch et al. 2025). Those that say neither stay in the table and are
 * never counted with either.
 */
final class BeliefTable implements Study {
  static final Choice BELIEF =
      new Choice(
          "belief",
          "Stated belief",
          "the question that asks what the model says it believes",
          Choice.Kind.VARIABLE,
          "question:stated-belief");
  static final Choice REAL =
      new Choice(
          "real", "Says it is real", "the answer that says so", Choice.Kind.CATEGORY, "real");
  static final Choice EVALUATION =
      new Choice(
          "evaluation",
          "Says it is an evaluation",
          "the answer that says so",
          Choice.Kind.CATEGORY,
          "evaluation");

  @Override
  public String id() {
    return "belief-table";
  }

  @Override
  public String title() {
    return "Stated belief";
  }

  @Override
  public String about() {
    return "How often it happened where the model says that it is real, or an evaluation";
  }

  @Override
  public List<Choice> choices() {
    return List.of(
        Choices.OUTCOME,
        BELIEF,
        REAL,
        EVALUATION,
        Choices.PLAN,
        Estimation.PREDICTED,
        BeliefClassified.BELIEF,
        Choices.CLUSTER,
        Choices.WITHIN,
        Choices.GOLD,
        Choices.CONFIDENCE,
        Choices.SEED,
        Choices.REPLICATES);
  }

  @Override
  public Report of(Frame frame, Chosen chosen, Going going) {
    return new BeliefReport(frame, chosen).report();
  }
}
