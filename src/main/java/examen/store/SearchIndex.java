package examen.store;

import examen.transcript.Role;
import examen.transcript.TranscriptId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The index of the words of all texts that can be searched. It holds no text of its own and no
 * seal, and is kept in step with the parts by whoever adds them, in the same transaction.
 */
public final class SearchIndex {
  private SearchIndex() {}

  /** Makes the index anew from the texts, whatever it held. */
  public static void rebuild(Writing writing) {
    writing.session().execute("INSERT INTO part_text (part_text) VALUES ('rebuild')");
  }

  /**
   * Takes in the parts that were added since the last time. Best called after many: whatever is
   * stored next makes SQLite write the index out as far as it is, and many small pieces of it take
   * long to join.
   */
  public static void catchUp(Writing writing) {
    writing
        .query(
            "INSERT INTO part_text (rowid, text) SELECT seq, text FROM searchable_part WHERE seq >"
                + " (SELECT coalesce(max(id), 0) FROM part_text_docsize)")
        .update();
  }

  /**
   * The parts that the index has for this, in the order of import.
   *
   * @param match in FTS5's language
   */
  public static List<Passage.Place> having(Reading reading, String match) {
    return reading
        .query(
            "SELECT p.seq, p.transcript, octet_length(p.text) FROM part_text f JOIN part p ON p.seq"
                + " = f.rowid WHERE f.part_text MATCH ? ORDER BY p.seq")
        .text(match)
        .list(SearchIndex::place);
  }

  /** All parts that can be searched, in the order of import. */
  public static List<Passage.Place> all(Reading reading) {
    return reading
        .query(
            "SELECT seq, transcript, octet_length(text) FROM part WHERE kind IN"
                + " ('text', 'reasoning', 'tool-call', 'tool-result') ORDER BY seq")
        .list(SearchIndex::place);
  }

  /** The first part of each transcript that has any text, in the order of import. */
  public static List<Passage.Place> firsts(Reading reading) {
    return reading
        .query(
            "SELECT min(seq), transcript, octet_length(text) FROM part WHERE kind IN"
                + " ('text', 'reasoning', 'tool-call', 'tool-result') AND text <> ''"
                + " GROUP BY transcript ORDER BY 1")
        .list(SearchIndex::place);
  }

  /** These parts with their texts, in the order of import. */
  public static List<Passage> passages(Reading reading, List<Passage.Place> places) {
    String numbers =
        places.stream().map(place -> Long.toString(place.seq())).collect(Collectors.joining(","));
    return reading
        .query(
            "SELECT p.seq, p.transcript, p.message, p.idx, m.role, p.kind, p.text FROM part p"
                + " JOIN message m ON m.transcript = p.transcript AND m.idx = p.message"
                + " WHERE p.seq IN (SELECT value FROM json_each(?)) ORDER BY p.seq")
        .text("[" + numbers + "]")
        .list(SearchIndex::passage);
  }

  private static Passage.Place place(Row row) {
    return new Passage.Place(row.integer(1), new TranscriptId(row.text(2)), row.integer(3));
  }

  private static Passage passage(Row row) {
    return new Passage(
        row.integer(1),
        new TranscriptId(row.text(2)),
        (int) row.integer(3),
        (int) row.integer(4),
        Role.ofWire(row.text(5))
            .orElseThrow(() -> Stored.damaged("a message of no role that there is")),
        row.text(6),
        row.text(7));
  }

  /** Whether it holds exactly the words of the texts. */
  static boolean isTrue(Writing writing) {
    try {
      writing
          .session()
          .execute("INSERT INTO part_text (part_text, rank) VALUES ('integrity-check', 1)");
      return true;
    } catch (SqlFailure failure) {
      if (failure.isCorruptIndex()) {
        return false;
      }
      throw failure;
    }
  }
}
