package examen.store;

import examen.rating.Ledger;
import examen.rating.Step;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A program of its own that rates in a project and makes a backup after every fifth step; says each
 * time, once it is so, {@code step ID} or {@code backup NAME}, and {@code failed WHY} for a backup
 * that could not be made, after which it goes on. To be killed at any instant, or to be run on a
 * disk that fails at any operation. Arguments: file, seed, how many steps. It ends with 1 if a step
 * could not be stored.
 */
final class BackupProgram {
  private static final int EVERY = 5;

  private BackupProgram() {}

  public static void main(String[] args) {
    long seed = Long.parseLong(args[1]);
    int steps = Integer.parseInt(args[2]);
    int code = 0;
    try (ProjectFile project = ProjectFile.open(Path.of(args[0]))) {
      Ledger ledger = new Ledger();
      ChangeLog.eachAfter(project, 0, logged -> ledger.apply(logged.step()));
      Work work = new Work("ann", ledger, List.of(Projects.transcript(1)), seed);
      say("open");
      for (int i = 1; i <= steps; i++) {
        Step step = work.next();
        ChangeLog.append(project, step);
        ledger.apply(step);
        say("step " + step.id());
        if (i % EVERY == 0) {
          backUp(project, Projects.NOON.plusSeconds(seed * 1000 + i));
        }
      }
    } catch (StoreException e) {
      say("failed " + e.getMessage());
      code = 1;
    }
    System.exit(code);
  }

  private static void backUp(ProjectFile project, Instant at) {
    try {
      say("backup " + Backups.make(project, at).file().getFileName());
    } catch (StoreException e) {
      say("failed " + e.getMessage());
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
