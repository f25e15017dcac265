package examen.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * How long a backup holds up others and how long it takes in all. Arguments: a folder to work in,
 * sizes in MB.
 */
final class BackupBenchmark {
  private static final int RECORD = 1 << 20;

  private BackupBenchmark() {}

  public static void main(String[] args) throws IOException {
    for (int i = 1; i < args.length; i++) {
      Path folder = Files.createTempDirectory(Path.of(args[0]), "backup");
      measure(folder, Integer.parseInt(args[i]));
    }
  }

  private static void measure(Path folder, int megabytes) throws IOException {
    Random random = new Random(1);
    byte[] record = new byte[RECORD];
    Path file = folder.resolve("project.examen");
    Path to = folder.resolve("copy.examen");
    try (ProjectFile project = Projects.createWith(folder, 10)) {
      for (int i = 0; i < megabytes; i++) {
        random.nextBytes(record);
        project.runInTransaction(writing -> RawTable.insert(writing, record));
      }
      long from = System.nanoTime();
      try (Copying copying = new Copying(to).withRoomFor(Backups.size(file))) {
        project.copy(copying);
        long copied = System.nanoTime();
        copying.finish();
        long done = System.nanoTime();
        System.out.printf(
            "%d MB: others wait %.2f s, looked at and kept %.2f s%n",
            Backups.size(file) >> 20, (copied - from) / 1e9, (done - copied) / 1e9);
      }
      long opened = System.nanoTime();
      ProjectFile.openQuickly(file).close();
      System.out.printf("  opened at once %.3f s%n", (System.nanoTime() - opened) / 1e9);
      opened = System.nanoTime();
      ProjectFile.open(file).close();
      System.out.printf("  opened and looked at %.3f s%n", (System.nanoTime() - opened) / 1e9);
    }
    Files.delete(to);
    Files.delete(file);
    Files.delete(folder);
  }
}
