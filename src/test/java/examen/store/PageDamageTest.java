package examen.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each page of a project is damaged in turn: what is wrong is never shown as right, and what is
 * rescued was stored so.
 */
class PageDamageTest {
  @TempDir Path folder;

  @Test
  void noDamageOfAPageIsShownAsRight() throws IOException {
    each(5, 31);
  }

  @Test
  @Tag("nightly")
  void noDamageOfAnyPageIsShownAsRight() throws IOException {
    each(1, 32);
  }

  @Test
  void noFlippedBitIsShownAsRight() throws IOException {
    flips(120, 33);
  }

  @Test
  @Tag("nightly")
  void noneOfManyFlippedBitsIsShownAsRight() throws IOException {
    flips(3000, 34);
  }

  private void flips(int count, long seed) throws IOException {
    Path original = DamagedPages.make(folder, seed);
    SortedMap<String, String> contents;
    try (ProjectFile project = ProjectFile.open(original)) {
      contents = DamagedPages.contents(project);
    }
    Random random = new Random(seed);
    Tally tally = new Tally();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int page = random.nextInt(DamagedPages.pages(original));
      String what = "seed " + seed + ", flip " + i + " in page " + page;
      Path damaged = folder.resolve("damaged.examen");
      Files.copy(original, damaged, StandardCopyOption.REPLACE_EXISTING);
      DamagedPages.hurt(damaged, page, DamagedPages.Hurt.FLIPPED, random);
      opened(damaged, contents, tally, what, wrong);
      if (i % 5 == 0) {
        rescued(damaged, contents, tally, what, wrong);
      }
    }
    System.out.println(tally);
    assertEquals(List.of(), wrong, tally.toString());
    assertTrue(tally.found > 0 && tally.refused > 0, tally.toString());
  }

  private void each(int step, long seed) throws IOException {
    Path original = DamagedPages.make(folder, seed);
    SortedMap<String, String> contents;
    try (ProjectFile project = ProjectFile.open(original)) {
      assertEquals(List.of(), Verification.of(project));
      contents = DamagedPages.contents(project);
    }
    Random random = new Random(seed);
    Tally tally = new Tally();
    List<String> wrong = new ArrayList<>();
    for (int page = 0; page < DamagedPages.pages(original); page += step) {
      for (DamagedPages.Hurt how : DamagedPages.Hurt.values()) {
        String what = "seed " + seed + ", page " + page + ", " + how;
        Path damaged = folder.resolve("damaged.examen");
        Files.copy(original, damaged, StandardCopyOption.REPLACE_EXISTING);
        DamagedPages.hurt(damaged, page, how, random);
        opened(damaged, contents, tally, what, wrong);
        rescued(damaged, contents, tally, what, wrong);
      }
    }
    System.out.println(tally);
    wrong.forEach(System.out::println);
    assertEquals(List.of(), wrong, tally.toString());
    assertTrue(tally.refused > 0 && tally.takenOut > 0, tally.toString());
    assertTrue(tally.kept > tally.things * 0.5, tally.toString());
  }

  private static void opened(
      Path damaged,
      SortedMap<String, String> contents,
      Tally tally,
      String what,
      List<String> wrong)
      throws IOException {
    byte[] before = Files.readAllBytes(damaged);
    SortedMap<String, String> read;
    List<Finding> findings;
    try (ProjectFile project = ProjectFile.open(damaged)) {
      DamagedPages.shown(project)
          .forEach(
              (key, value) -> {
                if (!value.equals(contents.get(key))) {
                  wrong.add(what + ": shown and not what it was: " + key);
                }
              });
      read = DamagedPages.contents(project);
      findings = Verification.of(project);
    } catch (StoreException refused) {
      tally.refused++;
      assertFalse(String.valueOf(refused.getMessage()).contains("\n"), what);
      assertArrayEquals(before, Files.readAllBytes(damaged), what);
      return;
    }
    if (!read.equals(contents)) {
      tally.found++;
      if (findings.isEmpty()) {
        wrong.add(what + ": opened, verified, and not what it was");
      }
    } else {
      tally.same++;
    }
  }

  private void rescued(
      Path damaged,
      SortedMap<String, String> contents,
      Tally tally,
      String what,
      List<String> wrong)
      throws IOException {
    byte[] before = Files.readAllBytes(damaged);
    Path target = folder.resolve("rescued.examen");
    RescueReport report;
    try {
      report = new Rescue(damaged, target, Projects.ORIGIN).run();
    } catch (StoreException nothing) {
      tally.notRescued++;
      assertFalse(Files.exists(target), what);
      return;
    } finally {
      assertArrayEquals(before, Files.readAllBytes(damaged), what);
    }
    try (ProjectFile project = ProjectFile.open(target)) {
      SortedMap<String, String> read = DamagedPages.contents(project);
      assertEquals("damaged.examen", read.remove("setting rescued"), what);
      read.forEach(
          (key, value) -> {
            if (!value.equals(contents.get(key)) && !value.equals("Optional.empty")) {
              wrong.add(what + ": rescued and not what it was: " + key);
            }
          });
      tally.takenOut++;
      tally.kept += read.size();
      tally.things += contents.size();
      boolean allThere = read.equals(contents);
      if (!allThere && report.isComplete() && report.remarks().isEmpty()) {
        wrong.add(what + ": something is missing in what was rescued, and not said");
      }
    }
    Files.delete(target);
  }

  /** What came of it. */
  private static final class Tally {
    private int refused;
    private int found;
    private int same;
    private int takenOut;
    private int notRescued;
    private long kept;
    private long things;

    @Override
    public String toString() {
      return refused
          + " refused, "
          + found
          + " found by verifying, "
          + same
          + " without harm; rescued "
          + takenOut
          + ", not "
          + notRescued
          + ", things kept "
          + kept
          + " of "
          + things;
    }
  }
}
