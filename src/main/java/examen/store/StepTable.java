package examen.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of the log, as they are: nothing is made of them here. */
final class StepTable {
  private static final String HEAD =
      "SELECT seq, id, clock, at, rater, what, undoes, prev_hash, hash FROM step";
  private static final String CHANGE =
      "SELECT step, n, key, kind, subject, before, after FROM change";

  private StepTable() {}

  /** At most {@code atMost} steps that came after this one, in the order in which they came. */
  static List<StepRow> arrivedAfter(Reading reading, long seq, int atMost) {
    List<StepRow> heads =
        reading
            .query(HEAD + " WHERE seq > ? ORDER BY seq LIMIT ?")
            .integer(seq)
            .integer(atMost)
            .list(StepTable::head);
    if (heads.isEmpty()) {
      return heads;
    }
    return withChanges(
        heads,
        reading
            .query(CHANGE + " WHERE step > ? AND step <= ? ORDER BY step, n")
            .integer(seq)
            .integer(heads.getLast().seq()));
  }

  /** At most {@code atMost} steps after this place, in the order of the log. */
  static List<StepRow> inOrder(Reading reading, LogPlace after, int atMost) {
    List<StepRow> heads =
        reading
            .query(HEAD + " WHERE (clock, id) > (?, ?) ORDER BY clock, id LIMIT ?")
            .integer(after.clock())
            .text(after.id())
            .integer(atMost)
            .list(StepTable::head);
    if (heads.isEmpty()) {
      return heads;
    }
    StepRow last = heads.getLast();
    return withChanges(
        heads,
        reading
            .query(
                CHANGE
                    + " WHERE step IN (SELECT seq FROM step WHERE (clock, id) > (?, ?) AND (clock,"
                    + " id) <= (?, ?)) ORDER BY step, n")
            .integer(after.clock())
            .text(after.id())
            .integer(last.clock())
            .text(last.id()));
  }

  static Optional<StepRow> byId(Reading reading, String id) {
    return reading
        .query(HEAD + " WHERE id = ?")
        .text(id)
        .first(StepTable::head)
        .map(head -> head.withChanges(changes(reading, head.seq())));
  }

  static Optional<StepRow> bySeq(Reading reading, long seq) {
    return reading
        .query(HEAD + " WHERE seq = ?")
        .integer(seq)
        .first(StepTable::head)
        .map(head -> head.withChanges(changes(reading, seq)));
  }

  /** Hash of this rater's latest step in the order of the log; empty if there is none. */
  static String lastHash(Reading reading, String rater) {
    return reading
        .query("SELECT hash FROM step WHERE rater = ? ORDER BY clock DESC, id DESC LIMIT 1")
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

  static long count(Reading reading) {
    return reading.query("SELECT count(*) FROM step").first(row -> row.integer(1)).orElseThrow();
  }

  /** The greatest that any step has; 0 if there is no step. */
  static long lastClock(Reading reading) {
    return reading
        .query("SELECT coalesce(max(clock), 0) FROM step")
        .first(row -> row.integer(1))
        .orElseThrow();
  }

  static void insert(Writing writing, StepRow row, long seq) {
    insertHead(writing, row, seq);
    row.changes().forEach(change -> insertChange(writing, change, seq));
  }

  static void insertHead(Writing writing, StepRow row, long seq) {
    writing
        .query(
            "INSERT INTO step (seq, id, clock, at, rater, what, undoes, prev_hash, hash) VALUES (?,"
                + " ?, ?, ?, ?, ?, ?, ?, ?)")
        .integer(seq)
        .text(row.id())
        .integer(row.clock())
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
        .query(
            "SELECT c.after FROM change c JOIN step s ON s.seq = c.step WHERE c.key = ? ORDER BY"
                + " s.clock DESC, s.id DESC, c.n DESC LIMIT 1")
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

  private static List<StepRow> withChanges(List<StepRow> heads, Query query) {
    Map<Long, List<ChangeRow>> changes = new HashMap<>();
    query.each(
        row -> changes.computeIfAbsent(row.integer(1), s -> new ArrayList<>()).add(change(row)));
    return heads.stream()
        .map(head -> head.withChanges(changes.getOrDefault(head.seq(), List.of())))
        .toList();
  }

  private static StepRow head(Row row) {
    return new StepRow(
        row.integer(1),
        row.text(2),
        row.integer(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.textIfAny(7),
        row.text(8),
        row.text(9),
        List.of());
  }

  private static ChangeRow change(Row row) {
    return new ChangeRow(
        row.integer(2), row.text(3), row.text(4), row.text(5), row.textIfAny(6), row.textIfAny(7));
  }
}
