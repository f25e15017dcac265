package examen.store;

import examen.app.Progress;
import examen.app.TestProjects;
import examen.app.Workbench;
import examen.codebook.QuestionId;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.Ledger;
import examen.rating.RaterId;
import examen.rating.Step;
import examen.transcript.Conditions;
import examen.transcript.Message;
import examen.transcript.Metadata;
import examen.transcript.Part;
import examen.transcript.ReasoningKind;
import examen.transcript.Role;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Measures the project file. Arguments: a folder on the disk to be measured, and one of {@code
 * commit}, {@code act}, {@code log}, {@code fold} (after log), {@code import} and {@code open}
 * (after import), {@code team} and {@code opening} (after team). Run each as a program of its own.
 */
final class StoreBenchmark {
  private static final int COMMITS = 500;
  private static final int STEPS = 100_000;
  private static final int TRANSCRIPTS = 10_000;
  private static final int READ = 1000;
  private static final int RATERS = 5;
  private static final int ANNOTATIONS = 20;
  private static final int MESSAGES = 6;
  private static final int MESSAGE_LENGTH = 1200;
  private static final int BATCH = 100;

  private final Path folder;

  private StoreBenchmark(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException {
    StoreBenchmark benchmark = new StoreBenchmark(Path.of(args[0]));
    double before = worked();
    switch (args[1]) {
      case "commit" -> benchmark.commit();
      case "act" -> benchmark.act();
      case "log" -> benchmark.log();
      case "fold" -> benchmark.fold();
      case "import" -> benchmark.importMany();
      case "open" -> benchmark.open();
      case "team" -> benchmark.team();
      case "opening" -> benchmark.opening();
      default -> throw new IllegalArgumentException(args[1]);
    }
    report("processor time: %.0f ms".formatted(worked() - before));
  }

  /** One command beside one row of plain SQLite with the same pragmas, turn by turn. */
  private void commit() throws IOException {
    Path raw = folder.resolve("raw.db");
    Files.deleteIfExists(raw);
    Files.deleteIfExists(folder.resolve("project.examen"));
    List<Double> ours = new ArrayList<>();
    List<Double> plain = new ArrayList<>();
    try (ProjectFile project = Projects.createWith(folder, 10);
        Session session = new Sessions(raw).create()) {
      session.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT NOT NULL)");
      Work work = new Work("ann", new Ledger(), List.of(Projects.transcript(1)), 1);
      for (int i = 0; i < COMMITS; i++) {
        Step step = work.next();
        long from = System.nanoTime();
        ChangeLog.append(project, step);
        ours.add(millis(from));
        work.ledger().apply(step);
        long plainFrom = System.nanoTime();
        session.execute("BEGIN IMMEDIATE");
        session.query("INSERT INTO row (text) VALUES (?)").text("x".repeat(400)).update();
        session.execute("COMMIT");
        plain.add(millis(plainFrom));
      }
    }
    report("command, ms: median %.2f, p95 %.2f".formatted(at(ours, 0.5), at(ours, 0.95)));
    report("plain row, ms: median %.2f, p95 %.2f".formatted(at(plain, 0.5), at(plain, 0.95)));
  }

  /** The same as a rater does it, with all that is asked before it is stored. */
  private void act() throws IOException {
    Path file = folder.resolve("act.examen");
    Files.deleteIfExists(file);
    RaterId ann = new RaterId("ann");
    List<Double> acts = new ArrayList<>();
    List<Double> worked = new ArrayList<>();
    try (Workbench workbench = Workbench.openOrCreate(file, TestProjects.surroundings(folder))) {
      workbench.importFrom(TestProjects.request(TestProjects.SAMPLES), Progress.NONE);
      TranscriptId id = workbench.lead().transcripts().getFirst().id();
      QuestionId question = workbench.codebook().questions().getFirst().id();
      List<String> answers =
          workbench.codebook().questions().getFirst().answers().stream()
              .map(answer -> answer.id())
              .toList();
      for (int i = 0; i < COMMITS; i++) {
        long from = System.nanoTime();
        double before = worked();
        Decision decision =
            workbench.act(ann, new Command.Answer(id, question, answers.get(i % answers.size())));
        acts.add(millis(from));
        worked.add(worked() - before);
        if (!(decision instanceof Decision.Accepted)) {
          throw new IllegalStateException(decision.toString());
        }
      }
    }
    report("an answer, ms: median %.2f, p95 %.2f".formatted(at(acts, 0.5), at(acts, 0.95)));
    report("processor time of this thread, ms: median %.2f".formatted(at(worked, 0.5)));
  }

