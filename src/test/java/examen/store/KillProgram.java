package examen.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Kills a working program over and over and says what became of its work. Arguments: how many
 * kills, seed, deeds ({@code mix}, or names as in {@link Deed}).
 */
final class KillProgram {
  private static final int SAID_EVERY = 20;

  private KillProgram() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int kills = Integer.parseInt(args[0]);
    long seed = Long.parseLong(args[1]);
    Path folder = Files.createTempDirectory("kills");
    int broken = 0;
    KillRun all = new KillRun(folder, args[2], seed);
    for (int done = 0; done < kills; done += SAID_EVERY) {
      List<String> found = all.run(Math.min(SAID_EVERY, kills - done));
      found.subList(broken, found.size()).forEach(System.out::println);
      broken = found.size();
      System.out.printf(
          "%d kills, %d broken, %s%n", Math.min(kills, done + SAID_EVERY), broken, all.counts());
    }
    System.exit(broken == 0 ? 0 : 1);
  }
}
