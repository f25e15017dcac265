package examen.store;

import java.nio.file.Path;
import java.util.List;

/**
 * A program of its own that works on a {@link BusyProject} until it is killed, and says what is
 * stored. Arguments: folder, seed, deeds as in {@link Deed#listOf}.
 */
final class BusyProgram {
  private BusyProgram() {}

  public static void main(String[] args) {
    List<Deed> deeds = Deed.listOf(args[2]);
    try (BusyProject busy =
        new BusyProject(Path.of(args[0]), Long.parseLong(args[1]), BusyProgram::say)) {
      say("open");
      while (true) {
        busy.next(deeds).run();
      }
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
