package examen.store;

import examen.transcript.Branch;
import examen.transcript.Conditions;
import examen.transcript.Message;
import examen.transcript.Part;
import examen.transcript.Provenance;
import examen.transcript.Role;
import examen.transcript.Span;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The transcripts of a project, in the order of their import. None is ever changed or deleted. */
public final class TranscriptTable {
  private TranscriptTable() {}

  /**
   * Stores a transcript.
   *
   * @param imported the import that brings it
   * @return whether it was new; one with the same id stays as it is
   * @throws StoreException if it cannot be stored, such as for half a surrogate pair in a text; the
   *     whole transaction is then without effect
   */
  public static boolean insert(Writing writing, ImportId imported, Transcript transcript) {
    if (contains(writing, transcript.id())) {
      return false;
    }
    insertNew(writing, imported, transcript, null);
    SearchIndex.catchUp(writing);
    return true;
  }

  /**
   * Stores a transcript that is not there yet; {@link SearchIndex#catchUp} is the caller's, once
   * for many.
   *
   * @param raw number of the record that it comes from, see {@link RawTable}; null where there is
   *     none
   */
  public static void insertNew(
      Writing writing, ImportId imported, Transcript transcript, @Nullable Long raw) {
    insertHead(writing, imported, transcript, raw);
    String id = transcript.id().value();
    transcript
        .conditions()
        .values()
        .forEach((name, value) -> insertCondition(writing, id, name, value));
    insertMessages(writing, id, transcript.messages());
    insertParts(writing, id, transcript.messages());
    for (int i = 0; i < transcript.branches().size(); i++) {
      insertBranch(writing, id, i, transcript.branches().get(i));
    }
    Seals.renew(writing, SealedThing.transcript(transcript.id()));
    writing.provedBy(reading -> contains(reading, transcript.id()));
  }

  public static boolean contains(Reading reading, TranscriptId id) {
    return reading.query("SELECT 1 FROM transcript WHERE id = ?").text(id.value()).any();
  }

  /**
   * Title of a transcript that one of these formats has read of the sample of this name.
   *
   * @param sample not empty
   */
  public static Optional<String> titleOfSample(
      Reading reading, Collection<String> formats, String sample) {
    return reading
        .query(
            "SELECT format, title FROM transcript WHERE sample = ? AND sample <> '' ORDER BY seq")
        .text(sample)
        .list(row -> formats.contains(row.text(1)) ? row.text(2) : "")
        .stream()
        .filter(title -> !title.isEmpty())
        .findFirst();
  }

  /** The first transcript of the sample that its source calls by this name. */
  public static Optional<TranscriptId> ofSample(Reading reading, String sample) {
    return reading
        .query("SELECT id FROM transcript WHERE sample = ? AND sample <> '' ORDER BY seq LIMIT 1")
        .text(sample)
        .first(row -> Stored.value(() -> new TranscriptId(row.text(1))));
  }

  /**
   * The transcript from this place in a file of this name, if there is one such.
   *
   * @param file without folders
   */
  public static Optional<TranscriptId> ofRecord(Reading reading, String file, String record) {
    List<TranscriptId> there =
        reading
            .query(
                "SELECT id FROM transcript WHERE record = ? AND (source = ? OR"
                    + " substr(source, -length(?) - 1) = '/' || ?) LIMIT 2")
            .text(record)
            .text(file)
            .text(file)
            .text(file)
            .list(row -> Stored.value(() -> new TranscriptId(row.text(1))));
    return there.size() == 1 ? Optional.of(there.getFirst()) : Optional.empty();
  }

  /**
   * The transcript, exactly as it was stored.
   *
   * @throws StoreException if it is damaged
   */
  public static Optional<Transcript> read(Reading reading, TranscriptId id) {
    if (!contains(reading, id)) {
      return Optional.empty();
    }
    Seals.require(reading, SealedThing.transcript(id));
    return readAnyhow(reading, id);
  }

  /** The transcript as it reads now, for those who look at its seal themselves. */
  static Optional<Transcript> readAnyhow(Reading reading, TranscriptId id) {
    return reading
        .query(
            "SELECT title, format, source, record, sample, sha256, reader_version, metadata FROM"
                + " transcript WHERE id = ?")
        .text(id.value())
        .first(
            row ->
                new Transcript(
                    id,
                    row.text(1),
                    new Provenance(
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.text(5),
                        row.text(6),
                        (int) row.integer(7)),
                    conditions(reading, id),
                    Json.metadata(row.text(8)),
                    messages(reading, id),
                    branches(reading, id)));
  }

  public static int count(Reading reading) {
    return reading
        .query("SELECT count(*) FROM transcript")
        .first(row -> Stored.number(row.integer(1)))
        .orElseThrow();
  }

  /** The ids of all, in the order of import. */
  public static List<TranscriptId> ids(Reading reading) {
    return reading
        .query("SELECT id FROM transcript ORDER BY seq")
        .list(row -> Stored.value(() -> new TranscriptId(row.text(1))));
  }

  /** One line for each transcript, in the order of import. */
  public static List<TranscriptSummary> summaries(Reading reading) {
    Map<String, Map<String, String>> conditions = new HashMap<>();
    reading
        .query("SELECT transcript, name, value FROM condition")
        .each(
            row ->
                conditions
                    .computeIfAbsent(row.text(1), id -> new TreeMap<>())
                    .put(row.text(2), row.text(3)));
    return reading
        .query(
            "SELECT id, title, (SELECT count(*) FROM message WHERE transcript = t.id) FROM"
                + " transcript t ORDER BY seq")
        .list(
            row ->
                new TranscriptSummary(
                    Stored.value(() -> new TranscriptId(row.text(1))),
                    row.text(2),
                    Conditions.of(conditions.getOrDefault(row.text(1), Map.of())),
                    Stored.number(row.integer(3))));
  }

