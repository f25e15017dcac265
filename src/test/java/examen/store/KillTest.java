package examen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.rating.StepId;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was said to be stored is there after the program was killed at any instant, and nothing
 * half.
 */
class KillTest {
  @TempDir Path folder;

  @Test
  void nothingStoredIsLost() throws IOException, InterruptedException {
    int said = rounds(25, 11);
    assertTrue(said >= 25, "only " + said + " said");
  }

  @Test
  @Tag("nightly")
  void nothingStoredIsLostInManyRounds() throws IOException, InterruptedException {
    int said = rounds(300, 12);
    assertTrue(said >= 1000, "only " + said + " said");
  }

  private int rounds(int rounds, long seed) throws IOException, InterruptedException {
    Random random = new Random(seed);
    List<String> all = new ArrayList<>();
    Path file;
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      file = project.path();
    }
    for (int round = 0; round < rounds; round++) {
      String when = "seed " + seed + ", round " + round;
      List<String> said;
      try (ProjectFile watching = ProjectFile.open(file)) {
        said = killed(file, random, seed * 1000 + round);
        // The first to look rolls back what the killed program left half done, and it may only
        // read.
        for (String line : said) {
          assertTrue(isThere(watching, line), when + ", to one who watched: " + line);
        }
      }
      all.addAll(said);
      try (ProjectFile project = ProjectFile.open(file)) {
        for (String line : said) {
          assertTrue(isThere(project, line), when + ": " + line);
        }
        assertEquals(List.of(), Verification.of(project), when);
        // Ten transcripts came at a time.
        assertEquals(1, project.reading(TranscriptTable::count) % 10, when);
      }
    }
    try (ProjectFile project = ProjectFile.open(file)) {
      for (String line : all) {
        assertTrue(isThere(project, line), "at the end: " + line);
      }
    }
    return all.size();
  }

  /** Every fifth time the program is killed while it starts, else while it works. */
  private static List<String> killed(Path file, Random random, long seed)
      throws IOException, InterruptedException {
    Process process = RatingProgram.start(file, "ann", seed, Integer.MAX_VALUE);
    if (random.nextInt(5) > 0) {
      while (process.isAlive() && !RatingProgram.said(file).contains("open")) {
        Thread.sleep(5);
      }
    }
    Thread.sleep(random.nextInt(350));
    assertTrue(process.isAlive(), "it ended by itself");
    process.destroyForcibly();
    RatingProgram.await(process);
    return RatingProgram.said(file).stream().filter(line -> !line.equals("open")).toList();
  }

  private static boolean isThere(ProjectFile project, String line) {
    String id = line.substring(line.indexOf(' ') + 1);
    return line.startsWith("step ")
        ? project.reading(reading -> ChangeLog.has(reading, StepId.of(id)))
        : project.reading(
            reading -> TranscriptTable.read(reading, new TranscriptId(id)).isPresent());
  }
}
