package examen.store;

import java.util.List;

/** What is sealed as one, and which rows that are. */
enum SealKind {
  TRANSCRIPT(
      "transcript",
      "SELECT id, '' FROM transcript",
      new Rows(
          "SELECT seq, title, format, source, record, sample, sha256, reader_version, metadata,"
              + " imported_in, raw FROM transcript WHERE id = ?",
          11),
      new Rows("SELECT name, value FROM condition WHERE transcript = ? ORDER BY name", 2),
      new Rows(
          "SELECT idx, role, speaker, metadata FROM message WHERE transcript = ? ORDER BY idx", 4),
      new Rows(
          "SELECT message, idx, kind, text, source_start, source_end, attributes FROM part WHERE"
              + " transcript = ? ORDER BY message, idx",
          7),
      new Rows("SELECT idx, name, messages FROM branch WHERE transcript = ? ORDER BY idx", 3)),

  /** What one run says of one transcript. */
  LABELS(
      "labels",
      "SELECT DISTINCT transcript, run FROM classifier_label",
      new Rows(
          "SELECT name, number, value, rationale, score FROM classifier_label WHERE transcript = ?"
              + " AND run = ? ORDER BY name, number",
          4,
          1),
      new Rows(
          "SELECT name, number, n, said, message, part, start_utf16, end_utf16, quote, likeness"
              + " FROM citation WHERE transcript = ? AND run = ? ORDER BY name, number, n",
          9,
          1)),
  RUN(
      "run",
      "SELECT id, '' FROM classifier_run",
      new Rows("SELECT seq, name, version, source FROM classifier_run WHERE id = ?", 4)),

  /** As it stood in a file that was imported; transcripts name it by its number. */
  RECORD(
      "record",
      "SELECT seq, '' FROM raw_record",
      new Rows("SELECT packing, length, packed FROM raw_record WHERE seq = ?", 3)),
  SETTING(
      "setting",
      "SELECT key, '' FROM project",
      new Rows("SELECT value FROM project WHERE key = ?", 1)),

  /** One version of it, and whether that is in use. */
  CODEBOOK(
      "codebook",
      "SELECT id, version FROM codebook",
      new Rows("SELECT json, active FROM codebook WHERE id = ? AND version = ?", 2)),

  /** With its assignments. */
  PLAN(
      "plan",
      "SELECT id, '' FROM plan",
      new Rows("SELECT at, json FROM plan WHERE id = ?", 2),
      new Rows(
          "SELECT transcript, rater, place FROM assignment WHERE plan = ? ORDER BY transcript,"
              + " rater",
          3)),
  IMPORT(
      "import",
      "SELECT id, '' FROM source_import",
      new Rows("SELECT at, rater, report FROM source_import WHERE id = ?", 3)),
  RATER(
      "rater", "SELECT id, '' FROM rater", new Rows("SELECT name, at FROM rater WHERE id = ?", 2)),

  /** With all transcripts that could be drawn. */
  SAMPLING_PLAN(
      "sampling-plan",
      "SELECT name, '' FROM sampling_plan",
      new Rows("SELECT at, json FROM sampling_plan WHERE name = ?", 2),
      new Rows(
          "SELECT transcript, stratum, place, size, probability FROM sampling_unit WHERE plan ="
              + " (SELECT seq FROM sampling_plan WHERE name = ?) ORDER BY transcript",
          3,
          2));

  /**
   * Rows of one table, in an order that is always the same.
   *
   * @param sql asks for them by id and, for kinds that have it, sub
   * @param columns how many begin each row that are texts, numbers or bytes
   * @param reals how many follow that are no whole numbers
   */
  record Rows(String sql, int columns, int reals) {
    Rows(String sql, int columns) {
      this(sql, columns, 0);
    }
  }

  private final String wire;
  private final String keys;

  @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed.
  private final List<Rows> rows;

  SealKind(String wire, String keys, Rows... rows) {
    this.wire = wire;
    this.keys = keys;
    this.rows = List.of(rows);
  }

  /** The name in the file. */
  String wire() {
    return wire;
  }

  List<Rows> rows() {
    return rows;
  }

  /** Whether it has a second name, such as a version. */
  boolean hasSub() {
    return this == LABELS || this == CODEBOOK;
  }

  /** The first version of the file that has it. */
  int since() {
    return switch (this) {
      case TRANSCRIPT, LABELS, RUN, RECORD, SETTING, CODEBOOK, PLAN, IMPORT, RATER -> Seals.SINCE;
      case SAMPLING_PLAN -> 7;
    };
  }

  /** Whether all of this kind are looked at when a project is opened: they are few. */
  boolean isLookedAtFirst() {
    return switch (this) {
      case TRANSCRIPT, LABELS, RECORD, SAMPLING_PLAN -> false;
      case RUN, SETTING, CODEBOOK, PLAN, IMPORT, RATER -> true;
    };
  }

  /** All of this kind that are there, sealed or not. */
  List<SealedThing> all(Reading reading) {
    return reading.query(keys).list(row -> new SealedThing(this, row.text(1), row.text(2)));
  }
}
