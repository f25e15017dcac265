package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.rating.Overlap;
import examen.rating.Rater;
import examen.rating.RaterId;
import examen.rating.Revealing;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two leads with a copy each: what they settle is the same everywhere once both were merged. */
class LeadsCopiesTest {
  private static final RaterId ANN = new RaterId("ann");
  private static final RaterId BEN = new RaterId("ben");

  @TempDir private Path folder;
  private final List<Path> files = new ArrayList<>();
  private final List<Workbench> copies = new ArrayList<>();

  @BeforeEach
  void threeCopiesOfOnePlan() throws IOException {
    Path origin = folder.resolve("origin.examen");
    try (Workbench workbench = MergingTest.open(origin, 0)) {
      Path samples = TestProjects.SAMPLES.resolve("agentic-misalignment/models/tern-r1");
      workbench.importFrom(TestProjects.request(samples), Progress.NONE);
      workbench.lead().team().put(new Rater(ANN, "Ann"));
      assign(workbench, 1, null);
    }
    for (int i = 0; i < 3; i++) {
      Path copy = folder.resolve("copy-" + i + ".examen");
      files.add(Files.copy(origin, copy));
      copies.add(MergingTest.open(copy, i + 1));
    }
  }

  @AfterEach
  void close() {
    copies.forEach(Workbench::close);
  }

  @Test
  void theSamePlanHoldsInEachAndAPackageOfEitherComesBackWithItsAssignment() throws IOException {
    Path packages = Files.createDirectory(folder.resolve("packages"));
    assign(copies.get(0), 7, packages);
    assign(copies.get(1), 8, null);
    List<TranscriptId> inPackage;
    Path anns = packages.resolve("copy-0-Ann.examen");
    try (Workbench made = MergingTest.open(anns, 9)) {
      inPackage = made.plans().of(ANN).assigned();
      assertTrue(made.plans().of(BEN).assigned().isEmpty());
    }
    MergeReport first = merge(0, files.get(1));
    assertTrue(
        remarks(first).stream().anyMatch(line -> line.startsWith("1 plans were made in one copy")),
        () -> remarks(first).toString());
    mergeAll(3);
    assertEquals(1, copies.stream().map(copy -> copy.plans().of(ANN)).distinct().count());
    assertEquals(1, copies.stream().map(copy -> copy.plans().of(BEN)).distinct().count());
    for (int i = 0; i < copies.size(); i++) {
      MergeReport report = merge(i, anns);
      assertEquals(List.of(), remarks(report));
    }
    assertEquals(Set.copyOf(copies.get(0).plans().of(ANN).assigned()), Set.copyOf(inPackage));
    copies.forEach(copy -> assertEquals(List.of(), copy.lead().verify()));
  }

  @Test
  void theSettingThatWasMadeLastHoldsInEach() {
    copies.get(0).lead().team().showOnlyAssigned();
    copies.get(1).lead().team().allow(Revealing.ANY_TIME);
    copies.get(2).lead().team().fixRaters();
    mergeAll(4);
    copies.get(2).lead().team().allow(Revealing.AFTER_SUBMISSION);
    copies.get(0).lead().team().allow(Revealing.ANY_TIME);
    mergeAll(5);
    // Neither knew of the other, and the clock of copy 2 is two days behind that of copy 0.
    copies.forEach(copy -> assertEquals(Revealing.ANY_TIME, copy.reveals().when()));
    copies.get(2).lead().team().allow(Revealing.AFTER_SUBMISSION);
    mergeAll(6);
    for (Workbench copy : copies) {
      assertEquals(Revealing.AFTER_SUBMISSION, copy.reveals().when(), "whatever its clock says");
      assertTrue(copy.raters().areFixed());
      assertEquals(false, copy.plans().of(ANN).showsOthers());
      assertEquals(List.of(), remarks(merge(0, copy.path())), "twice is once");
    }
  }

  @Test
  void aPackageSettlesNothingForTheProject() throws IOException {
    Path packages = Files.createDirectory(folder.resolve("packages"));
    assign(copies.get(0), 7, packages);
    Path anns = packages.resolve("copy-0-Ann.examen");
    try (Workbench made = MergingTest.open(anns, 9)) {
      made.lead().team().allow(Revealing.ANY_TIME);
      made.lead().team().showOthers();
    }
    assertEquals(List.of(), remarks(merge(0, anns)));
    assertEquals(Revealing.AFTER_SUBMISSION, copies.get(0).reveals().when());
    assertEquals(false, copies.get(0).raters().areFixed());
  }

  private static void assign(Workbench workbench, long seed, @Nullable Path packages) {
    workbench
        .lead()
        .assign(
            new AssignRequest(
                List.of("ann", "ben"),
                new Overlap.Share(0.5),
                0,
                Set.of(),
                List.of(),
                seed,
                packages,
                false),
            Progress.NONE);
  }

  private void mergeAll(long seed) {
    Random random = new Random(seed);
    List<int[]> pairs = new ArrayList<>(MergingTest.pairs(random));
    Collections.shuffle(pairs, random);
    pairs.addAll(MergingTest.pairs(random));
    pairs.forEach(pair -> merge(pair[0], files.get(pair[1])));
  }

  private MergeReport merge(int into, Path from) {
    MergeReport dry = copies.get(into).lead().merging().preview(List.of(from), Progress.NONE);
    MergeReport report = copies.get(into).lead().merging().run(List.of(from), Progress.NONE);
    assertEquals(dry.files(), report.files());
    assertEquals("", report.files().getFirst().refusal());
    copies.get(into).refresh();
    return report;
  }

  private static List<String> remarks(MergeReport report) {
    return Objects.requireNonNull(report.files().getFirst().account()).remarks();
  }
}
