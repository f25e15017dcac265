package examen.store;

import examen.classifier.Citation;
import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.rating.Assignment;
import examen.rating.AssignmentPlan;
import examen.rating.Ledger;
import examen.rating.Overlap;
import examen.rating.PlanId;
import examen.rating.PlanTerms;
import examen.rating.Rater;
import examen.rating.RaterId;
import examen.transcript.Anchor;
import examen.transcript.Branch;
import examen.transcript.Conditions;
import examen.transcript.Message;
import examen.transcript.Metadata;
import examen.transcript.Part;
import examen.transcript.Provenance;
import examen.transcript.ReasoningKind;
import examen.transcript.Role;
import examen.transcript.Span;
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
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * A small project with something in every table and texts of several pages, and ways to hurt it.
 */
final class DamagedPages {
  static final int PAGE = 4096;

  /** What is done to one page. */
  enum Hurt {
    ZEROED,
    RANDOM,
    /** Changes places with another. */
    SWAPPED,
    /** Holds what another holds, too. */
    COPIED,
    /** One bit of one byte. */
    FLIPPED
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
            ProjectSettings.put(writing, "rules", words(random, 900));
            RaterTable.put(writing, new Rater(new RaterId("ann"), "Ann"), Projects.NOON);
            PlanTable.insert(writing, plan(all));
            SamplingTable.insert(writing, SamplingTableTest.plan("audit", all.size()));
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
                  new Part.Text(words(random, random.nextInt(6) == 0 ? 2500 : 60), null),
                  new Part.ToolCall(
                      words(random, 8),
                      null,
                      "send",
                      List.of(),
                      "call-" + random.nextInt(100),
                      words(random, 20))),
              Metadata.of(Map.of("time", Integer.toString(random.nextInt(1_000_000))))));
    }
    return new Transcript(
        new TranscriptId("%032x".formatted(1000 + number)),
        "sample " + number,
        new Provenance("plain", "f/" + number + ".txt", "", "0".repeat(64), 1),
        Conditions.of(Map.of(Conditions.MODEL, "m" + number % 3, "goal", words(random, 40))),
        Metadata.of(Map.of("note", "\"" + words(random, 30) + "\"")),
        messages,
        List.of(new Branch("main", List.of(0, 1)), new Branch(words(random, 30), List.of(1))));
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
        List.of(
            new Citation.Unplaced(words(random, 30)),
            Citation.InText.exactly(Anchor.at(transcript, 0, 0, new Span(0, 5)))));
  }

  private static AssignmentPlan plan(List<Transcript> all) {
    List<Assignment> assignments = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (String rater : List.of("ann", "ben", "cleo", "dan")) {
        assignments.add(new Assignment(all.get(i).id(), new RaterId(rater), i));
      }
    }
    return new AssignmentPlan(
        new PlanId(new UUID(0x7000, 1)),
        Projects.NOON,
        1,
        null,
        new PlanTerms(new Overlap.Each(4), List.of(), 3),
        new TreeSet<>(),
        assignments);
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
        case COPIED -> {
          int other = (page + 1 + random.nextInt(pages - 1)) % pages;
          bytes.seek((long) other * PAGE);
          bytes.readFully(now);
        }
        case FLIPPED -> {
          bytes.seek((long) page * PAGE);
          bytes.readFully(now);
          now[random.nextInt(PAGE)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
      }
      bytes.seek((long) page * PAGE);
      bytes.write(now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What of transcripts can be shown; what is refused is left out. */
  static SortedMap<String, String> shown(ProjectFile project) {
    SortedMap<String, String> all = new TreeMap<>();
    List<TranscriptId> ids = new ArrayList<>();
    try {
      project.reading(TranscriptTable::summaries).forEach(line -> ids.add(line.id()));
    } catch (StoreException refused) {
      return all;
    }
    for (TranscriptId id : ids) {
      for (BiConsumer<ProjectFile, SortedMap<String, String>> one : ofTranscript(id)) {
        try {
          one.accept(project, all);
        } catch (StoreException refused) {
          // Nothing wrong is shown.
        }
      }
    }
    return all;
  }

  private static List<BiConsumer<ProjectFile, SortedMap<String, String>>> ofTranscript(
      TranscriptId id) {
    return List.of(
        (project, all) ->
            all.put(
                "transcript " + id,
                project.reading(r -> TranscriptTable.read(r, id)).orElseThrow().toString()),
        (project, all) ->
            project
                .reading(r -> LabelTable.ofTranscript(r, id))
                .forEach(
                    label ->
                        all.put("label " + id + " " + label.name() + label.number(), "" + label)),
        (project, all) ->
            project
                .reading(r -> RawTable.of(r, id))
                .ifPresent(raw -> all.put("raw " + id, new String(raw, StandardCharsets.UTF_8))));
  }

  /** All that a project says, a line for each thing; whatever cannot be read throws. */
  static SortedMap<String, String> contents(ProjectFile project) {
    SortedMap<String, String> all = new TreeMap<>();
    for (TranscriptSummary line : project.reading(TranscriptTable::summaries)) {
      all.put("line " + line.id(), line.toString());
      ofTranscript(line.id()).forEach(one -> one.accept(project, all));
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
    project
        .reading(RaterTable::all)
        .forEach(rater -> all.put("rater " + rater.id(), rater.toString()));
    project
        .reading(PlanTable::current)
        .ifPresent(plan -> all.put("plan " + plan.id(), plan.toString()));
    for (String name : project.reading(SamplingTable::names)) {
      all.put("sampling " + name, "" + project.reading(r -> SamplingTable.of(r, name)));
    }
    project.reading(ProjectSettings::all).forEach((key, value) -> all.put("setting " + key, value));
    return all;
  }
}
