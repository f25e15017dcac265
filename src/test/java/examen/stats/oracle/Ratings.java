package examen.stats.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import examen.stats.ReliabilityTable;
import examen.stats.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Reads the ratings of a case. */
final class Ratings {
  private Ratings() {}

  /** The words of an array, in its order. */
  static List<String> words(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** Ratings by rater, null where there is none; the scale is what was said. */
  static ReliabilityTable table(JsonNode byRater) {
    TreeSet<String> said = new TreeSet<>();
    for (JsonNode rater : byRater) {
      for (JsonNode rating : rater) {
        if (!rating.isNull()) {
          said.add(rating.asText());
        }
      }
    }
    return table(byRater, Scale.nominal(List.copyOf(said)));
  }

  /** Ratings by rater, null where there is none. */
  static ReliabilityTable table(JsonNode byRater, Scale scale) {
    List<int[]> units = new ArrayList<>();
    for (int unit = 0; unit < byRater.get(0).size(); unit++) {
      int[] ratings = new int[byRater.size()];
      for (int rater = 0; rater < ratings.length; rater++) {
        JsonNode rating = byRater.get(rater).get(unit);
        ratings[rater] = rating.isNull() ? -1 : scale.categories().indexOf(rating.asText());
      }
      units.add(ratings);
    }
    return new ReliabilityTable(scale, byRater.size(), units);
  }

  /** How many raters chose each category, by unit: who they were does not matter. */
  static ReliabilityTable counted(JsonNode counts) {
    int raters =
        StreamSupport.stream(counts.spliterator(), false)
            .mapToInt(unit -> Arrays.stream(OracleCase.ints(unit)).sum())
            .max()
            .orElse(0);
    List<int[]> units = new ArrayList<>();
    counts.forEach(unit -> units.add(spread(OracleCase.ints(unit), raters)));
    List<String> names =
        IntStream.range(0, counts.get(0).size()).mapToObj(Integer::toString).toList();
    return new ReliabilityTable(Scale.nominal(names), raters, units);
  }

  private static int[] spread(int[] counts, int raters) {
    int[] ratings = new int[raters];
    Arrays.fill(ratings, ReliabilityTable.MISSING);
    int rater = 0;
    for (int category = 0; category < counts.length; category++) {
      Arrays.fill(ratings, rater, rater + counts[category], category);
      rater += counts[category];
    }
    return ratings;
  }
}
