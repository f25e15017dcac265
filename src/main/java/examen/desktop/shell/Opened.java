package examen.desktop.shell;

import examen.app.Workbench;
import examen.rating.RaterId;
import examen.rating.Step;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A transcript with all that is shown of it.
 *
 * @param transcript null if it is not there
 * @param highlighted null where it takes long to find that and the text is to be read already
 * @param undo what an undo would take back; empty where there is nothing
 */
record Opened(
    @Nullable Transcript transcript,
    @Nullable Highlighted highlighted,
    Ratings ratings,
    String undo) {
  /** As this rater may read it now, highlights only where they are found at once. */
  static Opened readQuickly(TranscriptId id, Workbench workbench, RaterId rater) {
    return read(id, workbench, rater, workbench.recent()::isQuick);
  }

  /** As this rater may read it now, whole. */
  static Opened read(TranscriptId id, Workbench workbench, RaterId rater) {
    return read(id, workbench, rater, transcript -> true);
  }

  private static Opened read(
      TranscriptId id, Workbench workbench, RaterId rater, Predicate<Transcript> withHighlights) {
    Transcript transcript = workbench.recent().transcript(id, rater).orElse(null);
    boolean highlights = transcript == null || withHighlights.test(transcript);
    Highlighted highlighted = highlights ? highlighted(transcript, workbench, rater) : null;
    Ratings ratings = Ratings.of(id, workbench, rater);
    return new Opened(transcript, highlighted, ratings, undoable(workbench, rater));
  }

  private static Highlighted highlighted(
      @Nullable Transcript transcript, Workbench workbench, RaterId rater) {
    return transcript == null ? Highlighted.NOTHING : Highlighted.of(workbench, transcript, rater);
  }

  /** What this rater's next undo would take back; empty where there is nothing. */
  static String undoable(Workbench workbench, RaterId rater) {
    return workbench.nextUndo(rater).map(Step::what).orElse("");
  }
}
