package examen.store;

import java.util.function.BiConsumer;

/** The steps on which others in a file build and which it does not have. */
final class LeftOut {
  private LeftOut() {}

  /** Hands over each one's hash and rater. */
  static void each(Reading reading, BiConsumer<String, String> use) {
    reading
        .query("SELECT hash, rater FROM left_out ORDER BY hash, rater")
        .each(row -> use.accept(row.text(1), row.text(2)));
  }

  static void insert(Writing writing, String hash, String rater) {
    writing
        .query("INSERT INTO left_out (hash, rater) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .text(hash)
        .text(rater)
        .update();
  }
}
