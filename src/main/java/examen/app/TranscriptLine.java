package examen.app;

import examen.classifier.VerdictNames;
import examen.rating.Blinding;
import examen.store.TranscriptSummary;
import examen.transcript.Conditions;
import examen.transcript.TranscriptId;
import java.util.Optional;

/** What a list of transcripts shows of one. */
public record TranscriptLine(TranscriptId id, String title, Conditions conditions, int messages) {
  /** As far as one may know it who sees so; empty if it is not theirs to read. */
  static Optional<TranscriptLine> of(TranscriptSummary summary, Blinding.Sight sight) {
    if (sight == Blinding.Sight.NONE) {
      return Optional.empty();
    }
    Blinding blinding = new Blinding(sight, VerdictNames.USUAL);
    return Optional.of(
        new TranscriptLine(
            summary.id(), summary.title(), blinding.of(summary.conditions()), summary.messages()));
  }
}
