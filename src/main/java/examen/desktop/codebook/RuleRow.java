package examen.desktop.codebook;

import examen.app.RuleDecisions;
import examen.app.RuleLine.Origin;
import examen.app.RuleLine.Use;
import examen.highlight.Category;
import java.util.Comparator;

/**
 * A rule in the table.
 *
 * @param key stays while its id is being typed
 * @param highlights in the transcripts that were looked at; {@link #NOT_COUNTED} before that
 * @param transcripts how many of these have any
 * @param decisions what the rater decided on its highlights
 * @param unsaved whether it is to be otherwise than it is stored
 */
public record RuleRow(
    String key,
    String id,
    Category category,
    Origin origin,
    Use use,
    int highlights,
    int transcripts,
    RuleDecisions.Count decisions,
    boolean unsaved) {
  static final int NOT_COUNTED = -1;

  /** By how few of its highlights may turn out to be accepted; those switched off come last. */
  static final Comparator<RuleRow> LEAST_TRUSTED_FIRST =
      Comparator.comparing(RuleRow::use)
          .thenComparing(RuleRow::decisions, byTrust())
          .thenComparing(RuleRow::highlights, Comparator.reverseOrder())
          .thenComparing(RuleRow::id);

  /** The order of decisions by their interval. */
  static Comparator<RuleDecisions.Count> byTrust() {
    return Comparator.comparingDouble(RuleDecisions.Count::low)
        .thenComparingDouble(RuleDecisions.Count::high);
  }
}
