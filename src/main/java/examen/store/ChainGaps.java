package examen.store;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Where the chains of hashes of the steps that are taken lead to steps that are not here, as their
 * file did not have them or they were left out: so much has to be known here for the chain to be
 * checked later.
 */
final class ChainGaps {
  private final Map<String, Map<String, LogPlace>> known = new HashMap<>();
  private final Set<Gap> gaps = new LinkedHashSet<>();

  /** A step of a rater's chain that is not here. */
  record Gap(String hash, String rater) {}

  /** Whether the step stands after the one it follows, as far as that one is known. */
  boolean isInOrder(Reading ours, StepRow row) {
    LogPlace parent = chain(ours, row.rater()).get(row.prevHash());
    return parent == null || parent.compareTo(LogPlace.of(row)) < 0;
  }

  void take(Reading ours, StepRow row) {
    Map<String, LogPlace> chain = chain(ours, row.rater());
    if (!row.prevHash().isEmpty() && !chain.containsKey(row.prevHash())) {
      gaps.add(new Gap(row.prevHash(), row.rater()));
    }
    chain.put(row.hash(), LogPlace.of(row));
  }

  /** What the other file did not have of a rater's chain may be why two of its steps do not fit. */
  void takeKnownTo(ForeignFile source) {
    source.reading(
        reading -> {
          LeftOut.each(
              reading,
              (hash, rater) -> {
                if (known.containsKey(rater)) {
                  gaps.add(new Gap(hash, rater));
                }
              });
          return true;
        });
  }

  Set<Gap> gaps() {
    return gaps;
  }

  private Map<String, LogPlace> chain(Reading ours, String rater) {
    return known.computeIfAbsent(
        rater,
        r -> {
          Map<String, LogPlace> chain = new HashMap<>();
          ours.query("SELECT hash, clock, id FROM step WHERE rater = ?")
              .text(r)
              .each(row -> chain.put(row.text(1), new LogPlace(row.integer(2), row.text(3))));
          return chain;
        });
  }
}
