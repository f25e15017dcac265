package examen.rating;

import examen.transcript.TranscriptId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Evens out what raters have, where some have come or gone since it was given: first over all, then
 * within each combination of conditions. Only what nobody has begun changes hands, and nothing does
 * where it is even.
 */
final class Levelling {
  private final Tally tally;
  private final List<RaterId> raters;

  Levelling(Tally tally, Collection<RaterId> raters) {
    this.tally = tally;
    this.raters = raters.stream().sorted().toList();
  }

  /** Ends, as each change makes the sum of the squares of the loads less. */
  void level() {
    boolean changed = true;
    while (changed) {
      changed = levelAll() || levelWithin();
    }
  }

  private boolean levelAll() {
    for (RaterId giver : raters.stream().sorted(byLoad().reversed()).toList()) {
      for (RaterId taker : raters.stream().sorted(byLoad()).toList()) {
        if (tally.load(giver) - tally.load(taker) >= 2) {
          Optional<TranscriptId> id = movable(giver, taker);
          if (id.isPresent()) {
            move(id.get(), giver, taker);
            return true;
          }
        }
      }
    }
    return false;
  }

  private Comparator<RaterId> byLoad() {
    return Comparator.comparingInt(tally::load);
  }

  /** Of the combination of which the giver has most more. */
  private Optional<TranscriptId> movable(RaterId giver, RaterId taker) {
    return tally.loose(giver).stream()
        .filter(id -> !tally.reads(taker, id))
        .max(Comparator.comparingInt(id -> more(giver, taker, tally.combination(id))));
  }

  private int more(RaterId giver, RaterId taker, List<String> combination) {
    return tally.load(giver, combination) - tally.load(taker, combination);
  }

  private boolean levelWithin() {
    for (List<String> combination : tally.combinations()) {
      for (RaterId giver : raters) {
        for (RaterId taker : raters) {
          if (more(giver, taker, combination) >= 2 && exchange(combination, giver, taker)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** One of this combination, for one of another where that is needed to keep the loads. */
  private boolean exchange(List<String> combination, RaterId giver, RaterId taker) {
    Optional<TranscriptId> given =
        tally.loose(giver).stream()
            .filter(id -> tally.combination(id).equals(combination) && !tally.reads(taker, id))
            .findFirst();
    if (given.isEmpty()) {
      return false;
    }
    if (tally.load(giver) <= tally.load(taker)) {
      Optional<TranscriptId> back =
          tally.loose(taker).stream()
              .filter(id -> !tally.reads(giver, id))
              .filter(id -> more(taker, giver, tally.combination(id)) >= 1)
              .max(Comparator.comparingInt(id -> more(taker, giver, tally.combination(id))));
      if (back.isEmpty()) {
        return false;
      }
      move(back.get(), taker, giver);
    }
    move(given.get(), giver, taker);
    return true;
  }

  private void move(TranscriptId id, RaterId giver, RaterId taker) {
    tally.take(id, giver);
    tally.give(id, taker);
  }
}
