package examen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.rating.Ledger;
import examen.rating.RaterId;
import examen.rating.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoProgramsTest {
  @TempDir Path folder;

  @Test
  void oneSeesWhatTheOtherAdds() throws IOException, InterruptedException {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      Ledger ledger = new Ledger();
      new Work("ann", ledger, List.of(Projects.transcript(1)), 1).store(project, 5);
      Process other = RatingProgram.start(project.path(), "ben", 2, 6);
      RatingProgram.await(other);
      List<String> said = RatingProgram.said(project.path());
      List<LoggedStep> added = project.reading(reading -> ChangeLog.stepsAfter(reading, 5, 100));
      assertEquals(
          said.stream().filter(line -> line.startsWith("step ")).toList(),
          added.stream().map(logged -> "step " + logged.step().id()).toList());
      assertEquals(6, added.size());
      assertTrue(
          added.stream().allMatch(logged -> logged.step().rater().equals(new RaterId("ben"))));
      assertEquals(List.of(), Verification.of(project));
    }
  }

  @Test
  void bothAddAtTheSameTimeAndNothingIsLost() throws IOException, InterruptedException {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      Process other = RatingProgram.start(project.path(), "ben", 2, 32);
      Work work = new Work("ann", new Ledger(), List.of(Projects.transcript(1)), 1);
      int mine = 0;
      while (other.isAlive() || mine < 30) {
        Step step = work.next();
        ChangeLog.append(project, step);
        work.ledger().apply(step);
        mine++;
        // Whoever writes without a pause can keep another program waiting for longer than its five
        // seconds.
        Thread.sleep(3);
      }
      RatingProgram.await(other);
      List<String> said = RatingProgram.said(project.path());
      assertEquals(0, other.exitValue());
      long theirs = said.stream().filter(line -> line.startsWith("step ")).count();
      assertEquals(28, theirs);
      assertEquals(mine + theirs, project.reading(ChangeLog::lastSeq));
      assertEquals(List.of(), Verification.of(project));
    }
  }
}
