package examen.store;

import examen.transcript.Anchor;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Compares each quote of the log with what stands at its place. */
final class QuoteCheck {
  private final ProjectFile project;

  QuoteCheck(ProjectFile project) {
    this.project = project;
  }

  void run(Map<TranscriptId, Set<Anchor>> anchors, Consumer<Finding> found) {
    anchors.forEach(
        (id, places) -> {
          Optional<Transcript> transcript =
              project.reading(reading -> TranscriptTable.read(reading, id));
          if (transcript.isEmpty()) {
            found.accept(
                new Finding(
                    "annotations are on a transcript that is not there",
                    "transcript " + id,
                    "import it again"));
          } else {
            places.forEach(anchor -> check(anchor, transcript.get(), found));
          }
        });
  }

  private static void check(Anchor anchor, Transcript transcript, Consumer<Finding> found) {
    if (!anchor.holdsIn(transcript)) {
      found.accept(
          new Finding(
              "the quote of an annotation is not what stands at its place",
              "transcript "
                  + anchor.transcript()
                  + ", message "
                  + anchor.message()
                  + ", part "
                  + anchor.part()
                  + ", ["
                  + anchor.span().start()
                  + ", "
                  + anchor.span().end()
                  + ")",
              "do not use this annotation; go back to a backup and keep this file"));
    }
  }
}
