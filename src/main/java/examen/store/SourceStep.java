package examen.store;

import java.util.List;

/**
 * A step of another file, before it is read.
 *
 * @param seq where it stands in that file
 * @param bytes what reading it takes, about
 */
record SourceStep(long seq, LogPlace place, String rater, long bytes) {
  /** The longest that a rater, or the words for the list of steps, can sensibly be, in bytes. */
  private static final int MOST_BYTES_OF_WORDS = 16_000;

  private static final long MOST_BYTES = 64L << 20;

  boolean isTooLarge() {
    return bytes > MOST_BYTES;
  }

  /** At most so many after this place, in the order of the log. */
  static List<SourceStep> after(Reading reading, LogPlace place, int atMost) {
    return reading
        .query(
            "SELECT seq, clock, id, substr(rater, 1, 64), CASE WHEN octet_length(rater) +"
                + " octet_length(what) > "
                + MOST_BYTES_OF_WORDS
                + " THEN "
                + Long.MAX_VALUE
                + " ELSE (SELECT coalesce(sum(octet_length(key) + coalesce(octet_length(before), 0)"
                + " + coalesce(octet_length(after), 0)), 0) FROM change WHERE change.step ="
                + " step.seq) END FROM step WHERE (clock, id) > (?, ?) ORDER BY clock, id LIMIT ?")
        .integer(place.clock())
        .text(place.id())
        .integer(atMost)
        .list(
            row ->
                new SourceStep(
                    row.integer(1),
                    new LogPlace(row.integer(2), row.text(3)),
                    row.text(4),
                    row.integer(5)));
  }
}
