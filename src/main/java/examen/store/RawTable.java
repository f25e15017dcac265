package examen.store;

import examen.transcript.TranscriptId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Records as they stood in the files that were imported. None is ever changed or deleted. */
public final class RawTable {
  private RawTable() {}

  /**
   * Stores a record.
   *
   * @param utf8 its text
   * @return its number, by which transcripts that come from it name it
   */
  public static long insert(Writing writing, byte[] utf8) {
    Packing packed = writing.session().packer().pack(utf8);
    long seq =
        writing
            .query(
                "INSERT INTO raw_record (packing, length, packed) VALUES (?, ?, ?) RETURNING seq")
            .text(packed.name())
            .integer(utf8.length)
            .bytes(packed.bytes())
            .first(row -> row.integer(1))
            .orElseThrow();
    Seals.renew(writing, SealedThing.of(SealKind.RECORD, seq));
    return seq;
  }

  /**
   * The record from which this transcript was read, as UTF-8; empty where none was kept.
   *
   * @throws StoreException if it is not as it was stored
   */
  public static Optional<byte[]> of(Reading reading, TranscriptId transcript) {
    reading
        .query("SELECT raw FROM transcript WHERE id = ? AND raw IS NOT NULL")
        .text(transcript.value())
        .first(row -> SealedThing.of(SealKind.RECORD, row.integer(1)))
        .ifPresent(record -> Seals.require(reading, record));
    return reading
        .query(
            "SELECT r.packing, r.length, r.packed FROM transcript t JOIN raw_record r ON r.seq ="
                + " t.raw WHERE t.id = ?")
        .text(transcript.value())
        .first(row -> new Packing(row.text(1), row.bytes(3)).record(Stored.number(row.integer(2))));
  }

  /** The number of the record from which each transcript was read, where one was kept. */
  public static Map<TranscriptId, Long> numbers(Reading reading) {
    Map<TranscriptId, Long> numbers = new HashMap<>();
    reading
        .query("SELECT id, raw FROM transcript WHERE raw IS NOT NULL")
        .each(
            row -> numbers.put(Stored.value(() -> new TranscriptId(row.text(1))), row.integer(2)));
    return numbers;
  }
}
