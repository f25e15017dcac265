package examen.study;

import examen.stats.rate.Proportion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The transcripts that share conditions, by what is held for true of them.
 *
 * @param names the values that they share, in the order of the conditions
 */
public record Slice(List<String> names, Map<Outcome.Judged, List<Case>> cases) {
  /** No transcript. */
  static final Slice EMPTY = new Slice(List.of(), Map.of());

  public Slice {
    names = List.copyOf(names);
    cases = Map.copyOf(cases);
  }

  /** Of these transcripts, by what {@code judged} says of them. */
  static Slice of(List<String> names, List<Case> cases, Judging judging) {
    Map<Outcome.Judged, List<Case>> by = new EnumMap<>(Outcome.Judged.class);
    for (Outcome.Judged judged : Outcome.Judged.values()) {
      by.put(judged, new ArrayList<>());
    }
    cases.forEach(c -> by.getOrDefault(judging.of(c), new ArrayList<>()).add(c));
    return new Slice(names, by);
  }

  public List<Case> all(Outcome.Judged judged) {
    return cases.getOrDefault(judged, Collections.emptyList());
  }

  /** How many "yes" of all that are "yes" or "no". */
  public Proportion share() {
    long yes = all(Outcome.Judged.YES).size();
    return new Proportion(yes, yes + all(Outcome.Judged.NO).size());
  }

  /** The values that they share, in words. */
  String label() {
    return names.isEmpty() ? "all" : String.join(", ", names);
  }

  /** How many there are, whatever is said of them. */
  public int size() {
    return cases.values().stream().mapToInt(List::size).sum();
  }

  /** The ids of those of which this is held for true. */
  public List<String> ids(Outcome.Judged... judged) {
    List<String> ids = new ArrayList<>();
    for (Outcome.Judged each : judged) {
      all(each).forEach(c -> ids.add(c.id().value()));
    }
    return ids;
  }
}
