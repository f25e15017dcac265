package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.BackupJob;
import examen.app.Progress;
import examen.app.Surroundings;
import examen.app.TestProjects;
import examen.app.Workbench;
import examen.codebook.QuestionId;
import examen.desktop.fx.DirectWork;
import examen.desktop.fx.Texts;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.RaterId;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups, other programs and reading only, as the window shows them; without a screen. */
class SafekeepingTest {
  private static final RaterId ANN = new RaterId("ann");

  @TempDir private Path folder;

  private Path file;
  private Surroundings surroundings;

  @BeforeEach
  void make() {
    file = TestProjects.withSamples(folder);
    surroundings = TestProjects.surroundings(folder);
  }

  @Test
  void whatAnotherProgramStoresIsShownWithoutAStepOfOnesOwn() throws IOException {
    try (Workbench here = Workbench.open(file, surroundings);
        Workbench there = Workbench.open(file, surroundings)) {
      ReviewViewModel model = window(here);
      Safekeeping safekeeping = model.safekeeping();
      safekeeping.begin();
      TranscriptId open = model.queue().rows().getFirst().id();
      int rows = model.queue().rows().size();
      Decision done = there.act(ANN, new Command.Answer(open, new QuestionId("usable"), "cut-off"));
      assertTrue(done instanceof Decision.Accepted, done.toString());
      assertEquals("", model.shell().undoProperty().get());
      safekeeping.look();
      assertTrue(!model.shell().undoProperty().get().isEmpty(), "the step can be undone here");
      assertEquals(1, here.verdicts(open, ANN).size());

      Path text = Files.createDirectories(folder.resolve("new")).resolve("new.txt");
      Files.writeString(text, "Human: Is this new?\n\nAssistant: It is.\n");
      there.importFrom(TestProjects.request(text), Progress.NONE);
      safekeeping.look();
      assertEquals(rows + 1, model.queue().rows().size());
      assertEquals(open, model.reader().transcriptProperty().get().id(), "what was open stays");
      assertEquals("", model.shell().noticeProperty().get());
    }
  }

  @Test
  void aProjectThatIsOpenedToBeReadSaysSoInABarAndAtEachAttempt() {
    String why = "another window has this project open";
    try (Workbench workbench = Workbench.openToRead(file, why, surroundings)) {
      ReviewViewModel model = window(workbench);
      model.safekeeping().begin();
      assertEquals(
          "Read only: another window has this project open. Nothing can be changed here.",
          model.shell().noticeProperty().get());
      model.reader().walking().nextHighlight();
      model.deciding().reject();
      assertEquals(
          "opened to be read only, as another window has this project open",
          model.shell().problemProperty().get());
      assertEquals(0, new BackupJob(workbench).all().size(), "and it makes no backups");
    }
  }

  @Test
  void aBackupIsMadeAtOpeningAndAfterEnoughSteps() {
    try (Workbench workbench = Workbench.open(file, surroundings)) {
      BackupJob backups = new BackupJob(workbench);
      backups.setEvery(2);
      ReviewViewModel model = window(workbench);
      Safekeeping safekeeping = model.safekeeping();
      safekeeping.begin();
      assertEquals(1, backups.all().size());
      for (int i = 0; i < 4; i++) {
        model.reader().walking().nextHighlight();
        model.deciding().reject();
        safekeeping.look();
      }
      assertEquals(3, backups.all().size());
    }
  }

  @Test
  void aFolderThatIsCopiedElsewhereIsTold() throws IOException {
    Path inDropbox =
        TestProjects.withSamples(Files.createDirectories(folder.resolve("Dropbox/study")));
    try (Workbench workbench = Workbench.open(inDropbox, surroundings)) {
      ReviewViewModel model = window(workbench);
      model.safekeeping().begin();
      assertTrue(model.shell().noticeProperty().get().startsWith("This project lies in Dropbox"));
    }
  }

  private static ReviewViewModel window(Workbench workbench) {
    ReviewViewModel model =
        new ReviewViewModel(workbench, ANN, new DirectWork(), Texts.load(), () -> LocalTime.NOON);
    model.start();
    return model;
  }
}
