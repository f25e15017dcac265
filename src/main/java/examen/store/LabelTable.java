package examen.store;

import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.transcript.TranscriptId;
import java.util.List;
import java.util.Optional;

/** What classifiers said: runs, and for each run the labels it gave transcripts. */
public final class LabelTable {
  private static final String LABEL =
      "SELECT run, transcript, name, number, value, score, rationale FROM classifier_label";
  private static final String RUN = "SELECT id, name, version, source FROM classifier_run";

  private LabelTable() {}

  /**
   * Stores a run.
   *
   * @return whether it was new
   * @throws StoreException if there is another run with this id
   */
  public static boolean insert(Writing writing, ClassifierRun run) {
    Optional<ClassifierRun> there = run(writing, run.id());
    if (there.isPresent()) {
      if (!there.get().equals(run)) {
        throw new StoreException(
            "not stored: the project has another classifier run with the same id");
      }
      return false;
    }
    writing
        .query("INSERT INTO classifier_run (id, name, version, source) VALUES (?, ?, ?, ?)")
        .text(run.id())
        .text(run.name())
        .text(run.version())
        .text(run.source())
        .update();
    Seals.renew(writing, SealedThing.of(SealKind.RUN, run.id()));
    return true;
  }

  /**
   * Stores a label; what is there already is never changed.
   *
   * @throws StoreException if its run is not there, its value is no JSON text or its score is NaN
   */
  public static LabelOutcome insert(Writing writing, ClassifierLabel label) {
    Optional<ClassifierLabel> there =
        writing
            .query(LABEL + " WHERE run = ? AND transcript = ? AND name = ? AND number = ?")
            .text(label.run())
            .text(label.transcript().value())
            .text(label.name())
            .integer(label.number())
            .first(LabelTable::label)
            .map(found -> cited(writing, found));
    if (there.isPresent()) {
      return there.get().equals(label) ? LabelOutcome.PRESENT : LabelOutcome.CONFLICT;
    }
    if (!TranscriptTable.contains(writing, label.transcript())) {
      return LabelOutcome.NO_TRANSCRIPT;
    }
    SealedThing labels = SealedThing.labels(label.transcript(), label.run());
    if (Seals.isBroken(writing, labels)) {
      return LabelOutcome.CONFLICT;
    }
    Seals.renew(writing, labels);
    writing
        .query(
            "INSERT INTO classifier_label (run, transcript, name, number, value, score, rationale)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)")
        .text(label.run())
        .text(label.transcript().value())
        .text(label.name())
        .integer(label.number())
        .text(label.value())
        .realIfAny(label.score())
        .text(label.rationale())
        .update();
    CitationTable.insert(writing, label);
    return LabelOutcome.STORED;
  }

  /** The run with this id. */
  public static Optional<ClassifierRun> run(Reading reading, String id) {
    return reading.query(RUN + " WHERE id = ?").text(id).first(LabelTable::run);
  }

  /** All runs, in the order of import. */
  public static List<ClassifierRun> runs(Reading reading) {
    return reading.query(RUN + " ORDER BY seq").list(LabelTable::run);
  }

  /** What this run said, by transcript, name and number. */
  public static List<ClassifierLabel> ofRun(Reading reading, String run) {
    return reading
        .query(LABEL + " WHERE run = ? ORDER BY transcript, name, number")
        .text(run)
        .list(LabelTable::label)
        .stream()
        .map(label -> cited(reading, label))
        .toList();
  }

  /**
   * What all runs said of this transcript, by run, name and number.
   *
   * @throws StoreException if any of it is not as it was stored
   */
  public static List<ClassifierLabel> ofTranscript(Reading reading, TranscriptId transcript) {
    for (String run : Seals.runs(reading, transcript.value())) {
      Seals.require(reading, SealedThing.labels(transcript, run));
    }
    return ofTranscriptAnyhow(reading, transcript);
  }

  /** The same as it reads now, for those who look at its seal themselves. */
  static List<ClassifierLabel> ofTranscriptAnyhow(Reading reading, TranscriptId transcript) {
    return reading
        .query(LABEL + " WHERE transcript = ? ORDER BY run, name, number")
        .text(transcript.value())
        .list(LabelTable::label)
        .stream()
        .map(label -> cited(reading, label))
        .toList();
  }

  /** How many labels there are on all transcripts that come from the same record as this one. */
  public static long countOfRecord(Reading reading, TranscriptId transcript) {
    return reading
        .query(
            "SELECT count(*) FROM classifier_label WHERE transcript IN (SELECT o.id FROM transcript"
                + " t JOIN transcript o ON o.raw = t.raw OR o.id = t.id WHERE t.id = ?)")
        .text(transcript.value())
        .first(row -> row.integer(1))
        .orElse(0L);
  }

  private static ClassifierLabel cited(Reading reading, ClassifierLabel label) {
    return new ClassifierLabel(
        label.run(),
        label.transcript(),
        label.name(),
        label.number(),
        label.value(),
        label.score(),
        label.rationale(),
        CitationTable.of(reading, label));
  }

  private static ClassifierRun run(Row row) {
    return new ClassifierRun(row.text(1), row.text(2), row.text(3), row.text(4));
  }

  private static ClassifierLabel label(Row row) {
    TranscriptId transcript = Stored.value(() -> new TranscriptId(row.text(2)));
    return new ClassifierLabel(
        row.text(1),
        transcript,
        row.text(3),
        Stored.number(row.integer(4)),
        row.text(5),
        row.realIfAny(6),
        row.textIfAny(7),
        List.of());
  }
}
