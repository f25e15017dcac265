package examen.app;

import static examen.app.CanaryProject.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.codebook.QuestionId;
import examen.rating.Assignment;
import examen.rating.AssignmentPlan;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.Overlap;
import examen.rating.PlanId;
import examen.rating.PlanTerms;
import examen.rating.RaterId;
import examen.rating.Revealing;
import examen.store.PlanTable;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where raters see only what is given to them, nothing else is theirs to read, however asked. */
class OwnListTest {
  private static final Pattern OF_IT = Pattern.compile("zebrafinch|canary-[a-z0-9-]+|cacacaca-");

  @TempDir private Path folder;
  private CanaryProject project;
  private Workbench workbench;
  private TranscriptId own;

  /** Another transcript than the one on which everything was said is given to Ann. */
  @BeforeEach
  void give() throws IOException {
    project = CanaryProject.in(folder);
    workbench = project.workbench();
    own = workbench.transcripts().getFirst().id();
    AssignmentPlan plan =
        new AssignmentPlan(
            new PlanId(new UUID(5, 1)),
            Instant.parse("2026-11-21T12:00:00Z"),
            1,
            null,
            new PlanTerms(new Overlap.Each(1), List.of(), 1),
            new TreeSet<>(),
            List.of(new Assignment(own, ANN, 0)));
    workbench.file().runInTransaction(writing -> PlanTable.insert(writing, plan));
    workbench.lead().team().showOnlyAssigned();
    workbench.lead().team().allow(Revealing.ANY_TIME);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void noQueryGivesAnythingOfATranscriptThatIsNotTheirs() {
    assertEquals(new TreeMap<>(), told());
    assertEquals(List.of(own), workbench.transcripts(ANN).stream().map(l -> l.id()).toList());
  }

  @Test
  void theSameQuestionsGiveItWhereOthersAreOpen() {
    workbench.lead().team().showOthers();
    assertTrue(told().size() > 5, () -> told().toString());
  }

  @Test
  void theyCannotMakeItTheirsByWorkingOnIt() {
    Command answer = new Command.Answer(project.judged(), new QuestionId("usable"), "yes");
    assertEquals(
        new Decision.Refused("this transcript is not given to you to read"),
        workbench.act(ANN, answer));
    assertFalse(workbench.reveals().isAllowed(project.judged(), ANN));
    assertTrue(
        workbench.reveals().show(project.judged(), ANN) instanceof Decision.Refused, "revealed");
    assertTrue(
        workbench.act(ANN, new Command.Answer(own, new QuestionId("usable"), "yes"))
            instanceof Decision.Accepted);
  }

  @Test
  void whatTheyHaveWorkedOnStaysOpenAndWhoIsInNoPlanReadsEverything() {
    assertTrue(
        workbench.actFor(ANN, new Command.Answer(project.judged(), new QuestionId("usable"), "yes"))
            instanceof Decision.Accepted);
    assertTrue(workbench.transcript(project.judged(), ANN).isPresent());
    assertTrue(workbench.transcript(project.judged(), new RaterId("lead")).isPresent());
    assertEquals(workbench.transcripts().size(), workbench.transcripts(new RaterId("lead")).size());
  }

  private SortedMap<String, SortedSet<String>> told() {
    SortedMap<String, SortedSet<String>> told = new TreeMap<>();
    new RaterAsks(project, folder)
        .all()
        .forEach(
            (name, asks) -> {
              SortedSet<String> found = Secrets.in(RaterAsks.answer(asks), OF_IT);
              if (!found.isEmpty()) {
                told.put(name, found);
              }
            });
    return told;
  }
}
