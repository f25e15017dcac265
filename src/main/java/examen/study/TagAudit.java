package examen.study;

import examen.report.Report;
import java.util.List;

/**
 * How far a classifier says what raters say, for every label of a run that has the name of a tag or
 * of a question with a yes: each by itself, then together (Tsoumakas and Katakis 2007).
 */
final class TagAudit implements Study {
  static final Choice RUN =
      new Choice(
          "run",
          "Classifier run",
          "whose labels are audited: those with the name of a tag, or of a question that has a yes",
          Choice.Kind.RUN,
          Choice.REQUIRED);

  @Override
  public String id() {
    return "audit-tags";
  }

  @Override
  public String title() {
    return "Audit of all tags of a run";
  }

  @Override
  public String about() {
    return "How far a classifier run says what raters say, a row for each tag or question";
  }

  @Override
  public List<Choice> choices() {
    return List.of(RUN, BlindReviews.CHOICE, Choices.GOLD, Choices.WITHIN, Choices.CONFIDENCE);
  }

  @Override
  public Report of(Frame frame, Chosen chosen, Going going) {
    return TagAuditReport.of(frame, chosen, going).report();
  }
}
