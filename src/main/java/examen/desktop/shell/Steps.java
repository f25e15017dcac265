package examen.desktop.shell;

import examen.rating.Annotation;
import examen.rating.AnnotationId;
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

  /** Whether the step takes another one back, or does again what was taken back. */
  static boolean isTakenBack(Step step) {
    return step.undoes() != null;
  }

  /** The annotation that the step put; empty where it put none, or put it again. */
  static Optional<AnnotationId> annotated(Step step) {
    return isTakenBack(step)
        ? Optional.empty()
        : step.changes().stream()
            .filter(Change.Added.class::isInstance)
            .map(Change::thing)
            .filter(Annotation.class::isInstance)
            .map(thing -> ((Annotation) thing).id())
            .findFirst();
  }
}
