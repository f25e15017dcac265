package examen.store;

import examen.classifier.Citation;
import examen.classifier.ClassifierLabel;
import examen.transcript.Anchor;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.List;
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
              project.reading(reading -> TranscriptTable.readAnyhow(reading, id));
          if (transcript.isEmpty()) {
            found.accept(
                new Finding(
                    "annotations or decisions are on a transcript that is not there",
                    "transcript " + id,
                    "import it again"));
          } else {
            places.forEach(anchor -> check(anchor, transcript.get(), found));
          }
        });
  }

  /** Compares what labels point at with the texts. */
  void runOnCitations(Consumer<Finding> found) {
    for (TranscriptId id : project.reading(CitationTable::transcripts)) {
      project
          .reading(
              reading ->
                  TranscriptTable.readAnyhow(reading, id)
                      .map(t -> falseOnes(t, LabelTable.ofTranscriptAnyhow(reading, id)))
                      .orElse(List.of()))
          .forEach(found);
    }
  }

  private static List<Finding> falseOnes(Transcript transcript, List<ClassifierLabel> labels) {
    List<Finding> findings = new ArrayList<>();
    for (ClassifierLabel label : labels) {
      for (Citation citation : label.citations()) {
        if (citation instanceof Citation.InText(Anchor at, String said, double alike)
            && !at.holdsIn(transcript)) {
          findings.add(
              new Finding(
                  "what a classifier quotes is not what stands at its place",
                  "label " + label.number() + " of a classifier, " + place(at),
                  "do not use this label; go back to a backup and keep this file"));
        }
      }
    }
    return findings;
  }

  private static void check(Anchor anchor, Transcript transcript, Consumer<Finding> found) {
    if (!anchor.holdsIn(transcript)) {
      found.accept(
          new Finding(
              "the quote of an annotation or of a decision on a highlight is not what stands at its"
                  + " place",
              place(anchor),
              "do not use what was said of this place; go back to a backup and keep this file"));
    }
  }

  private static String place(Anchor anchor) {
    return "transcript "
        + anchor.transcript()
        + ", message "
        + anchor.message()
        + ", part "
        + anchor.part()
        + ", ["
        + anchor.span().start()
        + ", "
        + anchor.span().end()
        + ")";
  }
}
