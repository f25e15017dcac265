package examen.app;

import examen.classifier.VerdictNames;
import examen.rating.Blinding;
import examen.store.TranscriptSummary;
import examen.transcript.Conditions;
import examen.transcript.TranscriptId;

/** What a list of transcripts shows of one. */
public record TranscriptLine(TranscriptId id, String title, Conditions conditions, int messages) {
  /** As far as one may know it who sees so. */
  static TranscriptLine of(TranscriptSummary summary, Blinding.Sight sight) {
    Blinding blinding = new Blinding(sight, VerdictNames.USUAL);
    return new TranscriptLine(
        summary.id(), summary.title(), blinding.of(summary.conditions()), summary.messages());
  }
}
