package examen.app;

import examen.transcript.Conditions;
import examen.transcript.TranscriptId;

/** What a list of transcripts shows of one. */
public record TranscriptLine(TranscriptId id, String title, Conditions conditions, int messages) {}
