package examen.desktop.shell;

import examen.app.Workbench;
import examen.rating.RaterId;
import examen.rating.Step;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import org.jspecify.annotations.Nullable;

/**
 * A transcript with all that is shown of it.
 *
 * @param transcript null if it is not there
 * @param undo what an undo would take back; empty where there is nothing
 */
record Opened(
    @Nullable Transcript transcript, Highlighted highlighted, Ratings ratings, String undo) {
  /** As this rater may read it now. */
  static Opened read(TranscriptId id, Workbench workbench, RaterId rater) {
    Transcript transcript = workbench.transcript(id, rater).orElse(null);
    Highlighted highlighted =
        transcript == null ? Highlighted.NOTHING : Highlighted.of(workbench, transcript, rater);
    return new Opened(
        transcript, highlighted, Ratings.of(id, workbench, rater), undoable(workbench, rater));
  }

  /** What this rater's next undo would take back; empty where there is nothing. */
  static String undoable(Workbench workbench, RaterId rater) {
    return workbench.nextUndo(rater).map(Step::what).orElse("");
  }
}
