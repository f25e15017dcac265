package examen.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Does a piece of work as often as it has I/O operations, and each time another one fails, in each
 * way of {@link Failure}. Says what was lost, damaged or told unclearly. Needs Linux and a C
 * compiler. Arguments: every how many operations one is to fail (1 for each); {@code changes},
 * {@code reads} or {@code all}; and what work: {@code session}, {@code reading}, the name of a
 * deed, {@code migrate:FILE}, or several of them.
 */
final class FaultProgram {
  private static final int STEPS = 20;
  private static final String MIGRATE = "migrate:";
  private static final String READING = "reading";

  private final FaultyDisk disk;
  private final Path folder;
  private final String what;
  private final Map<String, Object> goodDay = new HashMap<>();
  private final Map<String, Integer> messages = new TreeMap<>();
  private final List<String> broken = new ArrayList<>();
  private int points;
  private long counted;
  private int toldOf;

  private FaultProgram(FaultyDisk disk, Path folder, String what) {
    this.disk = disk;
    this.folder = folder;
    this.what = what;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Path inside = FaultyDisk.here();
    System.exit(inside == null ? outside(List.of(args)) : inside(inside, args));
  }

  private static int inside(Path disk, String[] args) throws IOException {
    long every = Long.parseLong(args[0]);
    boolean good = true;
    for (String what : List.of(args).subList(2, args.length)) {
      Path folder = Objects.requireNonNull(disk.getParent());
      good &= new FaultProgram(new FaultyDisk(), folder, what).run(every, Failure.named(args[1]));
    }
    return good ? 0 : 1;
  }

  private static int outside(List<String> args) throws IOException, InterruptedException {
    Optional<String> missing = FaultyDisk.missing();
    if (missing.isPresent()) {
      System.out.println(missing.get());
      return 2;
    }
    Path folder = Files.createTempDirectory("faults").toRealPath();
    try {
      return of(folder, args).inheritIO().start().waitFor();
    } finally {
      Child.remove(folder);
    }
  }

  /** This program in a JVM of its own, on a disk that can fail. */
  static ProcessBuilder of(Path folder, List<String> arguments) throws IOException {
    ProcessBuilder program = Child.of(FaultProgram.class, folder, arguments);
    FaultyDisk.under(FaultyDisk.library(folder), folder.resolve("disk"), program);
    FaultyDisk.withoutWaiting(program);
    return program;
  }

  private boolean run(long every, List<Failure> failures) throws IOException {
    makeBase();
    if (what.equals(READING)) {
      freshDisk();
      readAll(new ArrayList<>());
    }
    for (Failure failure : failures) {
      long n = (every + 1) / 2;
      while (point(n, failure)) {
        n += every;
      }
      System.out.printf(
          "%s, %s: %d operations; so far %d points, %d told and then done, %d mended unasked,"
              + " %d broken%n",
          what(), failure.words(), counted, points, toldOf, points - toldOf, broken.size());
    }
    messages.forEach((message, times) -> System.out.println(times + " x " + message));
    return broken.isEmpty();
  }

  /** Whether the work has so many operations. */
  private boolean point(long n, Failure failure) throws IOException {
    freshDisk();
    String when = what() + ", operation " + n + ", " + failure.words() + ": ";
    List<String> said = new ArrayList<>();
    List<String> told = new ArrayList<>();
    int before = broken.size();
    counted = 0;
    failure.at(n, disk);
    try {
      work(n, said, told);
    } catch (StoreException | IllegalStateException | SqlFailure | UncheckedIOException e) {
      broken.add(when + "does not go on after all is well again: " + e);
    }
    heal();
    if (counted < n) {
      broken.subList(before, broken.size()).forEach(System.out::println);
      return false;
    }
    points++;
    toldOf += told.isEmpty() ? 0 : 1;
    told.forEach(message -> judge(when, message, failure));
    Claims.brokenIn(BusyProject.place(folder), said).forEach(line -> broken.add(when + line));
    broken.subList(before, broken.size()).forEach(System.out::println);
    return true;
  }

  private void work(long seed, List<String> said, List<String> told) {
    if (what.equals(READING)) {
      readAll(told);
      return;
    }
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

  private void readAll(List<String> told) {
    ReadingDay[] day = new ReadingDay[1];
    untilDone(() -> day[0] = new ReadingDay(folder, goodDay), told);
    try {
      day[0].all().forEach(asked -> untilDone(asked, told));
    } finally {
      day[0].close();
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
    heal();
    deed.run();
  }

  private void heal() {
    counted += disk.counted();
    disk.heal();
  }

  private List<Deed> deeds() {
    if (what.startsWith(MIGRATE)) {
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
  private void judge(String when, String message, Failure failure) {
    messages.merge(message, 1, Integer::sum);
    boolean clear =
        message.lines().count() == 1
            && message.matches("[^/:]*examen[^/:]*: .*(disk|cannot be opened).*")
            && message.length() < 250;
    if (!clear || failure.isHarmless()) {
      broken.add(when + "told unclearly: " + message);
    }
  }

  private String what() {
    int folders = what.lastIndexOf('/');
    return folders < 0 ? what : MIGRATE + what.substring(folders + 1);
  }

  private Path base() {
    return folder.resolve("base");
  }

  private void makeBase() throws IOException {
    Child.remove(base());
    Files.createDirectories(base().resolve("disk"));
    if (what.startsWith(MIGRATE)) {
      Files.copy(Path.of(what.substring(MIGRATE.length())), BusyProject.place(base()));
    } else if (what.equals(READING)) {
      ReadingDay.make(base());
    } else {
      BusyProject.make(base());
    }
  }

  private void freshDisk() throws IOException {
    for (String part : List.of("disk", "others", "in")) {
      Child.remove(folder.resolve(part));
    }
    Files.createDirectories(folder.resolve("disk"));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(base().resolve("disk"))) {
      for (Path file : files) {
        Files.copy(file, folder.resolve("disk").resolve(file.getFileName()));
      }
    }
    new OtherCopies(folder).keepBase(BusyProject.place(base()));
  }
}
