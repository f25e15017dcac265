package examen.rating;

import examen.transcript.TranscriptId;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Who reads what while a plan is being made, and how much each has of what. */
final class Tally {
  private final Function<TranscriptId, List<String>> combination;
  private final Map<TranscriptId, SortedSet<RaterId>> readers = new TreeMap<>();
  private final Map<RaterId, Set<TranscriptId>> loose = new HashMap<>();
  private final Map<RaterId, Integer> loads = new HashMap<>();
  private final Map<List<String>, Map<RaterId, Integer>> within = new HashMap<>();
  private final Map<Set<RaterId>, Integer> meetings = new HashMap<>();

  Tally(Function<TranscriptId, List<String>> combination) {
    this.combination = combination;
  }

  /** Gives a transcript to a rater who does not read it yet. */
  void give(TranscriptId id, RaterId rater) {
    readers(id).forEach(other -> meetings.merge(Set.of(rater, other), 1, Integer::sum));
    readers.computeIfAbsent(id, t -> new TreeSet<>()).add(rater);
    loose.computeIfAbsent(rater, r -> new HashSet<>()).add(id);
    count(id, rater, 1);
  }

  /** Gives a transcript that stays with this rater whatever comes. */
  void fix(TranscriptId id, RaterId rater) {
    give(id, rater);
    loose.getOrDefault(rater, new HashSet<>()).remove(id);
  }

  void take(TranscriptId id, RaterId rater) {
    readers.getOrDefault(id, new TreeSet<>()).remove(rater);
    loose.getOrDefault(rater, new HashSet<>()).remove(id);
    readers(id).forEach(other -> meetings.merge(Set.of(rater, other), -1, Integer::sum));
    count(id, rater, -1);
  }

  private void count(TranscriptId id, RaterId rater, int more) {
    loads.merge(rater, more, Integer::sum);
    within
        .computeIfAbsent(combination.apply(id), c -> new HashMap<>())
        .merge(rater, more, Integer::sum);
  }

  SortedSet<RaterId> readers(TranscriptId id) {
    return Collections.unmodifiableSortedSet(readers.getOrDefault(id, new TreeSet<>()));
  }

  boolean reads(RaterId rater, TranscriptId id) {
    return readers(id).contains(rater);
  }

  /** What can still be taken from this rater, in the order of ids. */
  List<TranscriptId> loose(RaterId rater) {
    return loose.getOrDefault(rater, Set.of()).stream().sorted().toList();
  }

  int load(RaterId rater) {
    return loads.getOrDefault(rater, 0);
  }

  int load(RaterId rater, List<String> of) {
    return within.getOrDefault(of, Map.of()).getOrDefault(rater, 0);
  }

  /** How often this rater reads what one of these reads too. */
  int meetings(RaterId rater, Collection<RaterId> others) {
    int sum = 0;
    for (RaterId other : others) {
      sum += other.equals(rater) ? 0 : meetings.getOrDefault(Set.of(rater, other), 0);
    }
    return sum;
  }

  List<String> combination(TranscriptId id) {
    return combination.apply(id);
  }

  /** All of which something is given, in one order. */
  List<List<String>> combinations() {
    return within.keySet().stream().sorted(Comparator.comparing(List::toString)).toList();
  }

  /** All that is given, by transcript. */
  Map<TranscriptId, SortedSet<RaterId>> given() {
    return Collections.unmodifiableMap(readers);
  }
}