  private void log() throws IOException {
    Files.deleteIfExists(folder.resolve("project.examen"));
    try (ProjectFile project = Projects.createWith(folder, 200)) {
      List<Transcript> transcripts = new ArrayList<>();
      for (int i = 1; i <= 200; i++) {
        transcripts.add(Projects.transcript(i));
      }
      Work work = new Work("ann", new Ledger(), transcripts, 1);
      double spent = 0;
      double worked = 0;
      for (int i = 0; i < STEPS; i += 1000) {
        List<Step> steps = new ArrayList<>();
        for (int n = 0; n < 1000; n++) {
          Step step = work.next();
          work.ledger().apply(step);
          steps.add(step);
        }
        long from = System.nanoTime();
        double before = worked();
        project.runInTransaction(writing -> steps.forEach(step -> ChangeLog.append(writing, step)));
        spent += millis(from);
        worked += worked() - before;
      }
      report("processor time of the storing: %.0f ms".formatted(worked));
      report("%d steps stored, 1000 at a time: %.1f s".formatted(STEPS, spent / 1000));
      List<Double> single = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        Step step = work.next();
        long one = System.nanoTime();
        ChangeLog.append(project, step);
        single.add(millis(one));
        work.ledger().apply(step);
      }
      report("one more command, ms: median %.2f".formatted(at(single, 0.5)));
    }
    report("file: %.1f MB".formatted(Files.size(folder.resolve("project.examen")) / 1e6));
  }

  private void fold() {
    long from = System.nanoTime();
    try (ProjectFile project = ProjectFile.open(folder.resolve("project.examen"))) {
      report("opened in %.0f ms".formatted(millis(from)));
      long folding = System.nanoTime();
      double before = worked();
      Ledger ledger = new Ledger();
      ChangeLog.eachInOrder(project, logged -> ledger.apply(logged.step()));
      report(
          "folded into %d things in %.0f ms, processor time %.0f ms"
              .formatted(ledger.things().size(), millis(folding), worked() - before));
      long verifying = System.nanoTime();
      int findings = Verification.of(project).size();
      report("verified with %d findings in %.0f ms".formatted(findings, millis(verifying)));
    }
  }

  /** What five raters leave who have read all of a thousand transcripts. */
  private void team() throws IOException {
    Path file = folder.resolve("project.examen");
    Files.deleteIfExists(file);
    Ledger ledger = new Ledger();
    try (ProjectFile project = Projects.createWith(folder, READ)) {
      for (int number = 1; number <= READ; number++) {
        List<Step> steps = annotations(ledger, number);
        project.runInTransaction(writing -> steps.forEach(step -> ChangeLog.append(writing, step)));
      }
      report("%d steps".formatted(project.reading(ChangeLog::lastSeq)));
    }
    report("file: %.1f MB".formatted(Files.size(file) / 1e6));
  }

  private static List<Step> annotations(Ledger ledger, int number) {
    List<Step> steps = new ArrayList<>();
    for (int rater = 0; rater < RATERS; rater++) {
      Work work =
          new Work(
              "rater-" + rater, ledger, List.of(Projects.transcript(number)), number * 10L + rater);
      for (int i = 0; i < ANNOTATIONS; i++) {
        if (work.decide(work.putTag()) instanceof Decision.Accepted(Step step)) {
          ledger.apply(step);
          steps.add(step);
        }
      }
    }
    return steps;
  }

  /** From the file to all of it being ready for work, as the program does it. */
  private void opening() {
    Path file = folder.resolve("project.examen");
    for (int i = 0; i < 3; i++) {
      long from = System.nanoTime();
      double before = worked();
      try (Workbench workbench = Workbench.open(file, TestProjects.surroundings(folder))) {
        report(
            "opened in %.0f ms, processor time of this thread %.0f ms: %d transcripts"
                .formatted(millis(from), worked() - before, workbench.lead().transcripts().size()));
      }
    }
  }

  private void importMany() throws IOException {
    Path file = folder.resolve("import.examen");
    Files.deleteIfExists(file);
    List<Double> batches = new ArrayList<>();
    Random random = new Random(1);
    double bytes = (double) TRANSCRIPTS * MESSAGES * MESSAGE_LENGTH;
    try (ProjectFile project = ProjectFile.create(file, Projects.ORIGIN)) {
      ImportId imported =
          project.inTransaction(writing -> ImportLog.begin(writing, Projects.NOON, null));
      double spent = 0;
      double worked = 0;
      for (int i = 0; i < TRANSCRIPTS; i += BATCH) {
        List<Transcript> batch = new ArrayList<>();
        for (int n = 0; n < BATCH; n++) {
          batch.add(transcript(i + n, random));
        }
        long from = System.nanoTime();
        double before = worked();
        project.runInTransaction(
            writing ->
                batch.forEach(transcript -> TranscriptTable.insert(writing, imported, transcript)));
        double took = millis(from);
        batches.add(took);
        spent += took;
        worked += worked() - before;
      }
      report("processor time of the storing: %.0f ms".formatted(worked));
      long rows = (long) TRANSCRIPTS * (1 + 4 + 2 * MESSAGES);
      report(
          "%d transcripts in %.1f s: %.1f MB/s of text, %.0f rows/s; a batch of %d: median %.0f ms, longest %.0f ms"
              .formatted(
                  TRANSCRIPTS,
                  spent / 1000,
                  bytes / 1e6 / (spent / 1000),
                  rows / (spent / 1000),
                  BATCH,
                  at(batches, 0.5),
                  at(batches, 1)));
    }
    report("file: %.1f MB".formatted(Files.size(file) / 1e6));
  }

  private void open() {
    long from = System.nanoTime();
    try (ProjectFile project = ProjectFile.open(folder.resolve("import.examen"))) {
      report("opened in %.0f ms".formatted(millis(from)));
      long listing = System.nanoTime();
      int count = project.reading(TranscriptTable::summaries).size();
      report("%d summaries in %.0f ms".formatted(count, millis(listing)));
      List<Double> reads = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        TranscriptId id = new TranscriptId("%032x".formatted(i * 37L));
        long reading = System.nanoTime();
        if (project.reading(r -> TranscriptTable.read(r, id)).isEmpty()) {
          throw new IllegalStateException("no transcript " + id);
        }
        reads.add(millis(reading));
      }
      report(
          "one transcript read, ms: median %.2f, longest %.2f"
              .formatted(at(reads, 0.5), at(reads, 1)));
      long verifying = System.nanoTime();
      int findings = Verification.of(project).size();
      report("verified with %d findings in %.0f ms".formatted(findings, millis(verifying)));
    }
  }

  private static Transcript transcript(int number, Random random) {
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      Part part =
          i % 2 == 0
              ? new Part.Text(text(random), null)
              : new Part.Reasoning(text(random), null, ReasoningKind.RAW, null);
      messages.add(
          new Message(
              i, i % 2 == 0 ? Role.USER : Role.ASSISTANT, null, List.of(part), Metadata.NONE));
    }
    return new Transcript(
        new TranscriptId("%032x".formatted(number)),
        "sample " + number,
        Projects.transcript(1).provenance(),
        Conditions.of(
            Map.of("model", "m" + number % 7, "scenario", "s", "goal", "g", "urgency", "u")),
        Metadata.NONE,
        messages,
        List.of());
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    while (text.length() < MESSAGE_LENGTH) {
      text.append("word").append(random.nextInt(10_000)).append(' ');
    }
    return text.substring(0, MESSAGE_LENGTH);
  }

  /** What this thread has worked: on a busy machine the clock alone says little. */
  private static double worked() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
  }

  private static double millis(long from) {
    return (System.nanoTime() - from) / 1e6;
  }

  /** The value below which this share of all lies. */
  private static double at(List<Double> values, double share) {
    Collections.sort(values);
    return values.get((int) Math.min(values.size() - 1L, Math.round(share * values.size())));
  }

  private static void report(String line) {
    System.out.println(line);
  }
}
