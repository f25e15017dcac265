package examen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.Ledger;
import examen.rating.RaterId;
import examen.rating.Reveal;
import examen.rating.Step;
import examen.rating.Thing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that a rater does is a new step: what is there can be had again from the log, and undone. */
class SessionReplayTest {
  private static final RaterId ANN = new RaterId("ann");

  @TempDir Path folder;

  @Test
  void whatIsThereIsWhatTheLogSaysAndAllOfItCanBeUndoneAndDoneAgain() {
    for (long seed = 1; seed <= 20; seed++) {
      assertRecoverable(200, seed);
    }
  }

  @Test
  @Tag("nightly")
  void thousandsOfLongSessionsCanBeHadAgainFromTheLog() {
    for (long seed = 1000; seed < 3000; seed++) {
      assertRecoverable(1000, seed);
    }
  }

  @Test
  void aSessionReadFromTheFileIsTheSame() {
    Ledger ledger = new Ledger();
    try (ProjectFile project = Projects.createWith(folder, 2)) {
      List<Step> steps = session(ledger, 500, 7);
      project.runInTransaction(writing -> steps.forEach(step -> ChangeLog.append(writing, step)));
      Ledger read = new Ledger();
      ChangeLog.eachInOrder(project, logged -> read.apply(logged.step()));
      assertSame(ledger, read, "from the file");
      assertEquals(List.of(), Verification.of(project));
    }
  }

  private static void assertRecoverable(int count, long seed) {
    String when = "seed " + seed;
    Ledger ledger = new Ledger();
    List<Step> steps = session(ledger, count, seed);
    Ledger replayed = new Ledger();
    steps.forEach(replayed::apply);
    assertSame(ledger, replayed, when);
    Work work = work(ledger, -seed);
    List<Thing> before = sorted(ledger);
    int undone = repeated(work, ledger, new Command.Undo(), Integer.MAX_VALUE);
    List<Thing> left =
        ledger.things().stream().filter(thing -> !(thing instanceof Reveal)).toList();
    assertEquals(List.of(), left, when + ", all undone but what was shown");
    assertEquals(undone, repeated(work, ledger, new Command.Redo(), undone), when);
    assertEquals(before, sorted(ledger), when + ", all done again");
  }

  /** How often it was accepted. */
  private static int repeated(Work work, Ledger ledger, Command command, int most) {
    int times = 0;
    while (times < most && work.decide(command) instanceof Decision.Accepted(Step step)) {
      ledger.apply(step);
      times++;
    }
    return times;
  }

  private static void assertSame(Ledger expected, Ledger actual, String when) {
    assertEquals(expected.things(), actual.things(), when);
    assertEquals(expected.nextUndo(ANN), actual.nextUndo(ANN), when);
    assertEquals(expected.nextRedo(ANN), actual.nextRedo(ANN), when);
    assertEquals(expected.history(ANN), actual.history(ANN), when);
  }

  private static List<Thing> sorted(Ledger ledger) {
    return ledger.things().stream().sorted(Comparator.comparing(Thing::key)).toList();
  }

  private static List<Step> session(Ledger ledger, int count, long seed) {
    Work work = work(ledger, seed);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Step step = work.next();
      ledger.apply(step);
      steps.add(step);
    }
    return steps;
  }

  private static Work work(Ledger ledger, long seed) {
    return new Work(
        ANN.value(), ledger, List.of(Projects.transcript(1), Projects.transcript(2)), seed);
  }
}
