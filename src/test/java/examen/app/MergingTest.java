package examen.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.rating.Ledger;
import examen.rating.RaterId;
import examen.rating.Step;
import examen.store.ChangeLog;
import examen.transcript.Transcript;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of one project on which raters worked, the same ones too, brought together again. */
class MergingTest {
  static final int COPIES = 3;
  static final List<RaterId> RATERS =
      List.of("ann", "bob", "cho", "dee", "eve").stream().map(RaterId::new).toList();

  @TempDir private Path folder;
  private Path origin;
  private List<Transcript> transcripts;

  @BeforeEach
  void oneProject() {
    origin = folder.resolve("origin.examen");
    try (Workbench workbench = open(origin, 0)) {
      Path samples = TestProjects.SAMPLES.resolve("agentic-misalignment/models/tern-r1");
      workbench.importFrom(TestProjects.request(samples), Progress.NONE);
      transcripts =
          workbench.transcripts().stream()
              .limit(3)
              .flatMap(line -> TestProjects.whole(workbench, line.id()).stream())
              .toList();
      RandomRating rating = new RandomRating(workbench, transcripts, new Random(1));
      for (int i = 0; i < 6; i++) {
        rating.step(RATERS.get(i % 2));
      }
    }
  }

  @Test
  void inWhateverOrderCopiesAreMergedAllSayTheSame() throws IOException {
    long conflicts = 0;
    for (long seed = 1; seed <= 20; seed++) {
      conflicts += history(seed);
    }
    assertTrue(conflicts > 20, "the histories are in conflict " + conflicts + " times");
  }

  @Test
  @Tag("nightly")
  void inWhateverOrderManyCopiesAreMergedAllSayTheSame() throws IOException {
    for (long seed = 101; seed <= 300; seed++) {
      history(seed);
    }
  }

  /** How many conflicts there were in the end. */
  private long history(long seed) throws IOException {
    Random random = new Random(seed);
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < COPIES; i++) {
      Path copy = folder.resolve("copy-" + i + ".examen");
      files.add(Files.copy(origin, copy, StandardCopyOption.REPLACE_EXISTING));
    }
    List<Workbench> copies = new ArrayList<>();
    try {
      for (int i = 0; i < COPIES; i++) {
        copies.add(open(files.get(i), seed * 10 + i));
      }
      for (int turn = 0; turn < 12; turn++) {
        work(copies.get(random.nextInt(COPIES)), random);
        if (random.nextInt(3) == 0) {
          lookThenMerge(
              copies.get(random.nextInt(COPIES)), files.get(random.nextInt(COPIES)), seed);
        }
      }
      for (int[] pair : pairs(random)) {
        merge(copies.get(pair[0]), files.get(pair[1]), seed);
      }
      assertAllTheSame(copies, seed);
      return ledger(copies.getFirst()).conflictCount();
    } finally {
      copies.forEach(Workbench::close);
    }
  }

  private void work(Workbench workbench, Random random) {
    RandomRating rating = new RandomRating(workbench, transcripts, random);
    RaterId rater = RATERS.get(random.nextInt(RATERS.size()));
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      rating.step(rater);
    }
  }

  /** All pairs, each once or more, in any order: after the last, each has what all have. */
  static List<int[]> pairs(Random random) {
    List<int[]> all = new ArrayList<>();
    for (int to = 0; to < COPIES; to++) {
      for (int from = 0; from < COPIES; from++) {
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
          all.add(new int[] {to, from});
        }
      }
    }
    Collections.shuffle(all, random);
    return all;
  }

  private static void lookThenMerge(Workbench into, Path file, long seed) {
    MergeReport dry = into.lead().merging().preview(List.of(file), Progress.NONE);
    assertEquals(dry.files(), merge(into, file, seed).files(), "seed " + seed);
    MergeReport again = merge(into, file, seed);
    assertEquals(0, again.taken() + again.conflicts(), "seed " + seed);
  }

  private static MergeReport merge(Workbench into, Path file, long seed) {
    MergeReport report = into.lead().merging().run(List.of(file), Progress.NONE);
    assertEquals(0, report.leftOut(), "seed " + seed + ": " + report);
    assertEquals("", report.files().getFirst().refusal(), "seed " + seed);
    into.refresh();
    return report;
  }

  static void assertAllTheSame(List<Workbench> copies, long seed) throws IOException {
    Workbench first = copies.getFirst();
    for (Workbench copy : copies) {
      assertArrayEquals(export(first), export(copy), "seed " + seed);
      assertEquals(ledger(first).things(), ledger(copy).things(), "seed " + seed);
      assertEquals(ledger(first).conflicts(), ledger(copy).conflicts(), "seed " + seed);
      for (RaterId rater : RATERS) {
        assertEquals(first.history(rater), copy.history(rater), "seed " + seed);
        assertEquals(nextUndo(first, rater), nextUndo(copy, rater), "seed " + seed);
      }
      assertEquals(List.of(), copy.lead().verify(), "seed " + seed);
      try (Workbench anew = open(copy.path(), 1)) {
        assertArrayEquals(export(copy), export(anew), "seed " + seed + ", opened again");
      }
    }
  }

  /** As the file has it. */
  static Ledger ledger(Workbench workbench) {
    Ledger ledger = new Ledger();
    ChangeLog.eachInOrder(workbench.file(), logged -> ledger.apply(logged.step()));
    return ledger;
  }

  private static Optional<Step> nextUndo(Workbench workbench, RaterId rater) {
    return workbench.nextUndo(rater);
  }

  private static byte[] export(Workbench workbench) throws IOException {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      workbench.lead().export("jsonl", out);
      return out.toByteArray();
    }
  }

  /** Clocks that run apart, and ids that a seed gives. */
  static Workbench open(Path file, long seed) {
    Surroundings like = TestProjects.surroundings(file.resolveSibling("data"));
    return Workbench.openOrCreate(
        file,
        new Surroundings(
            () -> like.clock().instant().minusSeconds(seed % 7 * 86_400),
            seeded(seed),
            like.home(),
            like.data()));
  }

  private static RandomGenerator seeded(long seed) {
    return new Random(seed * 7919 + 17);
  }
}
