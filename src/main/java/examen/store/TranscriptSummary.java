package examen.store;

import examen.transcript.Conditions;
import examen.transcript.TranscriptId;

/** What a list of transcripts shows of one. */
public record TranscriptSummary(
    TranscriptId id, String title, Conditions conditions, int messages) {}
