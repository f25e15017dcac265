package examen.rating;

import examen.transcript.Conditions;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The transcripts that there are to read, by the combination of the conditions over which a plan is
 * balanced.
 */
final class Candidates {
  private final Map<TranscriptId, List<String>> combinations = new TreeMap<>();
  private final Lots lots;

  Candidates(Map<TranscriptId, Conditions> transcripts, PlanTerms terms) {
    lots = new Lots(terms.seed());
    transcripts.forEach(
        (id, conditions) -> combinations.put(id, combination(conditions, terms.by())));
  }

  /** The values of these conditions; a transcript without one of them has the empty text there. */
  static List<String> combination(Conditions conditions, List<String> names) {
    return names.stream().map(name -> conditions.get(name).orElse("")).toList();
  }

  boolean contains(TranscriptId id) {
    return combinations.containsKey(id);
  }

  List<String> combination(TranscriptId id) {
    return combinations.getOrDefault(id, List.of());
  }

  /** Those but {@code without}, one combination after another, drawn by lot within each. */
  List<TranscriptId> without(Set<TranscriptId> without) {
    Map<String, List<TranscriptId>> byCombination = new TreeMap<>();
    combinations.forEach(
        (id, combination) -> {
          if (!without.contains(id)) {
            byCombination
                .computeIfAbsent(combination.toString(), c -> new ArrayList<>())
                .add(id);
          }
        });
    List<TranscriptId> all = new ArrayList<>();
    for (String combination : lots.shuffled("combinations", byCombination.keySet())) {
      all.addAll(lots.shuffled("transcripts", byCombination.getOrDefault(combination, List.of())));
    }
    return all;
  }

  /**
   * Draws some, of each combination its share to within one: every n-th of them all from a random
   * start (systematic sampling: W. G. Madow and L. H. Madow, "On the theory of systematic
   * sampling", Annals of Mathematical Statistics 15, 1944).
   *
   * @param number no more than there are
   */
  Set<TranscriptId> draw(String purpose, int number, Set<TranscriptId> without) {
    List<TranscriptId> from = without(without);
    double start = lots.fraction(purpose);
    Set<TranscriptId> drawn = new HashSet<>();
    for (int i = 0; i < number; i++) {
      drawn.add(from.get((int) ((i + start) * from.size() / number)));
    }
    return drawn;
  }

  /** How many there are beside these. */
  int countWithout(Collection<TranscriptId> without) {
    return (int) combinations.keySet().stream().filter(id -> !without.contains(id)).count();
  }
}
