package examen.app;

import examen.rating.HighlightDecision;
import examen.rating.RaterId;
import java.util.HashMap;
import java.util.Map;

/** What one rater decided on the highlights of each rule: all that they may see of decisions. */
public final class OwnDecisions {
  private OwnDecisions() {}

  /** The decisions of this rater, of whatever version of the pack. */
  public static RuleDecisions of(Workbench workbench, RaterId rater) {
    Map<String, RuleDecisions.Count> counts = new HashMap<>();
    for (TranscriptLine line : workbench.transcripts(rater)) {
      for (HighlightDecision decision : workbench.decisions(line.id(), rater)) {
        counts.merge(
            decision.highlight().rule(),
            RuleDecisions.Count.of(decision.outcome()),
            RuleDecisions.Count::plus);
      }
    }
    return rule -> counts.getOrDefault(rule, RuleDecisions.Count.NONE);
  }
}
