package examen.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Starts {@link BusyProgram} over and over, kills it at some instant, and holds the project to what
 * was said.
 */
final class KillRun {
  /** After so many kills a new project is begun, so that looking at it all stays quick. */
  private static final int KILLS_PER_PROJECT = 20;

  /** The work goes on so long, and then for a moment, in the midst of which it ends. */
  private static final int MOST_LINES = 8;

  private static final int LONGEST_WAIT_MILLIS = 150;
  private static final int LONGEST_START_MILLIS = 1000;

  private final Path folder;
  private final String deeds;
  private final long seed;
  private final Random random;
  private final List<String> said = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private Path place;
  private int kill;

  KillRun(Path folder, String deeds, long seed) {
    this.folder = folder;
    this.place = folder;
    this.deeds = deeds;
    this.seed = seed;
    this.random = new Random(seed);
  }

  /** Kills so often; what was lost, half stored or damaged by it. */
  List<String> run(int kills) throws IOException, InterruptedException {
    for (int end = kill + kills; kill < end; kill++) {
      if (kill % KILLS_PER_PROJECT == 0) {
        if (kill > 0) {
          Child.remove(place);
        }
        place = folder.resolve("p" + kill);
        BusyProject.make(place);
        said.clear();
      }
      round();
    }
    return broken;
  }

  /** How often each kind of line was said, and what the kills hit. */
  Map<String, Integer> counts() {
    return counts;
  }

  private void round() throws IOException, InterruptedException {
    List<String> now;
    Path file = BusyProject.place(place);
    String when = "seed " + seed + ", kill " + kill + ": ";
    try (ProjectFile watching = ProjectFile.open(file)) {
      now = killed(seed * 100_000 + kill);
      said.addAll(now);
      now.forEach(line -> count(line.substring(0, line.indexOf(' '))));
      if (Files.exists(file.resolveSibling(file.getFileName() + "-journal"))) {
        count("(killed with a journal)");
      }
      // The first to look rolls back what the killed program left half done, and it may only read.
      Claims.broken(watching, now)
          .forEach(line -> broken.add(when + "to one who watched: " + line));
    }
    Claims.brokenIn(file, said).forEach(line -> broken.add(when + line));
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  /** Every fifth time the program is killed while it starts, else while it works. */
  private List<String> killed(long childSeed) throws IOException, InterruptedException {
    Path output = place.resolve("said.txt");
    Files.writeString(output, "");
    Process process =
        Child.of(BusyProgram.class, place, List.of(place.toString(), "" + childSeed, deeds))
            .redirectOutput(output.toFile())
            .start();
    if (random.nextInt(5) > 0) {
      int lines = 1 + random.nextInt(MOST_LINES);
      while (process.isAlive() && Child.said(output).size() < lines) {
        Thread.sleep(2);
      }
      Thread.sleep(random.nextInt(LONGEST_WAIT_MILLIS));
    } else {
      count("(killed at the start)");
      Thread.sleep(random.nextInt(LONGEST_START_MILLIS));
    }
    if (!process.isAlive()) {
      broken.add("seed " + seed + ": the program ended by itself");
    }
    process.destroyForcibly();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("a killed program does not end");
    }
    return Child.said(output).stream().filter(line -> !line.equals("open")).toList();
  }
}
