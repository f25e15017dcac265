package examen.store;

import java.util.List;
import java.util.Optional;

/**
 * The codebooks of a project in all versions, of which one at a time is in use. None is ever
 * changed.
 */
public final class CodebookTable {
  private static final String CODEBOOK = "SELECT id, version, json FROM codebook";

  private CodebookTable() {}

  /**
   * Stores a version of a codebook.
   *
   * @return whether it was new
   * @throws StoreException if there is another text for this version
   */
  public static boolean insert(Writing writing, StoredCodebook codebook) {
    Optional<StoredCodebook> there = get(writing, codebook.id(), codebook.version());
    if (there.isPresent()) {
      if (!there.get().equals(codebook)) {
        throw new StoreException(
            "not stored: the project has another version "
                + codebook.version()
                + " of this codebook");
      }
      return false;
    }
    writing
        .query("INSERT INTO codebook (id, version, json, active) VALUES (?, ?, ?, 0)")
        .text(codebook.id())
        .integer(codebook.version())
        .text(codebook.json())
        .update();
    Seals.renew(writing, SealedThing.codebook(codebook.id(), codebook.version()));
    writing.provedBy(reading -> get(reading, codebook.id(), codebook.version()).isPresent());
    return true;
  }

  /**
   * Puts a version in use, in place of the one that was.
   *
   * @throws StoreException if it is not there
   */
  public static void use(Writing writing, String id, int version) {
    inUse(writing)
        .ifPresent(was -> Seals.change(writing, SealedThing.codebook(was.id(), was.version())));
    Seals.change(writing, SealedThing.codebook(id, version));
    writing.query("UPDATE codebook SET active = 0 WHERE active = 1").update();
    int found =
        writing
            .query("UPDATE codebook SET active = 1 WHERE id = ? AND version = ?")
            .text(id)
            .integer(version)
            .update();
    if (found == 0) {
      throw new StoreException("the project has no version " + version + " of this codebook");
    }
  }

  public static Optional<StoredCodebook> inUse(Reading reading) {
    return reading.query(CODEBOOK + " WHERE active = 1").first(CodebookTable::codebook);
  }

  public static Optional<StoredCodebook> get(Reading reading, String id, int version) {
    return reading
        .query(CODEBOOK + " WHERE id = ? AND version = ?")
        .text(id)
        .integer(version)
        .first(CodebookTable::codebook);
  }

  /** All codebooks by id, each with its versions in order. */
  public static List<StoredCodebook> all(Reading reading) {
    return reading.query(CODEBOOK + " ORDER BY id, version").list(CodebookTable::codebook);
  }

  private static StoredCodebook codebook(Row row) {
    return new StoredCodebook(row.text(1), Stored.number(row.integer(2)), row.text(3));
  }
}
