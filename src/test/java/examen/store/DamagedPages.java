package examen.store;

import examen.classifier.Citation;
import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.rating.Ledger;
import examen.transcript.Conditions;
import examen.transcript.Message;
import examen.transcript.Metadata;
import examen.transcript.Part;
import examen.transcript.Provenance;
import examen.transcript.ReasoningKind;
import examen.transcript.Role;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A small project with something in every table and texts of several pages, and ways to hurt it.
 */
final class DamagedPages {
  static final int PAGE = 4096;

  /** What is done to one page. */
  enum Hurt {
    ZEROED,
    RANDOM,
    SWAPPED
  }

  private DamagedPages() {}

  static Path make(Path folder, long seed) {
    Random random = new Random(seed);
    List<Transcript> all = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      all.add(transcript(i, random));
    }
    try (ProjectFile project = Projects.create(folder)) {
      project.runInTransaction(
          writing -> {
            ImportId imported = ImportLog.begin(writing, Projects.NOON, null);
            LabelTable.insert(writing, new ClassifierRun("run", "judge", "1", "labels.json"));
            for (Transcript transcript : all) {
              long raw =
                  RawTable.insert(
                      writing,
                      words(random, 200 + random.nextInt(900)).getBytes(StandardCharsets.UTF_8));
              TranscriptTable.insertNew(writing, imported, transcript, raw);
              LabelTable.insert(writing, label(transcript, random));
            }
            SearchIndex.catchUp(writing);
            ImportLog.finish(writing, imported, "{\"found\":24}");
            CodebookTable.insert(
                writing, new StoredCodebook("book", 1, "{\"a\":\"" + words(random, 900) + "\"}"));
            CodebookTable.use(writing, "book", 1);
            ProjectSettings.put(writing, "rules", "{}");
          });
      List<Transcript> rated = List.of(Projects.transcript(1));
      project.runInTransaction(
          writing -> {
            ImportId imported = ImportLog.begin(writing, Projects.NOON, null);
            rated.forEach(t -> TranscriptTable.insert(writing, imported, t));
          });
      Ledger ledger = new Ledger();
      new Work("ann", ledger, rated, seed).store(project, 60);
      new Work("ben", ledger, rated, seed + 1).store(project, 60);
      return project.path();
    }
  }

  private static Transcript transcript(int number, Random random) {
    List<Message> messages = new ArrayList<>();
    int count = 2 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      messages.add(
          new Message(
              i,
              i % 2 == 0 ? Role.USER : Role.ASSISTANT,
              null,
              List.of(
                  new Part.Reasoning(
                      words(random, 5 + random.nextInt(40)), null, ReasoningKind.RAW, null),
                  new Part.Text(words(random, random.nextInt(6) == 0 ? 2500 : 60), null)),
              Metadata.NONE));
    }
    return new Transcript(
        new TranscriptId("%032x".formatted(1000 + number)),
        "sample " + number,
        new Provenance("plain", "f/" + number + ".txt", "", "0".repeat(64), 1),
        Conditions.of(Map.of(Conditions.MODEL, "m" + number % 3)),
        Metadata.of(Map.of("note", "\"" + words(random, 30) + "\"")),
        messages,
        List.of());
  }

  private static ClassifierLabel label(Transcript transcript, Random random) {
    return new ClassifierLabel(
        "run",
        transcript.id(),
        "harmful",
        0,
        "true",
        0.5,
        words(random, 40),
        List.of(new Citation.Unplaced("nothing of the kind")));
  }

  static String words(Random random, int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(Integer.toString(random.nextInt(1_000_000), 36)).append(' ');
    }
    return words.toString();
  }

  static int pages(Path file) {
    return (int) (Backups.size(file) / PAGE);
  }

  /**
   * @param page from 0
   */
  static void hurt(Path file, int page, Hurt how, Random random) {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      int pages = (int) (bytes.length() / PAGE);
      byte[] now = new byte[PAGE];
      switch (how) {
        case ZEROED -> {}
        case RANDOM -> random.nextBytes(now);
        case SWAPPED -> {
          int other = (page + 1 + random.nextInt(pages - 1)) % pages;
          byte[] here = new byte[PAGE];
          bytes.seek((long) page * PAGE);
          bytes.readFully(here);
          bytes.seek((long) other * PAGE);
          bytes.readFully(now);
          bytes.seek((long) other * PAGE);
          bytes.write(here);
        }
      }
      bytes.seek((long) page * PAGE);
      bytes.write(now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that a project says, a line for each thing; whatever cannot be read throws. */
  static SortedMap<String, String> contents(ProjectFile project) {
    SortedMap<String, String> all = new TreeMap<>();
    for (TranscriptSummary line : project.reading(TranscriptTable::summaries)) {
      String id = line.id().value();
      all.put("line " + id, line.toString());
      all.put(
          "transcript " + id,
          project.reading(r -> TranscriptTable.read(r, line.id())).orElseThrow().toString());
      project
          .reading(r -> LabelTable.ofTranscript(r, line.id()))
          .forEach(
              label -> all.put("label " + id + " " + label.name() + label.number(), "" + label));
      project
          .reading(r -> RawTable.of(r, line.id()))
          .ifPresent(raw -> all.put("raw " + id, new String(raw, StandardCharsets.UTF_8)));
    }
    ChangeLog.eachAfter(
        project, 0, step -> all.put("step " + step.step().id(), step.step().toString()));
    project
        .reading(CodebookTable::all)
        .forEach(book -> all.put("codebook " + book.id() + book.version(), book.toString()));
    all.put("codebook in use", project.reading(CodebookTable::inUse).toString());
    project.reading(LabelTable::runs).forEach(run -> all.put("run " + run.id(), run.toString()));
    project
        .reading(ImportLog::all)
        .forEach(entry -> all.put("import " + entry.id(), entry.toString()));
    project.reading(ProjectSettings::all).forEach((key, value) -> all.put("setting " + key, value));
    return all;
  }
}
