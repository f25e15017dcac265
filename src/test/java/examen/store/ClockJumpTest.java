package examen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import examen.rating.Ledger;
import examen.rating.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The computer's clock may say what it likes: it orders nothing and loses nothing. */
class ClockJumpTest {
  private static final List<Instant> PLACES =
      List.of(
          Instant.EPOCH,
          Instant.parse("2016-11-22T00:00:00Z"),
          Instant.parse("2026-10-25T00:59:59.999Z"),
          Instant.parse("2026-10-25T01:00:00Z"),
          Instant.parse("2026-12-31T23:59:59.999Z"),
          Instant.parse("2028-02-29T12:00:00Z"),
          Instant.parse("2099-12-31T23:59:59.999Z"));

  @TempDir Path folder;

  @Test
  void stepsKeepTheirOrderWhateverTheClockSays() {
    assertOrder(400, 1);
  }

  @Test
  @Tag("nightly")
  void tenThousandStepsKeepTheirOrderWhateverTheClockSays() {
    assertOrder(10_000, 2);
  }

  private void assertOrder(int count, long seed) {
    List<Step> made = new ArrayList<>();
    List<Step> read = new ArrayList<>();
    Ledger ledger = new Ledger();
    try (ProjectFile project = Projects.createWith(folder, 2)) {
      Work ann = work("ann", ledger, seed);
      Work ben = work("ben", ledger, seed + 1);
      project.runInTransaction(
          writing -> {
            for (int i = 0; i < count; i++) {
              Step step = (i % 3 == 0 ? ben : ann).next();
              ChangeLog.append(writing, step);
              ledger.apply(step);
              made.add(step);
            }
          });
      Ledger folded = new Ledger();
      ChangeLog.eachInOrder(
          project,
          logged -> {
            read.add(logged.step());
            folded.apply(logged.step());
            assertEquals(logged.seq(), logged.clock(), "seed " + seed);
          });
      assertEquals(made, read, "seed " + seed);
      assertEquals(ledger.things(), folded.things(), "seed " + seed);
      assertEquals(List.of(), Verification.of(project), "seed " + seed);
    }
  }

  private static Work work(String rater, Ledger ledger, long seed) {
    Random random = new Random(seed);
    InstantSource jumping =
        () ->
            PLACES
                .get(random.nextInt(PLACES.size()))
                .plus(Duration.ofMillis(random.nextInt(7_200_000) - 3_600_000));
    return new Work(
        rater, ledger, List.of(Projects.transcript(1), Projects.transcript(2)), seed, jumping);
  }
}
