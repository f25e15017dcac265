package examen.rating;

import examen.transcript.Anchor;
import examen.transcript.TranscriptId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rater decided on one highlight.
 *
 * @param tagging the annotation that was put by it; null where it put none. That one is a thing of
 *     its own, which may have been changed or removed since
 */
public record HighlightDecision(
    RaterId rater, HighlightRef highlight, HighlightOutcome outcome, @Nullable Tagging tagging)
    implements Thing {
  public HighlightDecision {
    if (outcome instanceof HighlightOutcome.Rejected && tagging != null) {
      throw new IllegalArgumentException("to reject a highlight puts no annotation");
    }
    if (outcome instanceof HighlightOutcome.AcceptedAs(String category)
        && category.equals(highlight.category())) {
      throw new IllegalArgumentException("a highlight of this category is simply accepted");
    }
  }

  /** A decision that put no annotation. */
  public HighlightDecision(RaterId rater, HighlightRef highlight, HighlightOutcome outcome) {
    this(rater, highlight, outcome, null);
  }

  @Override
  public TranscriptId transcript() {
    return highlight.transcript();
  }

  @Override
  public List<Anchor> places() {
    return List.of(highlight.anchor());
  }

  @Override
  public String key() {
    return key(rater, highlight);
  }

  static String key(RaterId rater, HighlightRef highlight) {
    return "highlight " + rater + " " + highlight.key();
  }
}
