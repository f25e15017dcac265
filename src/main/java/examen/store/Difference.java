package examen.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What two files of one project do not share.
 *
 * @param transcripts ids of those that are only in the first, in the order of their import
 * @param steps how many are only in the first, by rater; raters without any are left out
 * @param otherTranscripts ids of those that are only in the second
 * @param otherSteps how many are only in the second
 */
public record Difference(
    List<String> transcripts,
    SortedMap<String, Integer> steps,
    List<String> otherTranscripts,
    SortedMap<String, Integer> otherSteps) {
  public Difference {
    transcripts = List.copyOf(transcripts);
    otherTranscripts = List.copyOf(otherTranscripts);
  }

  static Difference of(Session first, Session second) {
    List<String> here = transcripts(first);
    List<String> there = transcripts(second);
    Map<String, String> mine = steps(first);
    Map<String, String> theirs = steps(second);
    return new Difference(
        without(here, there), lacking(mine, theirs), without(there, here), lacking(theirs, mine));
  }

  private static List<String> transcripts(Session session) {
    return session.query("SELECT id FROM transcript ORDER BY seq").list(row -> row.text(1));
  }

  /** Raters by the hash of the step: a step that was changed is another one. */
  private static Map<String, String> steps(Session session) {
    Map<String, String> steps = new HashMap<>();
    session
        .query("SELECT id || hash, rater FROM step")
        .each(row -> steps.put(row.text(1), row.text(2)));
    return steps;
  }

  private static List<String> without(List<String> all, Collection<String> others) {
    Set<String> there = new HashSet<>(others);
    return all.stream().filter(it -> !there.contains(it)).toList();
  }

  private static SortedMap<String, Integer> lacking(
      Map<String, String> steps, Map<String, String> others) {
    SortedMap<String, Integer> byRater = new TreeMap<>();
    steps.forEach(
        (step, rater) -> {
          if (!others.containsKey(step)) {
            byRater.merge(rater, 1, Integer::sum);
          }
        });
    return byRater;
  }
}
