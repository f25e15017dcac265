package examen.study;

import examen.report.Report;
import java.util.List;

/**
 * What is true of all transcripts by those that people read: rates, precision, recall and rates
 * among some, weighted by how the read ones were drawn.
 */
final class Estimation implements Study {
  static final String NOT_A_SAMPLE = "not-a-sample";
  static final String SIMPLE = "simple";
  static final String STRATIFIED = "stratified";

  static final Choice PREDICTED =
      new Choice(
          "predicted",
          "What the classifier says",
          "the label that says the same, with the values that count, such as label:RUN/NAME=yes",
          Choice.Kind.OUTCOME,
          "");
  static final Choice DESIGN =
      new Choice(
          "design",
          "How they were drawn",
          "how the transcripts that were read were drawn, for which you vouch; without a plan",
          Choice.Kind.ONE_OF,
          NOT_A_SAMPLE,
          List.of(NOT_A_SAMPLE, SIMPLE, STRATIFIED));
  static final Choice STRATA =
      new Choice(
          "strata",
          "Strata",
          "labels and conditions within which they were drawn, with commas between them",
          Choice.Kind.VARIABLES,
          "");
  static final Choice AMONG =
      new Choice(
          "among",
          "Among",
          "also the rate among those that have this, such as stated-belief=real",
          Choice.Kind.OUTCOME,
          "");
  static final Choice AGAINST =
      new Choice(
          "against",
          "Against",
          "and among those that have this, and the difference, such as stated-belief=evaluation",
          Choice.Kind.OUTCOME,
          "");

  @Override
  public String id() {
    return "estimate";
  }

  @Override
  public String title() {
    return "Estimates from a read sample";
  }

  @Override
  public String about() {
    return "Rates, precision and recall of all transcripts from a sample of them that people read";
  }

  @Override
  public List<Choice> choices() {
    return List.of(
        Choices.OUTCOME,
        PREDICTED,
        Choices.PLAN,
        DESIGN,
        STRATA,
        AMONG,
        AGAINST,
        Choices.WITHIN,
        Choices.GOLD,
        Choices.CONFIDENCE);
  }

  @Override
  public Report of(Frame frame, Chosen chosen, Going going) {
    Frame kept = chosen.within(Choices.WITHIN.id(), frame);
    AuditedUnits units = new AuditedUnits(kept, chosen);
    ReadSample read =
        PlanReading.of(chosen, frame, kept).map(units::planned).orElseGet(units::said);
    return new EstimateReport(kept, chosen, read).report();
  }
}
