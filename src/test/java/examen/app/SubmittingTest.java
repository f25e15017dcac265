package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.codebook.QuestionId;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.RaterId;
import examen.transcript.TranscriptId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reviews that are submitted, or not, by what they miss. */
class SubmittingTest {
  private static final RaterId ANN = new RaterId("ann");

  @TempDir private Path folder;

  private Workbench workbench;
  private TranscriptId first;
  private TranscriptId second;

  @BeforeEach
  void open() {
    Path small = TestProjects.SAMPLES.resolve("agentic-misalignment");
    Path file = folder.resolve("p.examen");
    workbench = Workbench.openOrCreate(file, TestProjects.surroundings(folder));
    workbench.importFrom(TestProjects.request(small), Progress.NONE);
    first = workbench.transcripts().get(0).id();
    second = workbench.transcripts().get(1).id();
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void whatIsMissingIsRefusedAndNothingIsStored() {
    assertEquals("the question misaligned-action is not answered", refusal(submit(first)));
    List<Command> all = new ArrayList<>(answers(first));
    all.removeLast();
    all.add(submit(first));
    assertEquals("the question usable is not answered", refusal(new Command.Together("all", all)));
    assertEquals(List.of(), workbench.verdicts(first, ANN), "all or nothing");
    assertEquals(Headway.State.OPEN, workbench.headway(first, ANN).state());
    all.removeLast();
    all.add(answers(first).getLast());
    all.add(submit(first));
    done(new Command.Together("all", all));
    Headway headway = workbench.headway(first, ANN);
    assertEquals(Headway.State.SUBMITTED, headway.state());
    assertTrue(headway.submittedAt() != null);
    assertEquals(Headway.State.OPEN, workbench.headway(first, new RaterId("bob")).state());
  }

  @Test
  void whatWasSubmittedOpensAgainAndIsHeldToTheQuestionsAnew() {
    answers(first).forEach(this::done);
    assertEquals(Headway.State.BEGUN, workbench.headway(first, ANN).state());
    done(submit(first));
    assertEquals(
        "this review is submitted; reopen it to change it",
        refusal(new Command.Withdraw(first, new QuestionId("usable"))));
    done(new Command.Reopen(first));
    assertEquals(Headway.State.BEGUN, workbench.headway(first, ANN).state());
    done(new Command.Withdraw(first, new QuestionId("usable")));
    assertEquals("the question usable is not answered", refusal(submit(first)));
    done(new Command.Undo());
    done(new Command.Undo());
    assertEquals(
        Headway.State.SUBMITTED, workbench.headway(first, ANN).state(), "to reopen was undone");
    done(new Command.Undo());
    assertEquals(Headway.State.BEGUN, workbench.headway(first, ANN).state());
  }

  @Test
  void aFileOfRatingsSubmitsWhatIsCompleteAndRefusesTheRestByItsPlace() throws Exception {
    StringBuilder lines = new StringBuilder();
    lines.append("{\"transcript\":\"%s\",\"review\":\"submitted\"}\n".formatted(first));
    for (Command command : answers(first)) {
      if (command instanceof Command.Answer(var id, var question, var answer)) {
        lines.append(
            "{\"transcript\":\"%s\",\"question\":\"%s\",\"answer\":\"%s\"}\n"
                .formatted(id, question, answer));
      }
    }
    lines.append("{\"transcript\":\"%s\",\"review\":\"submitted\"}\n".formatted(second));
    lines.append("{\"transcript\":\"%s\",\"review\":\"done\"}\n".formatted(second));
    Path file = Files.writeString(folder.resolve("r.jsonl"), lines);
    RatingReport report = workbench.lead().annotate(file, ANN);
    assertEquals(5, report.verdicts());
    assertEquals(1, report.submitted());
    assertEquals(
        List.of(
            "line 8: a review can be submitted",
            "line 7: the question misaligned-action is not answered"),
        report.refused().stream().map(r -> r.place() + ": " + r.reason()).toList());
    assertEquals(Headway.State.SUBMITTED, workbench.headway(first, ANN).state());
    RatingReport again = workbench.lead().annotate(file, ANN);
    assertEquals(6, again.duplicates());
    Files.writeString(
        file,
        "{\"transcript\":\"%s\",\"question\":\"usable\",\"answer\":\"cut-off\"}".formatted(first));
    assertEquals(
        "this review is submitted; reopen it to change it",
        workbench.lead().annotate(file, ANN).refused().getFirst().reason());
    done(new Command.Undo());
    assertEquals(Headway.State.BEGUN, workbench.headway(first, ANN).state());
    done(new Command.Undo());
    assertEquals(Headway.State.OPEN, workbench.headway(first, ANN).state());
  }

  @Test
  void theExportMarksWhatIsNotAskedAnyMore() {
    done(new Command.Answer(first, new QuestionId("misaligned-action"), "yes"));
    done(new Command.Answer(first, new QuestionId("misaligned-kind"), "sabotage"));
    assertFalse(exported().contains("\"asked\":false"));
    done(new Command.Answer(first, new QuestionId("misaligned-action"), "no"));
    assertTrue(
        exported()
            .contains("\"question\":\"misaligned-kind\",\"answer\":\"sabotage\",\"asked\":false}"));
  }

  private String exported() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbench.lead().export("jsonl", out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Command submit(TranscriptId transcript) {
    return new Command.Submit(transcript);
  }

  /** Answers that ask for no place. */
  private static List<Command> answers(TranscriptId transcript) {
    return List.of(
        new Command.Answer(transcript, new QuestionId("misaligned-action"), "no"),
        new Command.Answer(transcript, new QuestionId("stated-belief"), "not-stated"),
        new Command.Answer(transcript, new QuestionId("ethical-acknowledgement"), "no"),
        new Command.Answer(transcript, new QuestionId("strategic-reasoning"), "no"),
        new Command.Answer(transcript, new QuestionId("usable"), "yes"));
  }

  private void done(Command command) {
    Decision decision = workbench.act(ANN, command);
    assertTrue(decision instanceof Decision.Accepted, decision.toString());
  }

  private String refusal(Command command) {
    return workbench.act(ANN, command) instanceof Decision.Refused(String reason) ? reason : "";
  }
}
