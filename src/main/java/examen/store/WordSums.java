package examen.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * For each part a number that stands for all its words and their places, as an index of words has
 * them: two indexes that were made of one text give one number.
 */
final class WordSums {
  /** Where so many of a hundred parts differ, it is the index that is damaged and not the texts. */
  private static final int INDEX_IS_WRONG_PERCENT = 5;

  private static final int INDEX_IS_WRONG = 3;

  private WordSums() {}

  /**
   * The parts of which the texts do not have the words that the damaged file's index has.
   *
   * @param damaged its index
   * @param whole the index of what was read
   * @return null where the damaged file's index cannot be read or is itself wrong
   */
  static @org.jspecify.annotations.Nullable Set<Long> differing(Session damaged, Session whole) {
    try {
      Map<Long, Long> was = of(damaged);
      Map<Long, Long> is = of(whole);
      Set<Long> differing = new HashSet<>();
      is.forEach(
          (part, sum) -> {
            if (!sum.equals(was.getOrDefault(part, 0L))) {
              differing.add(part);
            }
          });
      was.keySet().stream().filter(part -> !is.containsKey(part)).forEach(differing::add);
      int most = Math.max(INDEX_IS_WRONG, was.size() * INDEX_IS_WRONG_PERCENT / 100);
      return differing.size() > most ? null : differing;
    } catch (SqlFailure | StoreException unreadable) {
      return null;
    }
  }

  private static Map<Long, Long> of(Session session) {
    session.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_places USING fts5vocab('main', 'part_text',"
            + " 'instance')");
    Map<Long, Long> sums = new HashMap<>();
    session
        .query("SELECT doc, term, offset FROM temp.word_places")
        .each(row -> sums.merge(row.integer(1), mixed(row.text(2), row.integer(3)), Long::sum));
    return sums;
  }

  private static long mixed(String word, long place) {
    long mixed = (word.hashCode() * 0x9E3779B97F4A7C15L) ^ (place * 0xC2B2AE3D27D4EB4FL);
    mixed ^= mixed >>> 29;
    return mixed * 0xBF58476D1CE4E5B9L;
  }
}
