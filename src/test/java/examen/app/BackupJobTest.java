package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.codebook.QuestionId;
import examen.rating.Command;
import examen.rating.Decision;
import examen.rating.RaterId;
import examen.store.StoreException;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When backups are made by themselves, and what the window learns of other programs. */
class BackupJobTest {
  private static final RaterId ANN = new RaterId("ann");

  @TempDir Path folder;

  @Test
  void aBackupIsMadeAtOpeningIfThereIsSomethingNew() {
    Path file = TestProjects.withSamples(folder);
    try (Workbench workbench = open(file)) {
      assertTrue(new BackupJob(workbench).atOpening().isPresent());
      assertEquals(Optional.empty(), new BackupJob(workbench).atOpening());
    }
    try (Workbench workbench = open(file)) {
      assertEquals(Optional.empty(), new BackupJob(workbench).atOpening());
      act(workbench, "yes");
    }
    try (Workbench workbench = open(file)) {
      assertTrue(new BackupJob(workbench).atOpening().isPresent());
      assertEquals(2, new BackupJob(workbench).all().size());
    }
  }

  @Test
  void aBackupIsDueAfterAsManyStepsAsTheProjectSays() {
    try (Workbench workbench = open(TestProjects.withSamples(folder))) {
      BackupJob backups = new BackupJob(workbench);
      assertEquals(200, backups.every());
      backups.setEvery(3);
      backups.atOpening();
      act(workbench, "yes");
      act(workbench, "cut-off");
      assertFalse(backups.isDue());
      act(workbench, "yes");
      assertTrue(backups.isDue());
      backups.make();
      assertFalse(backups.isDue());
      backups.setEvery(0);
      for (int i = 0; i < 5; i++) {
        act(workbench, i % 2 == 0 ? "cut-off" : "yes");
      }
      assertFalse(backups.isDue(), "never");
      assertEquals(Optional.empty(), backups.atOpening(), "never");
    }
  }

  @Test
  void oneThatFailedIsTriedAgainAfterAsManySteps() throws IOException {
    Path file = TestProjects.withSamples(folder);
    Path inTheWay = Files.writeString(folder.resolve("samples.examen.backups"), "a file");
    try (Workbench workbench = open(file)) {
      BackupJob backups = new BackupJob(workbench);
      backups.setEvery(2);
      assertThrows(StoreException.class, backups::atOpening);
      act(workbench, "yes");
      assertFalse(backups.isDue());
      act(workbench, "cut-off");
      assertTrue(backups.isDue());
      Files.delete(inTheWay);
      backups.make();
      assertEquals(1, backups.all().size());
    }
  }

  @Test
  void verifyingNamesTheBackupToGoBackTo() throws Exception {
    Path file = TestProjects.withSamples(folder);
    Path backup;
    try (Workbench workbench = open(file)) {
      act(workbench, "yes");
      backup = new BackupJob(workbench).make();
    }
    try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      String trigger;
      try (var row =
          statement.executeQuery("SELECT sql FROM sqlite_schema WHERE name = 'step_stays'")) {
        trigger = row.getString(1);
      }
      statement.execute("DROP TRIGGER step_stays");
      statement.execute("UPDATE step SET what = 'something else'");
      statement.execute(trigger);
    }
    try (Workbench workbench = open(file)) {
      String advice = workbench.verify().getFirst().advice();
      assertTrue(advice.contains("examen restore"), advice);
      assertTrue(advice.contains(backup.getFileName().toString()), advice);
    }
  }

  @Test
  void whatAnotherProgramStoresIsNoticedAndWhatThisOneStoresIsNot() {
    Path file = TestProjects.withSamples(folder);
    try (Workbench here = open(file);
        Workbench there = open(file)) {
      OtherPrograms others = new OtherPrograms(here);
      assertEquals(OtherPrograms.News.NONE, others.look());
      act(here, "yes");
      assertEquals(OtherPrograms.News.NONE, others.look(), "its own");
      act(there, "cut-off");
      assertEquals(OtherPrograms.News.STEPS, others.look());
      assertEquals(2, here.history(ANN).size());
      assertEquals(OtherPrograms.News.NONE, others.look());
      importOne(there);
      assertEquals(OtherPrograms.News.TRANSCRIPTS, others.look());
      assertEquals(OtherPrograms.News.NONE, others.look());
    }
  }

  private void importOne(Workbench workbench) {
    try {
      Path text = Files.createDirectories(folder.resolve("new")).resolve("new.txt");
      Files.writeString(text, "Human: Is this new?\n\nAssistant: It is.\n");
      ImportReport report = workbench.importFrom(TestProjects.request(text), Progress.NONE);
      assertTrue(report.imported() == 1, report.toString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Workbench open(Path file) {
    return Workbench.open(file, TestProjects.surroundings(folder));
  }

  private static void act(Workbench workbench, String answer) {
    TranscriptId id = workbench.transcripts().getFirst().id();
    assertInstanceOf(
        Decision.Accepted.class,
        workbench.act(ANN, new Command.Answer(id, new QuestionId("usable"), answer)));
  }
}
