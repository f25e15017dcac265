package examen.store;

import examen.rating.RaterId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The imports of a project, with what each took in and refused. */
public final class ImportLog {
  private ImportLog() {}

  /** Notes that an import begins; its transcripts name it. */
  public static ImportId begin(Writing writing, Instant at, @Nullable RaterId rater) {
    long id =
        writing
            .query("INSERT INTO source_import (at, rater) VALUES (?, ?) RETURNING id")
            .text(StoredTime.text(at))
            .text(rater == null ? null : rater.value())
            .first(row -> row.integer(1))
            .orElseThrow();
    Seals.renew(writing, SealedThing.of(SealKind.IMPORT, id));
    writing.provedBy(
        reading ->
            reading
                .query("SELECT 1 FROM source_import WHERE id = ? AND at = ?")
                .integer(id)
                .text(StoredTime.text(at))
                .any());
    return new ImportId(id);
  }

  /**
   * Keeps the report of an import that has ended.
   *
   * @param report a JSON text, kept as it is
   */
  public static void finish(Writing writing, ImportId id, String report) {
    Seals.change(writing, SealedThing.of(SealKind.IMPORT, id.value()));
    int found =
        writing
            .query("UPDATE source_import SET report = ? WHERE id = ?")
            .text(report)
            .integer(id.value())
            .update();
    if (found == 0) {
      throw new StoreException("there is no import " + id.value() + " to report on");
    }
  }

  /** All imports, oldest first. */
  public static List<ImportEntry> all(Reading reading) {
    return reading
        .query("SELECT id, at, rater, report FROM source_import ORDER BY id")
        .list(
            row ->
                new ImportEntry(
                    new ImportId(row.integer(1)),
                    StoredTime.of(row.text(2)),
                    Optional.ofNullable(row.textIfAny(3)),
                    Optional.ofNullable(row.textIfAny(4))));
  }
}
