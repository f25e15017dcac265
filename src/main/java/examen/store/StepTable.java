package examen.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of the log, as they are: nothing is made of them here. */
final class StepTable {
  private static final String STEP =
      "SELECT seq, id, at, rater, what, undoes, prev_hash, hash FROM step";
  private static final String CHANGE =
      "SELECT step, n, key, kind, subject, before, after FROM change";

  private StepTable() {}

  /** At most {@code atMost} steps after this place, in order. */
  static List<StepRow> after(Reading reading, long seq, int atMost) {
    List<StepRow> heads =
        reading
            .query(STEP + " WHERE seq > ? ORDER BY seq LIMIT ?")
            .integer(seq)
            .integer(atMost)
            .list(row -> head(row, List.of()));
    if (heads.isEmpty()) {
      return heads;
    }
    Map<Long, List<ChangeRow>> changes = new HashMap<>();
    reading
        .query(CHANGE + " WHERE step > ? AND step <= ? ORDER BY step, n")
        .integer(seq)
        .integer(heads.getLast().seq())
        .each(
            row ->
                changes.computeIfAbsent(row.integer(1), s -> new ArrayList<>()).add(change(row)));
    return heads.stream()
        .map(head -> withChanges(head, changes.getOrDefault(head.seq(), List.of())))
        .toList();
  }

  static Optional<StepRow> byId(Reading reading, String id) {
    return reading
        .query(STEP + " WHERE id = ?")
        .text(id)
        .first(row -> head(row, changes(reading, row.integer(1))));
  }

  /** Hash of this rater's latest step; empty if there is none. */
  static String lastHash(Reading reading, String rater) {
    return reading
        .query("SELECT hash FROM step WHERE rater = ? ORDER BY seq DESC LIMIT 1")
        .text(rater)
        .first(row -> row.text(1))
        .orElse("");
  }

  /** 0 if there is no step. */
  static long lastSeq(Reading reading) {
    return reading
        .query("SELECT coalesce(max(seq), 0) FROM step")
        .first(row -> row.integer(1))
        .orElseThrow();
  }

  static void insertHead(Writing writing, StepRow row, long seq) {
    writing
        .query(
            "INSERT INTO step (seq, id, at, rater, what, undoes, prev_hash, hash) VALUES (?, ?, ?,"
                + " ?, ?, ?, ?, ?)")
        .integer(seq)
        .text(row.id())
        .text(row.at())
        .text(row.rater())
        .text(row.what())
        .text(row.undoes())
        .text(row.prevHash())
        .text(row.hash())
        .update();
  }

  static void insertChange(Writing writing, ChangeRow row, long seq) {
    writing
        .query(
            "INSERT INTO change (step, n, key, kind, subject, before, after) VALUES (?, ?, ?, ?, ?,"
                + " ?, ?)")
        .integer(seq)
        .integer(row.n())
        .text(row.key())
        .text(row.kind())
        .text(row.subject())
        .text(row.before())
        .text(row.after())
        .update();
  }

  /**
   * What the thing with this key is after all steps so far, as it is stored; empty if it is not
   * there.
   */
  static Optional<String> now(Reading reading, String key) {
    return reading
        .query("SELECT after FROM change WHERE key = ? ORDER BY step DESC, n DESC LIMIT 1")
        .text(key)
        .first(row -> Optional.ofNullable(row.textIfAny(1)))
        .flatMap(after -> after);
  }

  private static List<ChangeRow> changes(Reading reading, long seq) {
    return reading
        .query(CHANGE + " WHERE step = ? ORDER BY n")
        .integer(seq)
        .list(StepTable::change);
  }

  private static StepRow head(Row row, List<ChangeRow> changes) {
    return new StepRow(
        row.integer(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.textIfAny(6),
        row.text(7),
        row.text(8),
        changes);
  }

  private static StepRow withChanges(StepRow head, List<ChangeRow> changes) {
    return new StepRow(
        head.seq(),
        head.id(),
        head.at(),
        head.rater(),
        head.what(),
        head.undoes(),
        head.prevHash(),
        head.hash(),
        changes);
  }

  private static ChangeRow change(Row row) {
    return new ChangeRow(
        row.integer(2), row.text(3), row.text(4), row.text(5), row.textIfAny(6), row.textIfAny(7));
  }
}
