package examen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.rating.StepId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed while it backs up harms neither the project nor a backup. */
class BackupKillTest {
  @TempDir Path folder;

  @Test
  void aKilledBackupHarmsNothing() throws IOException, InterruptedException {
    rounds(8, 21);
  }

  @Test
  @Tag("nightly")
  void manyKilledBackupsHarmNothing() throws IOException, InterruptedException {
    rounds(200, 22);
  }

  private void rounds(int rounds, long seed) throws IOException, InterruptedException {
    Projects.createWith(folder, 30).close();
    Path file = folder.resolve("project.examen");
    Random random = new Random(seed);
    int made = 0;
    for (int round = 0; round < rounds; round++) {
      String when = "seed " + seed + ", round " + round;
      List<String> said = killed(file, random, round);
      try (ProjectFile project = ProjectFile.open(file)) {
        for (String line : said) {
          if (line.startsWith("step ")) {
            StepId id = StepId.of(line.substring(5));
            boolean there = project.reading(r -> ChangeLog.has(r, id));
            assertTrue(there, when + ": " + line);
          }
        }
        assertEquals(List.of(), Verification.of(project), when);
      }
      List<String> backups = new ArrayList<>();
      for (Backup backup : Backups.of(file)) {
        backups.add(backup.file().getFileName().toString());
        try (ProjectFile copy = ProjectFile.open(backup.file())) {
          assertEquals(List.of(), Verification.of(copy), when + ": " + backup);
        }
      }
      for (String line : said) {
        if (line.startsWith("backup ")) {
          made++;
          assertTrue(backups.contains(line.substring(7)) || backups.size() >= 3, when);
        }
      }
    }
    assertTrue(made > rounds, "only " + made + " backups were made");
  }

  private List<String> killed(Path file, Random random, long round)
      throws IOException, InterruptedException {
    Path said = Files.writeString(folder.resolve("said.txt"), "");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.sqlite.tmpdir=" + folder,
            "-Dslf4j.internal.verbosity=ERROR",
            "-cp",
            System.getProperty("java.class.path"),
            BackupProgram.class.getName(),
            file.toString(),
            Long.toString(round + 1),
            "1000000"));
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(said.toFile())
            .start();
    while (process.isAlive() && !Files.readString(said).contains("backup")) {
      Thread.sleep(5);
    }
    Thread.sleep(random.nextInt(400));
    assertTrue(process.isAlive(), "it ended by itself: " + Files.readString(said));
    process.destroyForcibly();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    String all = Files.readString(said);
    return all.substring(0, all.lastIndexOf('\n') + 1).lines().toList();
  }
}
