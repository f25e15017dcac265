package examen.store;

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
