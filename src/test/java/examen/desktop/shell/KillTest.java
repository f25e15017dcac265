package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.ChildProgram;
import examen.app.TestProjects;
import examen.app.Workbench;
import examen.rating.RaterId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window says is saved is saved, however the program ends. */
class KillTest {
  private static final RaterId ANN = new RaterId("ann");

  /** A program that saves nothing more must fail the test and not hang it; in seconds. */
  private static final long LONGEST_ROUND = 90;

  @TempDir private Path folder;

  @Test
  void killedRightAfterSavedIsShownNothingIsLost() throws Exception {
    killOverAndOver(3, 7);
  }

  @Test
  @Tag("nightly")
  void killedOverAndOverNothingIsEverLost() throws Exception {
    killOverAndOver(100, 8);
  }

  private void killOverAndOver(int times, long seed) throws Exception {
    Path project = TestProjects.withSamples(folder);
    Random random = new Random(seed);
    int before = 0;
    for (int round = 0; round < times; round++) {
      int shown = shownWhenKilled(project, 1 + random.nextInt(20));
      try (Workbench workbench = Workbench.open(project, TestProjects.surroundings(folder))) {
        var first = workbench.lead().transcripts().getFirst().id();
        int there = workbench.annotations(first, ANN).size();
        String where =
            "seed " + seed + ", round " + round + ": " + shown + " shown, " + there + " there";
        assertTrue(there >= shown, where);
        assertTrue(there <= shown + 1, where);
        assertTrue(shown > before, where);
        assertEquals(java.util.List.of(), workbench.lead().verify(), where);
        before = there;
      }
    }
  }

  /**
   * Lets the program tag, kills it at the moment it has shown "saved" so often, and says what it
   * showed last.
   */
  private int shownWhenKilled(Path project, int times) throws IOException, InterruptedException {
    Process process =
        ChildProgram.builder(folder, TaggingProgram.class.getName(), project.toString())
            .redirectErrorStream(true)
            .start();
    CompletableFuture.delayedExecutor(LONGEST_ROUND, TimeUnit.SECONDS)
        .execute(() -> process.toHandle().destroyForcibly());
    int last = 0;
    int seen = 0;
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line;
      StringBuilder other = new StringBuilder();
      while ((line = out.readLine()) != null) {
        if (line.startsWith("saved ")) {
          last = Integer.parseInt(line, 6, line.length(), 10);
          if (++seen == times) {
            process.toHandle().destroyForcibly();
          }
        } else {
          other.append(line).append('\n');
        }
      }
      assertTrue(seen >= times, () -> "the program ended by itself: " + other);
    } finally {
      process.destroyForcibly();
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    }
    return last;
  }
}
