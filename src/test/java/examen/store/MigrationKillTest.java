package examen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed while it brings an older file up to date leaves the old or the new. */
class MigrationKillTest {
  @TempDir Path folder;

  @Test
  void aFileIsOfTheOldVersionOrOfTheNew() throws Exception {
    assertOldOrNew(1, 3);
  }

  @Test
  @Tag("nightly")
  void aFileIsOfTheOldVersionOrOfTheNewAfterManyKills() throws Exception {
    assertOldOrNew(50, 4);
  }

  private void assertOldOrNew(int rounds, long seed) throws Exception {
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      for (int version = 1; version < Migrations.ALL.newest(); version++) {
        Path place = folder.resolve("r" + round + "v" + version);
        killed(place, version, random);
        String when = "seed " + seed + ", round " + round + ", version " + version;
        int now = version(BusyProject.place(place));
        assertTrue(now == version || now == Migrations.ALL.newest(), when + ": " + now);
        // That its tables are exactly those of its version is looked at when it is opened.
        assertEquals(List.of(), Claims.brokenIn(BusyProject.place(place), List.of()), when);
        Child.remove(place);
      }
    }
  }

  /** Killed soon after the journal was begun, at the latest when the work is done. */
  private static void killed(Path place, int version, Random random)
      throws IOException, InterruptedException {
    Files.createDirectories(place.resolve("disk"));
    Path file = BusyProject.place(place);
    try (InputStream in =
        MigrationKillTest.class.getResourceAsStream(
            "/golden/store/v%03d.examen".formatted(version))) {
      Files.copy(Objects.requireNonNull(in), file);
    }
    Path said = place.resolve("said");
    Process process =
        Child.of(BusyProgram.class, place, List.of(place.toString(), "1", "backup"))
            .redirectOutput(said.toFile())
            .start();
    Path journal = file.resolveSibling("project.examen-journal");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (process.isAlive()
        && !Files.exists(journal)
        && Files.size(said) == 0
        && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    Thread.sleep(random.nextInt(40));
    process.destroyForcibly();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
  }

  private static int version(Path file) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var row = connection.createStatement().executeQuery("PRAGMA user_version")) {
      return row.getInt(1);
    }
  }
}
