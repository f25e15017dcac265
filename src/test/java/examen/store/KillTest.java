package examen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
    assertNothingIsLost(10, 11, 10);
  }

  @Test
  @Tag("nightly")
  void nothingStoredIsLostInAThousandKills() throws IOException, InterruptedException {
    assertNothingIsLost(1000, 12, 5000);
  }

  private void assertNothingIsLost(int kills, long seed, int atLeast)
      throws IOException, InterruptedException {
    KillRun run = new KillRun(folder, "mix", seed);
    assertEquals(List.of(), run.run(kills));
    int steps = run.counts().getOrDefault("step", 0);
    assertTrue(steps >= atLeast, "only this was said: " + run.counts());
  }
}
