package examen.app;

import examen.store.ProjectOrigin;
import examen.store.Rescue;
import examen.store.RescueReport;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;

/** Takes out of a damaged project what can be read, into a new one. */
public final class RescueJob {
  private RescueJob() {}

  /**
   * What was rescued, and what was not.
   *
   * @param leftOut ids of transcripts that are left out, each with the reason
   * @param lostSteps places of steps in the damaged file's log that are not in the new one
   * @param unread tables that could not be read through, and how many rows or pieces failed
   */
  public record Report(
      int transcripts,
      SortedMap<String, String> leftOut,
      int steps,
      List<Long> lostSteps,
      SortedMap<String, Long> unread,
      List<String> remarks) {
    public Report {
      lostSteps = List.copyOf(lostSteps);
      remarks = List.copyOf(remarks);
    }

    private static Report of(RescueReport it) {
      return new Report(
          it.transcripts(), it.leftOut(), it.steps(), it.lostSteps(), it.unread(), it.remarks());
    }

    /** Whether all that the file held was taken, as far as one can tell. */
    public boolean isComplete() {
      return leftOut.isEmpty() && lostSteps.isEmpty() && unread.isEmpty();
    }
  }

  /** Does it; the damaged file is only read. */
  public static Report run(Path damaged, Path to, Surroundings surroundings) {
    return run(damaged, to, surroundings, Progress.NONE);
  }

  /**
   * The same, asked whether to go on.
   *
   * @throws Refusal if it was asked to stop; then nothing is left of it
   */
  public static Report run(Path damaged, Path to, Surroundings surroundings, Progress progress) {
    Instant now = surroundings.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    ProjectOrigin otherwise = new ProjectOrigin(surroundings.ids().next(), now, Version.PROGRAM);
    return Report.of(new Rescue(damaged, to, otherwise).between(new Between(progress)).run());
  }
}
