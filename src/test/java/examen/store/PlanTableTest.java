package examen.store;

import static examen.store.ProjectFileTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import examen.rating.Assignment;
import examen.rating.AssignmentPlan;
import examen.rating.Overlap;
import examen.rating.PlanId;
import examen.rating.PlanTerms;
import examen.rating.Rater;
import examen.rating.RaterId;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

class PlanTableTest {
  private static final RaterId ANN = new RaterId("ann");

  @TempDir Path folder;

  @Test
  void aPlanComesBackAsItWasStored() {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      TranscriptId id = Projects.transcript(1).id();
      AssignmentPlan first = plan(1, 1, null, new Overlap.Each(3), id);
      AssignmentPlan second = plan(2, 2, first.id(), new Overlap.Share(0.1), id);
      assertEquals(Optional.empty(), project.reading(PlanTable::current));
      project.runInTransaction(writing -> PlanTable.insert(writing, first));
      assertEquals(Optional.of(first), project.reading(PlanTable::current));
      project.runInTransaction(writing -> PlanTable.insert(writing, second));
      assertEquals(Optional.of(second), project.reading(PlanTable::current));
      assertEquals(List.of(id), project.reading(PlanTable::current).orElseThrow().of(ANN));
      assertEquals(List.of(), Verification.of(project));
    }
  }

  @Test
  void ofTwoThatContinueOneEveryFileTakesTheSame() {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      TranscriptId id = Projects.transcript(1).id();
      AssignmentPlan early = plan(7, 2, null, new Overlap.Each(1), id);
      AssignmentPlan late = plan(8, 2, null, new Overlap.Each(2), id);
      assertEquals(Optional.of(late), AssignmentPlan.current(List.of(late, early)));
      assertEquals(Optional.of(late), AssignmentPlan.current(List.of(early, late)));
      project.runInTransaction(writing -> PlanTable.insert(writing, late));
      project.runInTransaction(writing -> PlanTable.insert(writing, early));
      assertEquals(Optional.of(late), project.reading(PlanTable::current));
    }
  }

  @Test
  void aPlanIsNeverReplacedAndGivesOnlyWhatIsThere() {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      TranscriptId id = Projects.transcript(1).id();
      AssignmentPlan plan = plan(1, 1, null, new Overlap.Each(1), id);
      project.runInTransaction(writing -> PlanTable.insert(writing, plan));
      assertThrows(
          StoreException.class,
          () -> project.runInTransaction(writing -> PlanTable.insert(writing, plan)));
      TranscriptId unknown = new TranscriptId("0".repeat(32));
      assertThrows(
          StoreException.class,
          () ->
              project.runInTransaction(
                  writing ->
                      PlanTable.insert(
                          writing, plan(2, 2, null, new Overlap.Each(1), unknown))));
      assertEquals(Optional.of(plan), project.reading(PlanTable::current));
    }
  }

  @Test
  void ratersKeepTheirIdAndMayGetAnotherName() {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      Rater ann = new Rater(new RaterId("r-0000000001"), "Ann Ö. 🙂");
      project.runInTransaction(writing -> RaterTable.put(writing, ann, Projects.NOON));
      project.runInTransaction(
          writing ->
              RaterTable.put(writing, new Rater(new RaterId("bob"), "Aa"), Projects.NOON));
      assertEquals(Optional.of(ann), project.reading(r -> RaterTable.get(r, ann.id())));
      Rater married = new Rater(ann.id(), "Zoe");
      project.runInTransaction(writing -> RaterTable.put(writing, married, Projects.NOON));
      assertEquals(
          List.of("Aa", "Zoe"),
          project.reading(RaterTable::all).stream().map(Rater::name).toList());
      assertRefused(
          "never changed or deleted",
          () ->
              project.runInTransaction(
                  writing -> writing.query("DELETE FROM rater").update()));
    }
  }

  private static AssignmentPlan plan(
      long id, int number, @Nullable PlanId continues, Overlap overlap, TranscriptId transcript) {
    return new AssignmentPlan(
        new PlanId(new UUID(0x7000, id)),
        Projects.NOON,
        number,
        continues,
        new PlanTerms(overlap, List.of("model", "goal\n"), Long.MIN_VALUE + id),
        new TreeSet<>(List.of(transcript)),
        List.of(new Assignment(transcript, ANN, 0)));
  }
}
