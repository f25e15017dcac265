package examen.format.catalogue;

import static examen.format.catalogue.HostileImport.record;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.ChildProgram;
import examen.app.ImportReport;
import examen.app.Progress;
import examen.app.TestProjects;
import examen.app.TranscriptLine;
import examen.app.Workbench;
import examen.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that is killed leaves whole files only, and the next one brings the rest. */
class ImportKillTest {
  private static final int FILES = 12;
  private static final int RECORDS = 25;

  /** So many that three files are stored together. */
  private static final int WORDS = 2_500;

  @TempDir private Path temporary;
  private Path root = Path.of("");
  private Map<String, Transcript> undisturbed = Map.of();

  @BeforeEach
  void importUndisturbed() throws IOException {
    root = temporary.toRealPath();
    Path folder = Files.createDirectory(root.resolve("in"));
    for (int file = 0; file < FILES; file++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < RECORDS; i++) {
        text.append(record("File " + file + ", number " + i + "?" + " word".repeat(WORDS)));
      }
      Files.writeString(folder.resolve("f%02d.jsonl".formatted(file)), text);
    }
    Path project = root.resolve("undisturbed.examen");
    imported(project);
    undisturbed = transcripts(project);
    assertEquals(FILES * RECORDS, undisturbed.size());
  }

  @Test
  void aKilledImportIsCompletedByTheNext() throws Exception {
    assertTrue(rounds(3, 21) > 0, "no kill came while files were half done");
  }

  @Test
  @Tag("nightly")
  void manyKilledImportsAreCompletedByTheNext() throws Exception {
    assertTrue(rounds(60, 22) > 10, "few kills came while files were half done");
  }

  /** How many of the kills came between the first and the last file. */
  private int rounds(int rounds, long seed) throws Exception {
    Random random = new Random(seed);
    int amid = 0;
    for (int round = 0; round < rounds; round++) {
      String when = "seed " + seed + ", round " + round;
      Path project = root.resolve("p" + round + ".examen");
      kill(project, random);
      if (Files.exists(project)) {
        int there = assertWholeFiles(project, when);
        amid += there > 0 && there < FILES ? 1 : 0;
      }
      ImportReport report = imported(project);
      assertEquals(FILES * RECORDS, report.imported() + report.duplicates(), when);
      assertEquals(undisturbed, transcripts(project), when);
    }
    return amid;
  }

  private void kill(Path project, Random random) throws IOException, InterruptedException {
    Path said = Files.createTempFile(root, "said", ".txt");
    Process process =
        ChildProgram.builder(
                root,
                ImportingProgram.class.getName(),
                project.toString(),
                root.resolve("in").toString(),
                root.toString())
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int lines = FILES + random.nextInt(FILES * RECORDS);
    while (process.isAlive() && Files.readString(said).lines().count() < lines) {
      Thread.sleep(2);
    }
    process.destroyForcibly();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
  }

  /** How many files are there; each with all of its transcripts. */
  private int assertWholeFiles(Path project, String when) {
    Map<String, Integer> counts = new HashMap<>();
    transcripts(project)
        .values()
        .forEach(t -> counts.merge(t.provenance().source(), 1, Integer::sum));
    counts.forEach((file, count) -> assertEquals(RECORDS, count, when + ", " + file));
    return counts.size();
  }

  private ImportReport imported(Path project) {
    try (Workbench workbench = Workbench.openOrCreate(project, TestProjects.surroundings(root))) {
      ImportReport report =
          workbench.importFrom(TestProjects.request(root.resolve("in")), Progress.NONE);
      assertEquals(List.of(), workbench.lead().verify());
      return report;
    }
  }

  private Map<String, Transcript> transcripts(Path project) {
    Map<String, Transcript> transcripts = new TreeMap<>();
    try (Workbench workbench = Workbench.open(project, TestProjects.surroundings(root))) {
      for (TranscriptLine line : workbench.lead().transcripts()) {
        transcripts.put(line.id().value(), TestProjects.whole(workbench, line.id()).orElseThrow());
      }
    }
    return transcripts;
  }
}
