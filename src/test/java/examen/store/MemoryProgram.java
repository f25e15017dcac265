package examen.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A program of its own that works with less and less memory until there is none, so many times.
 * Arguments: folder, seed, how many times.
 */
final class MemoryProgram {
  private static final int BLOCK = 32 * 1024;
  private static final List<Deed> DEEDS =
      List.of(Deed.STEP, Deed.STEP, Deed.STEP, Deed.BULK, Deed.MERGE, Deed.IMPORT);

  private MemoryProgram() {}

  @SuppressWarnings("ClosingStandardOutputStreams") // It closes the project, not the stream.
  public static void main(String[] args) {
    long seed = Long.parseLong(args[1]);
    int times = Integer.parseInt(args[2]);
    Random random = new Random(seed);
    for (int time = 0; time < times; time++) {
      List<byte[]> hoard = new ArrayList<>();
      try (BusyProject busy = new BusyProject(Path.of(args[0]), seed + time, MemoryProgram::say)) {
        hoard(hoard, random.nextInt(200));
        while (true) {
          busy.next(DEEDS).run();
          hoard.add(new byte[BLOCK]);
        }
      } catch (OutOfMemoryError | StoreException | IllegalStateException e) {
        hoard.clear();
        System.out.println("failed " + e.getClass().getSimpleName());
      }
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }

  /** Takes all memory but so many blocks. */
  private static void hoard(List<byte[]> hoard, int but) {
    try {
      while (true) {
        hoard.add(new byte[BLOCK]);
      }
    } catch (OutOfMemoryError full) {
      hoard.subList(Math.max(0, hoard.size() - but), hoard.size()).clear();
    }
  }
}
