package examen.desktop.shell;

import examen.rating.Change;
import examen.rating.Step;
import examen.rating.Thing;
import examen.transcript.TranscriptId;
import java.util.Optional;

/** What a window needs to know of a step. */
final class Steps {
  private Steps() {}

  /** The transcript that the step is about; where there are several, the first. */
  static Optional<TranscriptId> transcript(Step step) {
    return step.changes().stream().findFirst().map(Change::thing).map(Thing::transcript);
  }
}
