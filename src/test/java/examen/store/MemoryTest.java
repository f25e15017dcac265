package examen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When there is no more memory, whatever was being done, nothing that was stored is lost. */
class MemoryTest {
  @TempDir Path folder;

  @Test
  void nothingStoredIsLostWhenMemoryEnds() throws IOException, InterruptedException {
    assertTrue(ends(1, 3, 1) >= 3);
  }

  @Test
  @Tag("nightly")
  void nothingStoredIsLostWhenMemoryEndsTwoHundredTimes() throws IOException, InterruptedException {
    assertTrue(ends(10, 20, 100) >= 200);
  }

  /** How often there was no memory. */
  private long ends(int programs, int times, long seed) throws IOException, InterruptedException {
    long ends = 0;
    for (int i = 0; i < programs; i++) {
      Path place = folder.resolve("m" + i);
      BusyProject.make(place);
      ProcessBuilder program =
          Child.of(
              MemoryProgram.class,
              place,
              List.of(place.toString(), "" + (seed + 100L * i), "" + times));
      List<String> command = new ArrayList<>(program.command());
      command.add(1, "-Xmx64m");
      Path output = place.resolve("said");
      Process process = program.command(command).redirectOutput(output.toFile()).start();
      if (!process.waitFor(10, TimeUnit.MINUTES)) {
        process.destroyForcibly().waitFor();
      }
      List<String> said = Child.said(output);
      List<String> claims = said.stream().filter(line -> !line.startsWith("failed ")).toList();
      ends += said.size() - claims.size();
      assertEquals(List.of(), Claims.brokenIn(BusyProject.place(place), claims), "seed " + seed);
    }
    return ends;
  }
}
