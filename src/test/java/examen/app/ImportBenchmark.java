package examen.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Measures imports. Arguments: a folder on the disk to be measured, what to import, and how much of
 * it:
 *
 * <ul>
 *   <li>{@code jsonl MB}: one file of conversations, beside the least that has to be done with it:
 *       parse, insert a row for each message, index its words; then detection over what was
 *       imported
 *   <li>{@code small COUNT}: one file of so many short conversations
 *   <li>{@code eval SAMPLES}: one Inspect archive, about 0.3 MB packed for each sample
 *   <li>{@code files COUNT}: so many small files
 * </ul>
 *
 * A fourth argument says how many rounds, 3 if it is missing. Run it with {@code -Xmx512m} to see
 * that memory does not grow with the file.
 */
final class ImportBenchmark {
  private static final int MESSAGES = 6;
  private static final int MESSAGE_LENGTH = 1_300;
  private static final int EVENTS = 500;
  private static final JsonFactory JSON = new JsonFactory();

  private final Path folder;
  private final Words words = new Words(new Random(1));

  private ImportBenchmark(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException, SQLException {
    ImportBenchmark benchmark = new ImportBenchmark(Path.of(args[0]));
    int size = Integer.parseInt(args[2]);
    int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 3;
    Path input =
        switch (args[1]) {
          case "jsonl" -> benchmark.jsonl(size);
          case "small" -> benchmark.small(size);
          case "eval" -> benchmark.eval(size);
          case "files" -> benchmark.files(size);
          default -> throw new IllegalArgumentException(args[1]);
        };
    for (int round = 1; round <= rounds; round++) {
      report("round " + round);
      double bare = input.toString().endsWith(".jsonl") ? benchmark.bare(input) : 0;
      double ours = benchmark.ours(input);
      if (bare > 0) {
        report(
            "  the import runs at %.2f of the bare pipeline, in processor time"
                .formatted(bare / ours));
      }
    }
  }

  /** Text of a size and spread of words like that of real conversations. */
  private static final class Words {
    private final Random random;
    private final String[] all = new String[20_000];

    Words(Random random) {
      this.random = random;
      for (int i = 0; i < all.length; i++) {
        StringBuilder word = new StringBuilder();
        int length = 2 + random.nextInt(8);
        for (int n = 0; n < length; n++) {
          word.append((char) ('a' + random.nextInt(26)));
        }
        all[i] = word.toString();
      }
    }

    String text(int length) {
      StringBuilder text = new StringBuilder();
      while (text.length() < length) {
        double rank = Math.pow(all.length, random.nextDouble());
        text.append(all[(int) rank - 1]).append(random.nextInt(12) == 0 ? ".\n" : " ");
      }
      return text.toString();
    }
  }

  private Path jsonl(int megabytes) throws IOException {
    Path file = folder.resolve("benchmark-" + megabytes + ".jsonl");
    if (Files.exists(file)) {
      return file;
    }
    long written = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      while (written < megabytes * 1_000_000L) {
        byte[] line = (conversation() + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(line);
        written += line.length;
      }
    }
    return file;
  }

  private Path small(int count) throws IOException {
    Path file = folder.resolve("benchmark-small-" + count + ".jsonl");
    if (Files.exists(file)) {
      return file;
    }
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < count; i++) {
        out.write(conversation(2, 300) + "\n");
      }
    }
    return file;
  }

  private String conversation() throws IOException {
    return conversation(MESSAGES, MESSAGE_LENGTH);
  }

  private String conversation(int count, int length) throws IOException {
    java.io.StringWriter text = new java.io.StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeFieldName("messages");
      messages(json, count, length);
      json.writeEndObject();
    }
    return text.toString();
  }

  private void messages(JsonGenerator json, int count, int length) throws IOException {
    json.writeStartArray();
    for (int i = 0; i < count; i++) {
      json.writeStartObject();
      json.writeStringField(
          "role",
          i == 0 && count > 2 ? "system" : (i % 2 == 1) == (count > 2) ? "user" : "assistant");
      json.writeStringField("content", words.text(length / 2 + words.random.nextInt(length)));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private Path files(int count) throws IOException {
    Path root = folder.resolve("benchmark-files-" + count);
    for (int i = 0; i < count; i++) {
      Path file = root.resolve("%03d/%05d.json".formatted(i / 1000, i));
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, conversation());
      }
    }
    return root;
  }

  private Path eval(int samples) throws IOException {
    Path file = folder.resolve("benchmark-" + samples + ".eval");
    if (Files.exists(file)) {
      return file;
    }
    String header =
        """
        {"version":2,"status":"success","eval":{"run_id":"r","created":"2026-11-21T10:00:00+00:00","task":"benchmark",\
        "task_id":"t","model":"mockllm/model","dataset":{"samples":%d},"config":{}}}\
        """
            .formatted(samples);
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
      member(zip, "_journal/start.json", header);
      for (int i = 1; i <= samples; i++) {
        member(zip, "samples/" + i + "_epoch_1.json", sample(i));
      }
      member(zip, "header.json", header);
    }
    return file;
  }

  private static void member(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** Most of it events, which an import passes over, as in real logs. */
  private String sample(int number) throws IOException {
    java.io.StringWriter text = new java.io.StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("id", number);
      json.writeNumberField("epoch", 1);
      json.writeStringField("uuid", "uuid" + number);
      json.writeStringField("input", "benchmark");
      json.writeStringField("target", "");
      json.writeFieldName("messages");
      messages(json, MESSAGES, MESSAGE_LENGTH);
      json.writeArrayFieldStart("events");
      for (int i = 0; i < EVENTS; i++) {
        json.writeStartObject();
        json.writeStringField("event", "info");
        json.writeStringField("data", words.text(MESSAGE_LENGTH));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private double ours(Path input) throws IOException {
    Path project = folder.resolve("benchmark.examen");
    Files.deleteIfExists(project);
    resetPeak();
    Clock clock = new Clock();
    try (Workbench workbench = Workbench.openOrCreate(project, TestProjects.surroundings(folder))) {
      ImportReport imported =
          workbench.importFrom(
              new ImportRequest(List.of(input), null, Map.of(), false), Progress.NONE);
      double worked = clock.report("import", size(input), imported.imported());
      if (imported.imported() != imported.found()) {
        throw new IllegalStateException(imported.found() - imported.imported() + " not imported");
      }
      report(
          "  heap at most %d MB; project %.2f of the input"
              .formatted(peak(), Files.size(project) / (double) size(input)));
      Clock detecting = new Clock();
      DetectJob job = new DetectJob((transcript, highlight) -> {});
      job.over(workbench.lead(), Progress.NONE);
      detecting.report("detection over it", size(input), job.transcripts());
      return worked;
    } finally {
      Clock opening = new Clock();
      Workbench.open(project, TestProjects.surroundings(folder)).close();
      opening.report("opening", size(input), 1);
    }
  }

  /** The least that an import with an index of words has to do. */
  private double bare(Path input) throws IOException, SQLException {
    Path file = folder.resolve("benchmark-bare.db");
    Files.deleteIfExists(file);
    Clock clock = new Clock();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + file + "?jdbc.get_generated_keys=false");
        Statement statement = connection.createStatement()) {
      for (String pragma :
          List.of(
              "journal_mode=DELETE",
              "synchronous=EXTRA",
              "temp_store=MEMORY",
              "cache_size=-131072")) {
        statement.execute("PRAGMA " + pragma);
      }
      statement.execute(
          "CREATE TABLE message (id INTEGER PRIMARY KEY, transcript INTEGER, idx INTEGER, role"
              + " TEXT, text TEXT)");
      statement.execute(
          "CREATE VIRTUAL TABLE message_text USING fts5 (text, content = 'message', content_rowid ="
              + " 'id', tokenize = 'unicode61 remove_diacritics 2')");
      statement.execute("BEGIN IMMEDIATE");
      int transcripts = insertAll(input, connection);
      statement.execute("COMMIT");
      return clock.report("bare pipeline", size(input), transcripts);
    }
  }

  private static int insertAll(Path input, Connection connection) throws IOException, SQLException {
    int transcripts = 0;
    long id = 0;
    try (PreparedStatement row =
            connection.prepareStatement("INSERT INTO message VALUES (?, ?, ?, ?, ?)");
        PreparedStatement words =
            connection.prepareStatement("INSERT INTO message_text (rowid, text) VALUES (?, ?)");
        JsonParser json = JSON.createParser(input.toFile())) {
      String role = "";
      int index = 0;
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.START_ARRAY) {
          transcripts++;
          index = 0;
        } else if (token == JsonToken.VALUE_STRING && json.currentName().equals("role")) {
          role = json.getText();
        } else if (token == JsonToken.VALUE_STRING) {
          String text = json.getText();
          row.setLong(1, ++id);
          row.setLong(2, transcripts);
          row.setLong(3, index++);
          row.setString(4, role);
          row.setString(5, text);
          row.executeUpdate();
          words.setLong(1, id);
          words.setString(2, text);
          words.executeUpdate();
        }
      }
    }
    return transcripts;
  }

  /** What this thread has worked: on a busy machine the clock alone says little. */
  private static final class Clock {
    private final long from = System.nanoTime();
    private final long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

    double report(String what, long bytes, int transcripts) {
      double seconds = (System.nanoTime() - from) / 1e9;
      double processor =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked) / 1e9;
      ImportBenchmark.report(
          "  %s: %.2f s, %.1f MB/s, %.0f transcripts/s; processor time %.2f s, %.1f MB/s"
              .formatted(
                  what,
                  seconds,
                  bytes / 1e6 / seconds,
                  transcripts / seconds,
                  processor,
                  bytes / 1e6 / processor));
      return processor;
    }
  }

  private static long size(Path input) throws IOException {
    if (Files.isRegularFile(input)) {
      return Files.size(input);
    }
    long size = 0;
    try (var all = Files.walk(input)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        size += Files.size(file);
      }
    }
    return size;
  }

  private static void resetPeak() {
    heaps().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peak() {
    return heaps().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
  }

  private static List<MemoryPoolMXBean> heaps() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static void report(String line) {
    System.out.println(String.format(Locale.ROOT, "%s", line));
  }
}
