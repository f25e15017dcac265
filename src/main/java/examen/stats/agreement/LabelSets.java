package examen.stats.agreement;

import examen.stats.ReliabilityTable;
import examen.stats.Scale;
import examen.stats.Weighed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What raters said of units when each could give several labels, or none. Krippendorff's alpha of
 * whole sets (Passonneau 2006) stands beside agreement on each label, because one label that nobody
 * agrees on is hidden among sets that mostly agree.
 */
public final class LabelSets {
  private static final Scale ABSENT_OR_PRESENT = Scale.nominal(List.of("absent", "present"));

  private final List<Set<String>> sets;
  private final int[][] ratings;

  private LabelSets(List<Set<String>> sets, int[][] ratings) {
    this.sets = sets;
    this.ratings = ratings;
  }

  /**
   * @param units for each unit, for each rater the labels given: an empty set where the rater gave
   *     none, null where the rater did not rate
   */
  public static LabelSets of(List<? extends List<? extends @Nullable Set<String>>> units) {
    Map<Set<String>, Integer> places = new HashMap<>();
    List<Set<String>> sets = new ArrayList<>();
    int[][] ratings =
        units.stream()
            .map(unit -> unit.stream().mapToInt(said -> place(said, places, sets)).toArray())
            .toArray(int[][]::new);
    return new LabelSets(List.copyOf(sets), ratings);
  }

  private static int place(
      @Nullable Set<String> said, Map<Set<String>, Integer> places, List<Set<String>> sets) {
    if (said == null) {
      return ReliabilityTable.MISSING;
    }
    Set<String> set = Set.copyOf(said);
    Integer known = places.putIfAbsent(set, sets.size());
    if (known == null) {
      sets.add(set);
      return sets.size() - 1;
    }
    return known;
  }

  /** Alpha of whole sets; undefined where all sets are equal or no unit was rated by two. */
  public Weighed alpha(SetDistance distance) {
    return new Alpha(
        Patterns.of(ratings.length, unit -> Patterns.said(ratings[unit])),
        sets.size(),
        Metric.of(distance, sets));
  }

  /** Whether each rater gave this label to each unit, as absent or present. */
  public ReliabilityTable label(String label) {
    int raters = ratings.length == 0 ? 0 : ratings[0].length;
    List<int[]> said = new ArrayList<>();
    for (int[] unit : ratings) {
      int[] own = new int[unit.length];
      for (int rater = 0; rater < own.length; rater++) {
        own[rater] =
            unit[rater] == ReliabilityTable.MISSING
                ? ReliabilityTable.MISSING
                : sets.get(unit[rater]).contains(label) ? 1 : 0;
      }
      said.add(own);
    }
    return new ReliabilityTable(ABSENT_OR_PRESENT, raters, said);
  }
}
