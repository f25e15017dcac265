package examen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import examen.rating.Ledger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any later edit of any single value of the log is found. {@link VerificationTest} does the same by
 * SQL for a few edits; here the rows are edited once they are read, so that there can be many.
 */
class EditsTest {
  private static final int STEPS = 40;

  /** Columns of a step, then those of a change. */
  private static final int COLUMNS = 14;

  @TempDir Path folder;
  private List<StepRow> rows = List.of();

  @BeforeEach
  void twoRatersWork() {
    try (ProjectFile project = Projects.createWith(folder, 2)) {
      Ledger ledger = new Ledger();
      Work ann = new Work("ann", ledger, List.of(Projects.transcript(1)), 1);
      Work ben = new Work("ben", ledger, List.of(Projects.transcript(2)), 2);
      for (int i = 0; i < STEPS / 4; i++) {
        ann.store(project, 3);
        ben.store(project, 1);
      }
      rows = project.reading(reading -> StepTable.arrivedAfter(reading, 0, STEPS));
    }
    assertEquals(STEPS, rows.size());
    assertEquals(List.of(), findings(rows));
  }

  @Test
  void findsEditsOfSingleValues() {
    assertFindsEdits(1000, 1);
  }

  @Test
  @Tag("nightly")
  void findsTenThousandEditsOfSingleValues() {
    assertFindsEdits(10_000, 2);
  }

  @Test
  void findsAnyStepThatIsMissingButTheLastOfARaterAndThatByTheHeads() {
    for (int i = 0; i < STEPS; i++) {
      StepRow gone = rows.get(i);
      List<StepRow> left = new ArrayList<>(rows);
      left.remove(i);
      boolean last = left.stream().noneMatch(row -> row.prevHash().equals(gone.hash()));
      assertEquals(last, findings(left).isEmpty(), "step " + gone.seq());
    }
  }

  private void assertFindsEdits(int edits, long seed) {
    Random random = new Random(seed);
    int done = 0;
    while (done < edits) {
      int place = random.nextInt(STEPS);
      int column = random.nextInt(COLUMNS);
      StepRow edited = edited(rows.get(place), column, random);
      if (edited.equals(rows.get(place))) {
        continue;
      }
      done++;
      List<StepRow> all = new ArrayList<>(rows);
      all.set(place, edited);
      assertNotEquals(
          List.of(), findings(all), "seed " + seed + ", step " + place + ", column " + column);
    }
  }

  private static List<Finding> findings(List<StepRow> log) {
    List<StepRow> ordered = new ArrayList<>(log);
    ordered.sort(Comparator.comparingLong(StepRow::clock).thenComparing(StepRow::id));
    LogCheck check = new LogCheck();
    ordered.forEach(check::take);
    return check.findings();
  }

  private static StepRow edited(StepRow r, int column, Random random) {
    List<ChangeRow> changes = new ArrayList<>(r.changes());
    if (column >= 8) {
      if (changes.isEmpty()) {
        return r;
      }
      int n = random.nextInt(changes.size());
      changes.set(n, edited(changes.get(n), column, random));
    }
    return new StepRow(
        r.seq(),
        column == 0 ? uuid(random) : r.id(),
        column == 1 ? r.clock() + random.nextInt(5) - 2 : r.clock(),
        column == 2 ? text(r.at(), random) : r.at(),
        column == 3 ? (r.rater().equals("ann") ? "ben" : "ann") : r.rater(),
        column == 4 ? text(r.what(), random) : r.what(),
        column == 5 ? (r.undoes() == null ? uuid(random) : null) : r.undoes(),
        column == 6 ? hash(random) : r.prevHash(),
        column == 7 ? hash(random) : r.hash(),
        changes);
  }

  private static ChangeRow edited(ChangeRow c, int column, Random random) {
    return new ChangeRow(
        column == 8 ? c.n() + 1 + random.nextInt(3) : c.n(),
        column == 9 ? text(c.key(), random) : c.key(),
        column == 10 ? (c.kind().equals("verdict") ? "annotation" : "verdict") : c.kind(),
        column == 11 ? text(c.subject(), random) : c.subject(),
        column == 12 ? textIfAny(c.before(), random) : c.before(),
        column == 13 ? textIfAny(c.after(), random) : c.after());
  }

  private static @Nullable String textIfAny(@Nullable String text, Random random) {
    return text == null ? null : text(text, random);
  }

  /** One character is another, is gone, or has come. */
  private static String text(String text, Random random) {
    StringBuilder edited = new StringBuilder(text);
    int at = random.nextInt(text.length());
    switch (random.nextInt(3)) {
      case 0 -> edited.setCharAt(at, (char) ('0' + random.nextInt(10)));
      case 1 -> edited.deleteCharAt(at);
      default -> edited.insert(at, ' ');
    }
    return edited.toString();
  }

  private static String uuid(Random random) {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private static String hash(Random random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
