package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.rating.AssignmentPlan;
import examen.rating.Decision;
import examen.rating.Overlap;
import examen.rating.RaterId;
import examen.rating.Revealing;
import examen.store.ProjectFile;
import examen.store.SamplingTable;
import examen.study.Frame;
import examen.study.SamplingPlan;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is told how transcripts were drawn, and what is given to raters of it. */
class SamplesTest {
  private static final RaterId ANN = new RaterId("ann");

  @TempDir private static Path made;
  @TempDir private Path folder;
  private Workbench workbench;

  @BeforeAll
  static void make() {
    try (Workbench first =
        Workbench.openOrCreate(made.resolve("p.examen"), TestProjects.surroundings(made))) {
      for (String format : List.of("agentic-misalignment", "jsonl", "text")) {
        first.importFrom(TestProjects.request(TestProjects.SAMPLES.resolve(format)), Progress.NONE);
      }
      assertTrue(first.transcripts().size() >= 8, () -> "" + first.transcripts().size());
    }
  }

  @BeforeEach
  void open() throws IOException {
    Path file = Files.copy(made.resolve("p.examen"), folder.resolve("p.examen"));
    workbench = Workbench.open(file, TestProjects.surroundings(folder));
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private List<TranscriptId> drawn(String name) {
    return workbench.lead().samples().of(name).drawn().stream()
        .map(SamplingPlan.Unit::transcript)
        .toList();
  }

  private void draw(String name, int size, int seed) {
    workbench.lead().samples().draw(Map.of("size", "" + size, "seed", "" + seed), name);
  }

  @Test
  void analysesOfALeadHaveThePlansAndThoseOfABlindRaterHaveNone() {
    draw("b", 3, 1);
    draw("a", 2, 2);
    assertEquals(List.of("b", "a"), workbench.lead().findings().frame().plans().names());
    assertEquals(
        3, workbench.lead().findings().frame().plans().of("b").orElseThrow().drawn().size());
    assertEquals(Frame.Plans.NONE, workbench.findings(ANN).frame().plans());
    Samples samples = workbench.samples(ANN);
    for (Refusal refusal :
        List.of(
            assertThrows(Refusal.class, samples::all),
            assertThrows(Refusal.class, () -> samples.of("a")),
            assertThrows(Refusal.class, () -> samples.look(Map.of("design", "all"))),
            assertThrows(Refusal.class, () -> samples.draw(Map.of("design", "all"), "c")))) {
      assertEquals(
          "something is still withheld from ann, and a sampling plan can tell it", refusal.why());
    }
  }

  @Test
  void oneFromWhomNothingIsWithheldIsTold() {
    draw("a", 2, 2);
    workbench.reveals().allow(Revealing.ANY_TIME);
    for (TranscriptLine line : workbench.transcripts()) {
      assertThrows(Refusal.class, () -> workbench.samples(ANN).all());
      assertTrue(workbench.reveals().show(line.id(), ANN) instanceof Decision.Accepted);
    }
    assertEquals(1, workbench.samples(ANN).all().size());
    assertEquals(List.of("a"), workbench.findings(ANN).frame().plans().names());
    workbench.samples(ANN).draw(Map.of("design", "all"), "c");
    assertEquals(List.of("a", "c"), workbench.findings(ANN).frame().plans().names());
  }

  @Test
  void onlyWhatWasDrawnIsGivenInItsOrderAndStaysSo() {
    draw("a", 4, 3);
    AssignmentPlan first = assign(new AssignRequest.What.Drawn("a"), "ann", "ben");
    assertEquals(drawn("a"), first.of(ANN));
    AssignmentPlan again = assign(new AssignRequest.What.AsBefore());
    assertEquals(first, again, "nothing changed");
    AssignmentPlan cleo = assign(new AssignRequest.What.AsBefore(), "ann", "ben", "cleo");
    assertEquals(Set.copyOf(drawn("a")), given(cleo));
    AssignmentPlan all = assign(new AssignRequest.What.Everything(), "ann", "ben");
    assertEquals(workbench.transcripts().size(), given(all).size());
  }

  @Test
  void whatWasGivenBeforeStaysBeforeWhatIsDrawn() {
    draw("a", 3, 3);
    draw("b", 3, 4);
    List<TranscriptId> both = new ArrayList<>(drawn("a"));
    both.removeAll(drawn("b"));
    both.addAll(drawn("b"));
    assign(new AssignRequest.What.Drawn("a"), "ann", "ben");
    AssignmentPlan plan = assign(new AssignRequest.What.Drawn("b"));
    assertEquals(both, plan.of(ANN));
    assertEquals(both, plan.of(new RaterId("ben")));
    assertEquals(plan, assign(new AssignRequest.What.AsBefore()));
  }

  @Test
  void aWorkPackageHasNoSamplingPlanAndNothingThatNamesOne() throws IOException {
    draw("flagged-by-the-judge", 3, 3);
    Path packages = Files.createDirectory(folder.resolve("packages"));
    workbench
        .lead()
        .assign(
            request(new AssignRequest.What.Drawn("flagged-by-the-judge"), packages, "ann", "ben"),
            Progress.NONE);
    Path anns = packages.resolve("p-ann.examen");
    try (ProjectFile made = ProjectFile.open(anns)) {
      assertEquals(List.of(), made.reading(SamplingTable::names));
    }
    try (Workbench made = Workbench.open(anns, TestProjects.surroundings(folder))) {
      assertEquals(drawn("flagged-by-the-judge"), made.plans().of(ANN).assigned());
    }
    String bytes = Files.readString(anns, StandardCharsets.ISO_8859_1);
    assertTrue(!bytes.contains("flagged-by-the-judge"));
  }

  private static Set<TranscriptId> given(AssignmentPlan plan) {
    return Set.copyOf(plan.assignments().stream().map(each -> each.transcript()).toList());
  }

  private AssignmentPlan assign(AssignRequest.What what, String... raters) {
    return workbench.lead().assign(request(what, null, raters), Progress.NONE).plan();
  }

  private static AssignRequest request(
      AssignRequest.What what, @Nullable Path packages, String... raters) {
    return new AssignRequest(
        List.of(raters), new Overlap.Each(2), 0, Set.of(), null, null, packages, false, what);
  }
}