  /** The text of one part; empty if there is no such part. */
  static Optional<String> partText(
      Reading reading, TranscriptId transcript, int message, int part) {
    return reading
        .query("SELECT text FROM part WHERE transcript = ? AND message = ? AND idx = ?")
        .text(transcript.value())
        .integer(message)
        .integer(part)
        .first(row -> row.text(1));
  }

  private static void insertHead(
      Writing writing, ImportId imported, Transcript transcript, @Nullable Long raw) {
    Provenance provenance = transcript.provenance();
    writing
        .query(
            "INSERT INTO transcript (id, title, format, source, record, sample, sha256,"
                + " reader_version, metadata, imported_in, raw) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " ?, ?)")
        .text(transcript.id().value())
        .text(transcript.title())
        .text(provenance.format())
        .text(provenance.source())
        .text(provenance.record())
        .text(provenance.sample())
        .text(provenance.sha256())
        .integer(provenance.readerVersion())
        .text(Json.ofMetadata(transcript.metadata()))
        .integer(imported.value())
        .integerIfAny(raw)
        .update();
  }

  private static void insertCondition(
      Writing writing, String transcript, String name, String value) {
    writing
        .query("INSERT INTO condition (transcript, name, value) VALUES (?, ?, ?)")
        .text(transcript)
        .text(name)
        .text(value)
        .update();
  }

  private static void insertMessages(Writing writing, String transcript, List<Message> messages) {
    Query insert =
        writing.query(
            "INSERT INTO message (transcript, idx, role, speaker, metadata) VALUES (?, ?, ?, ?,"
                + " ?)");
    for (Message message : messages) {
      insert
          .text(transcript)
          .integer(message.index())
          .text(message.role().wire())
          .text(message.speaker())
          .text(Json.ofMetadata(message.metadata()))
          .addToBatch();
    }
    insert.runBatch();
  }

  private static void insertParts(Writing writing, String transcript, List<Message> messages) {
    Query insert =
        writing.query(
            "INSERT INTO part (transcript, message, idx, kind, text, source_start, source_end,"
                + " attributes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    for (Message message : messages) {
      for (int i = 0; i < message.parts().size(); i++) {
        Part part = message.parts().get(i);
        Span source = part.source();
        insert
            .text(transcript)
            .integer(message.index())
            .integer(i)
            .text(PartCodec.kind(part))
            .text(part.text())
            .integerIfAny(source == null ? null : (Integer) source.start())
            .integerIfAny(source == null ? null : (Integer) source.end())
            .text(PartCodec.attributes(part))
            .addToBatch();
      }
    }
    insert.runBatch();
  }

  private static void insertBranch(Writing writing, String transcript, int index, Branch branch) {
    writing
        .query("INSERT INTO branch (transcript, idx, name, messages) VALUES (?, ?, ?, ?)")
        .text(transcript)
        .integer(index)
        .text(branch.name())
        .text(Json.ofIndices(branch.messages()))
        .update();
  }

  private static Conditions conditions(Reading reading, TranscriptId id) {
    Map<String, String> values = new TreeMap<>();
    reading
        .query("SELECT name, value FROM condition WHERE transcript = ?")
        .text(id.value())
        .each(row -> values.put(row.text(1), row.text(2)));
    return Conditions.of(values);
  }

  private static List<Message> messages(Reading reading, TranscriptId id) {
    Map<Integer, List<Part>> parts = parts(reading, id);
    return reading
        .query("SELECT idx, role, speaker, metadata FROM message WHERE transcript = ? ORDER BY idx")
        .text(id.value())
        .list(
            row -> {
              int index = Stored.number(row.integer(1));
              Role role =
                  Role.ofWire(row.text(2))
                      .orElseThrow(() -> Stored.damaged("a role of no name that there is"));
              return new Message(
                  index,
                  role,
                  row.textIfAny(3),
                  parts.getOrDefault(index, List.of()),
                  Json.metadata(row.text(4)));
            });
  }

  private static Map<Integer, List<Part>> parts(Reading reading, TranscriptId id) {
    Map<Integer, List<Part>> byMessage = new HashMap<>();
    reading
        .query(
            "SELECT message, kind, text, source_start, source_end, attributes FROM part"
                + " WHERE transcript = ? ORDER BY message, idx")
        .text(id.value())
        .each(
            row ->
                byMessage
                    .computeIfAbsent(Stored.number(row.integer(1)), m -> new ArrayList<>())
                    .add(
                        PartCodec.part(
                            row.text(2),
                            row.text(3),
                            span(row.integerIfAny(4), row.integerIfAny(5)),
                            row.text(6))));
    return byMessage;
  }

  private static List<Branch> branches(Reading reading, TranscriptId id) {
    return reading
        .query("SELECT name, messages FROM branch WHERE transcript = ? ORDER BY idx")
        .text(id.value())
        .list(row -> new Branch(row.text(1), Json.indices(row.text(2))));
  }

  private static @Nullable Span span(@Nullable Long start, @Nullable Long end) {
    return start == null || end == null
        ? null
        : Stored.span(Stored.number(start), Stored.number(end));
  }
}
