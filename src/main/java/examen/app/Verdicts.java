package examen.app;

import examen.codebook.Codebook;
import examen.rating.AnswerSheet;
import examen.rating.FirstSight;
import examen.rating.Ledger;
import examen.rating.RaterId;
import examen.rating.Thing;
import examen.rating.Verdict;
import examen.transcript.TranscriptId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

  /** What each rater of a transcript had answered when they could first know what others say. */
  static SortedMap<RaterId, FirstSight> sights(Ledger ledger, TranscriptId transcript) {
    SortedMap<RaterId, FirstSight> sights = new TreeMap<>();
    for (Thing thing : ledger.things(transcript)) {
      ledger
          .firstSight(thing.rater(), transcript)
          .ifPresent(sight -> sights.put(thing.rater(), sight));
    }
    return sights;
  }

  /** Those on questions whose premise does not hold by what the same rater answers. */
  static Set<Verdict> unasked(Ledger ledger, Codebook codebook, TranscriptId transcript) {
    Map<RaterId, AnswerSheet> sheets = new HashMap<>();
    return of(ledger, transcript).stream()
        .filter(
            verdict ->
                !sheets
                    .computeIfAbsent(
                        verdict.rater(),
                        r -> AnswerSheet.of(codebook, r, ledger.things(transcript)))
                    .asks(verdict.question()))
        .collect(Collectors.toSet());
  }
}
