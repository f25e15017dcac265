package examen.store;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program of its own that works a while on a project, under a library that records what it does
 * to the disk. What is stored it says in a file on that very disk, so that the record holds at
 * which operation it was said. Arguments: folder, seed, deeds, how many, what {@code synchronous}
 * is to be, and which sync is to fail, once (0 for none).
 */
final class RecordedProgram {
  private RecordedProgram() {}

  /** Like the program, but for how it syncs. */
  private static final class OtherSync extends Sessions {
    private final String synchronous;

    OtherSync(Path file, String synchronous) {
      super(file);
      this.synchronous = synchronous;
    }

    @Override
    Map<String, String> morePragmas() {
      return Map.of("synchronous", synchronous);
    }
  }

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Path place = BusyProject.place(folder);
    List<Deed> deeds = Deed.listOf(args[2]);
    int count = Integer.parseInt(args[3]);
    FaultyDisk disk = new FaultyDisk();
    disk.failAt(
        Long.parseLong(args[5]), FaultyDisk.EIO, FaultyDisk.Mode.ONCE, FaultyDisk.Kind.SYNCS);
    try (OutputStream acks = new FileOutputStream(place.resolveSibling("acks").toFile())) {
      BusyProject[] busy = new BusyProject[1];
      Sessions sessions = new OtherSync(place, args[4]);
      untilDone(
          () ->
              busy[0] =
                  new BusyProject(
                      folder,
                      Long.parseLong(args[1]),
                      line -> write(acks, line),
                      () -> ProjectFile.open(sessions, Migrations.ALL)));
      for (int i = 0; i < count; i++) {
        untilDone(busy[0].next(deeds.get(i % deeds.size())));
      }
      busy[0].close();
    }
  }

  /** A sync that fails may be told; the same is then done again. */
  private static void untilDone(Runnable work) {
    for (int tries = 0; tries < 2; tries++) {
      try {
        work.run();
        return;
      } catch (StoreException told) {
        // As a user would: once more.
      }
    }
    work.run();
  }

  private static void write(OutputStream acks, String line) {
    try {
      acks.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
