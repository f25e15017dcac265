package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.ChildProgram;
import examen.codebook.QuestionId;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.RaterId;
import examen.store.StoreException;
import examen.transcript.TranscriptId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One window at a time works on a project; a second one reads. */
class WindowProjectTest {
  private static final RaterId ANN = new RaterId("ann");

  @TempDir Path folder;

  /** A window without a screen: opens the project, says so, and waits to be killed. */
  static final class Holder {
    public static void main(String[] arguments) throws IOException {
      Surroundings surroundings = TestProjects.surroundings(Path.of(arguments[0]));
      try (WindowProject project = WindowProject.open(Path.of(arguments[1]), surroundings)) {
        System.out.println(project.workbench().readOnly().orElse("to work in"));
        System.out.flush();
        int end = System.in.read();
        if (end > 0) {
          throw new IllegalStateException();
        }
      }
    }
  }

  @Test
  void aSecondWindowOfThisProgramReadsAndSaysWhyAndTheNextOneWorks() {
    Path file = TestProjects.withSamples(folder);
    Surroundings surroundings = TestProjects.surroundings(folder);
    try (WindowProject first = WindowProject.open(file, surroundings)) {
      assertEquals(Optional.empty(), first.workbench().readOnly());
      try (WindowProject second = WindowProject.open(file, surroundings)) {
        assertEquals(
            Optional.of("another window has this project open"), second.workbench().readOnly());
        refusesEverything(second.workbench());
        assertAccepted(first.workbench());
        second.workbench().refresh();
        assertEquals(1, second.workbench().history(ANN).size(), "it sees what the first does");
      }
      try (WindowProject third = WindowProject.open(file, surroundings)) {
        assertTrue(third.workbench().readOnly().isPresent(), "the second did not free the lock");
      }
    }
    try (WindowProject next = WindowProject.open(file, surroundings)) {
      assertEquals(Optional.empty(), next.workbench().readOnly());
    }
  }

  @Test
  void aWindowOfAnotherProgramHoldsTheProjectUntilItIsKilled()
      throws IOException, InterruptedException {
    Path file = TestProjects.withSamples(folder);
    Surroundings surroundings = TestProjects.surroundings(folder);
    Process other =
        ChildProgram.builder(folder, Holder.class.getName(), folder.toString(), file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader said =
        new BufferedReader(
            new java.io.InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
      assertEquals("to work in", said.readLine());
      try (WindowProject here = WindowProject.open(file, surroundings)) {
        assertTrue(here.workbench().readOnly().isPresent());
      }
      assertThrows(
          Refusal.class, () -> restoring(file, surroundings).run(), "nobody goes back meanwhile");
      // The command line still writes.
      try (Workbench command = Workbench.open(file, surroundings)) {
        assertAccepted(command);
      }
      other.destroyForcibly().waitFor();
    }
    try (WindowProject here = WindowProject.open(file, surroundings)) {
      assertEquals(Optional.empty(), here.workbench().readOnly());
    }
  }

  @Test
  void aFileWithTwoNamesIsOneProject() throws IOException {
    Path file = TestProjects.withSamples(folder);
    Path link = Files.createSymbolicLink(folder.resolve("link.examen"), file);
    Surroundings surroundings = TestProjects.surroundings(folder);
    try (WindowProject first = WindowProject.open(file, surroundings);
        WindowProject second = WindowProject.open(link, surroundings)) {
      assertEquals(Optional.empty(), first.workbench().readOnly());
      assertTrue(second.workbench().readOnly().isPresent());
    }
  }

  @Test
  void aProjectThatCannotBeOpenedDoesNotStayLocked() throws IOException {
    Path file = Files.writeString(folder.resolve("text.examen"), "hello\n".repeat(3000));
    Surroundings surroundings = TestProjects.surroundings(folder);
    for (int i = 0; i < 2; i++) {
      assertThrows(StoreException.class, () -> WindowProject.open(file, surroundings));
    }
    assertTrue(WindowLock.take(folder, file).isPresent());
  }

  @Test
  void whatWasRescuedIsOpenedToBeReadAndCanBeExported() {
    Path file = TestProjects.withSamples(folder);
    Surroundings surroundings = TestProjects.surroundings(folder);
    Path rescued = folder.resolve("rescued.examen");
    RescueJob.Report report = RescueJob.run(file, rescued, surroundings);
    assertTrue(report.isComplete(), report.toString());
    assertEquals(TestProjects.sampleCount(), report.transcripts());
    try (WindowProject window = WindowProject.open(rescued, surroundings)) {
      assertEquals(
          Optional.of("it was rescued from the damaged file samples.examen"),
          window.workbench().readOnly());
      assertEquals(
          TestProjects.sampleCount(),
          window.workbench().export("jsonl", folder.resolve("out.jsonl")));
    }
  }

  private static RestoreJob restoring(Path file, Surroundings surroundings) {
    try (Workbench workbench = Workbench.open(file, surroundings)) {
      return new RestoreJob(new BackupJob(workbench).make(), null, surroundings);
    }
  }

  private void refusesEverything(Workbench workbench) {
    Decision decision = workbench.act(ANN, answer(workbench));
    String why = assertInstanceOf(Decision.Refused.class, decision).reason();
    assertEquals("opened to be read only, as another window has this project open", why);
    assertThrows(
        StoreException.class,
        () -> workbench.importFrom(TestProjects.request(TestProjects.SAMPLES), Progress.NONE));
    assertTrue(workbench.history(ANN).isEmpty());
  }

  private static void assertAccepted(Workbench workbench) {
    assertInstanceOf(Decision.Accepted.class, workbench.act(ANN, answer(workbench)));
  }

  private static Command answer(Workbench workbench) {
    TranscriptId id = workbench.transcripts().getFirst().id();
    return new Command.Answer(id, new QuestionId("usable"), "yes");
  }
}
