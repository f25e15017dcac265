package examen.store;

import examen.rating.Ledger;
import examen.rating.Step;
import examen.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program of its own that rates and imports in a project and says each time, once it is stored,
 * what: {@code step ID} or {@code transcript ID}. Arguments: file, rater, seed, how often.
 */
final class RatingProgram {
  private RatingProgram() {}

  public static void main(String[] args) {
    long seed = Long.parseLong(args[2]);
    int times = Integer.parseInt(args[3]);
    try (ProjectFile project = ProjectFile.open(Path.of(args[0]))) {
      Ledger ledger = new Ledger();
      ChangeLog.eachAfter(project, 0, logged -> ledger.apply(logged.step()));
      Work work = new Work(args[1], ledger, List.of(Projects.transcript(1)), seed);
      RandomTranscripts transcripts = new RandomTranscripts(seed);
      say("open");
      for (int i = 0; i < times; i++) {
        if (i % 8 == 7) {
          importTen(project, transcripts);
        } else {
          Step step = work.next();
          ChangeLog.append(project, step);
          ledger.apply(step);
          say("step " + step.id());
        }
      }
    }
  }

  /**
   * Starts it with the class path and the java of this program; what it says goes to {@link #said}.
   */
  static Process start(Path file, String rater, long seed, int times) throws IOException {
    Files.writeString(output(file), "");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    // A killed program leaves the driver's library behind: here it goes with the test's folder.
    command.addAll(
        List.of("-Dorg.sqlite.tmpdir=" + file.getParent(), "-Dslf4j.internal.verbosity=ERROR"));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), RatingProgram.class.getName()));
    command.addAll(List.of(file.toString(), rater, Long.toString(seed), Integer.toString(times)));
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(output(file).toFile())
        .start();
  }

  /** The whole lines that it has said so far. */
  static List<String> said(Path file) throws IOException {
    String all = Files.readString(output(file));
    return all.substring(0, all.lastIndexOf('\n') + 1).lines().toList();
  }

  private static Path output(Path file) {
    return file.resolveSibling("said.txt");
  }

  static void await(Process process) throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the other program does not end");
    }
  }

  private static void importTen(ProjectFile project, RandomTranscripts transcripts) {
    List<String> ids =
        project.inTransaction(
            writing -> {
              ImportId imported = ImportLog.begin(writing, Projects.NOON, null);
              List<String> stored = new ArrayList<>();
              for (int i = 0; i < 10; i++) {
                Transcript transcript = transcripts.next();
                TranscriptTable.insert(writing, imported, transcript);
                stored.add(transcript.id().value());
              }
              ImportLog.finish(writing, imported, "{}");
              return stored;
            });
    ids.forEach(id -> say("transcript " + id));
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
