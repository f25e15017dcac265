package examen.app;

import examen.rating.Ledger;
import examen.rating.Verdict;
import examen.transcript.TranscriptId;
import java.util.Comparator;
import java.util.List;

/** Verdicts in one order. */
final class Verdicts {
  private Verdicts() {}

  /** All on a transcript, by question, then by rater. */
  static List<Verdict> of(Ledger ledger, TranscriptId transcript) {
    return ledger.things(transcript).stream()
        .filter(Verdict.class::isInstance)
        .map(Verdict.class::cast)
        .sorted(Comparator.comparing(Verdict::question).thenComparing(Verdict::rater))
        .toList();
  }
}
