package examen.store;

import examen.store.FaultyDisk.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Does a piece of work as often as it has I/O operations, and each time another one fails: for each
 * way to fail and each cause. Says what was lost, damaged or told unclearly. Arguments: the library
 * of {@link FaultyDisk}, {@code session} or a deed or {@code migrate:FILE}, and from which
 * operation on (1) in which steps (1).
 */
final class FaultProgram {
  private static final int STEPS = 20;

  private final FaultyDisk disk;
  private final Path folder;
  private final String what;
  private final Map<String, Integer> messages = new TreeMap<>();
  private final List<String> broken = new ArrayList<>();
  private int points;
  private int fired;
  private int toldOf;

  private FaultProgram(FaultyDisk disk, Path folder, String what) {
    this.disk = disk;
    this.folder = folder;
    this.what = what;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Path library = Path.of(args[0]);
    String inside = System.getenv("IOSHIM_DIR");
    if (inside == null) {
      Path folder = Files.createTempDirectory("faults");
      ProcessBuilder program = Child.of(FaultProgram.class, folder, List.of(args));
      FaultyDisk.under(library, folder.resolve("disk"), program).inheritIO();
      System.exit(program.start().waitFor());
    }
    Path folder = Objects.requireNonNull(Path.of(inside).getParent());
    FaultProgram program = new FaultProgram(new FaultyDisk(library), folder, args[1]);
    long step = args.length > 3 ? Long.parseLong(args[3]) : 1;
    System.exit(program.run(args.length > 2 ? Long.parseLong(args[2]) : 1, step) ? 0 : 1);
  }

  private boolean run(long first, long step) throws IOException {
    Path base = Files.createDirectories(folder.resolve("base"));
    if (what.startsWith("migrate:")) {
      Files.createDirectories(base.resolve("disk"));
      Files.copy(Path.of(what.substring("migrate:".length())), BusyProject.place(base));
    } else {
      BusyProject.make(base);
    }
    for (Mode mode : Mode.values()) {
      for (int errno : new int[] {FaultyDisk.ENOSPC, FaultyDisk.EIO}) {
        long n = first;
        while (point(n, errno, mode)) {
          n += step;
        }
        System.out.printf(
            "%s, %s, %s: up to operation %d; so far %d points, %d told and then done,"
                + " %d mended unasked, %d broken%n",
            what,
            errno == FaultyDisk.EIO ? "EIO" : "ENOSPC",
            mode.words(),
            n - 1,
            points,
            toldOf,
            points - toldOf,
            broken.size());
      }
    }
    messages.forEach((message, times) -> System.out.println(times + " x " + message));
    return broken.isEmpty();
  }

  /** Whether the work has so many operations. */
  private boolean point(long n, int errno, Mode mode) throws IOException {
    freshDisk();
    String when = what + ", operation " + n + ", errno " + errno + ", " + mode.words() + ": ";
    List<String> said = new ArrayList<>();
    List<String> told = new ArrayList<>();
    fired = 0;
    disk.failAt(n, errno, mode);
    try {
      work(n, said, told);
    } catch (StoreException | IllegalStateException e) {
      broken.add(when + "does not go on after all is well again: " + e);
    }
    fired += disk.fired();
    disk.heal();
    if (fired == 0) {
      return false;
    }
    points++;
    toldOf += told.isEmpty() ? 0 : 1;
    int before = broken.size();
    told.forEach(message -> judge(when, message));
    Claims.brokenIn(BusyProject.place(folder), said).forEach(line -> broken.add(when + line));
    broken.subList(before, broken.size()).forEach(System.out::println);
    return true;
  }

  private void work(long seed, List<String> said, List<String> told) {
    BusyProject[] busy = new BusyProject[1];
    untilDone(() -> busy[0] = new BusyProject(folder, seed, said::add), told);
    try {
      for (Deed deed : deeds()) {
        untilDone(busy[0].next(deed), told);
      }
    } finally {
      busy[0].close();
    }
  }

  /** Tried twice while the disk fails; then it is made well, and the same work must go through. */
  private void untilDone(Runnable deed, List<String> told) {
    for (int tries = 0; tries < 2; tries++) {
      try {
        deed.run();
        return;
      } catch (StoreException failure) {
        told.add(String.valueOf(failure.getMessage()));
      }
    }
    fired += disk.fired();
    disk.heal();
    deed.run();
  }

  private List<Deed> deeds() {
    if (what.startsWith("migrate:")) {
      return List.of();
    }
    if (!what.equals("session")) {
      return Deed.listOf(what);
    }
    List<Deed> deeds = new ArrayList<>(Collections.nCopies(STEPS, Deed.STEP));
    deeds.add(STEPS / 2, Deed.BULK);
    return deeds;
  }

  /** One line that names the file, without its folders, and a cause. */
  private void judge(String when, String message) {
    messages.merge(message, 1, Integer::sum);
    boolean clear =
        message.lines().count() == 1
            && message.matches("[^/:]*examen[^/:]*: .*(disk|file|folder|copy).*")
            && message.length() < 250;
    if (!clear) {
      broken.add(when + "told unclearly: " + message);
    }
  }

  private void freshDisk() throws IOException {
    Path old = BusyProject.place(folder.resolve("base"));
    Child.remove(folder.resolve("disk"));
    Child.remove(folder.resolve("others"));
    Files.createDirectories(folder.resolve("disk"));
    Files.copy(old, BusyProject.place(folder));
    new OtherCopies(folder).keepBase(old);
  }
}
