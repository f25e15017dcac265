package examen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.rating.Assignment;
import examen.rating.AssignmentPlan;
import examen.rating.Ledger;
import examen.rating.Overlap;
import examen.rating.PlanId;
import examen.rating.PlanTerms;
import examen.rating.Rater;
import examen.rating.RaterId;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is stored shows in the extent, as a backup is made only where it does. */
class ExtentTest {
  private static final RaterId ANN = new RaterId("ann");

  @TempDir Path folder;

  @Test
  void allThatCanBeStoredShows() {
    try (ProjectFile project = Projects.createWith(folder, 2)) {
      for (Consumer<Writing> work : works()) {
        String before = extent(project);
        assertEquals(before, extent(project));
        project.runInTransaction(work);
        assertNotEquals(before, extent(project), "work " + works().indexOf(work));
      }
      String before = extent(project);
      new Work("ann", new Ledger(), List.of(Projects.transcript(1)), 1).store(project, 1);
      assertNotEquals(before, extent(project), "a step");
    }
  }

  @Test
  void headsAreTheLatestOfEachRater() {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      Ledger ledger = new Ledger();
      new Work("ann", ledger, List.of(Projects.transcript(1)), 1).store(project, 9);
      new Work("ben", ledger, List.of(Projects.transcript(1)), 2).store(project, 9);
      assertEquals(
          project.reading(
              reading ->
                  reading
                      .query("SELECT hash FROM step WHERE seq IN (9, 18) ORDER BY seq")
                      .list(row -> row.text(1))),
          List.copyOf(project.reading(reading -> Extent.heads(reading.session())).values()));
    }
  }

  private static List<Consumer<Writing>> works() {
    return List.of(
        writing -> TranscriptTable.insert(writing, new ImportId(1), Projects.transcript(3)),
        writing -> ImportLog.begin(writing, Projects.NOON, null),
        writing -> ImportLog.finish(writing, new ImportId(2), "{}"),
        writing -> LabelTable.insert(writing, new ClassifierRun("run", "judge", "1", "f")),
        writing ->
            LabelTable.insert(
                writing,
                new ClassifierLabel("run", Projects.transcript(1).id(), "a", "1", null, null)),
        writing -> CodebookTable.insert(writing, new StoredCodebook("book", 1, "{}")),
        writing -> CodebookTable.insert(writing, new StoredCodebook("book", 2, "{}")),
        writing -> CodebookTable.use(writing, "book", 2),
        writing -> CodebookTable.use(writing, "book", 1),
        writing -> ProjectSettings.put(writing, "rules", "{}"),
        writing -> ProjectSettings.put(writing, "rules", "[]"),
        writing -> RaterTable.put(writing, new Rater(ANN, "Ann"), Projects.NOON),
        writing -> RaterTable.put(writing, new Rater(ANN, "Ann B."), Projects.NOON),
        writing -> PlanTable.insert(writing, plan()),
        writing -> SamplingTable.insert(writing, SamplingTableTest.plan("audit", 6)),
        writing -> LeftOut.insert(writing, "0".repeat(64), "ann"),
        writing -> RawTable.insert(writing, new byte[] {'{', '}'}));
  }

  private static AssignmentPlan plan() {
    return new AssignmentPlan(
        new PlanId(new UUID(0x7000, 1)),
        Projects.NOON,
        1,
        null,
        new PlanTerms(new Overlap.Each(1), List.of(), 1),
        new TreeSet<>(),
        List.of(new Assignment(Projects.transcript(1).id(), ANN, 0)));
  }

  private static String extent(ProjectFile project) {
    return project.reading(reading -> Extent.of(reading.session()));
  }
}
