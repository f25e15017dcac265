package examen.store;

import static examen.store.ProjectFileTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RescueTest {
  @TempDir Path folder;

  @Test
  void allOfAWholeFileIsRescued() throws IOException {
    Path file = DamagedPages.make(folder, 3);
    SortedMap<String, String> contents = contents(file);
    Path target = folder.resolve("new.examen");
    RescueReport report = new Rescue(file, target, Projects.ORIGIN).run();
    assertTrue(report.isComplete(), report.toString());
    assertEquals(List.of(), report.remarks());
    SortedMap<String, String> rescued = contents(target);
    assertEquals("project.examen", rescued.remove("setting rescued"));
    assertEquals(contents, rescued);
    try (ProjectFile project = ProjectFile.open(target)) {
      assertEquals(List.of(), Verification.of(project));
    }
    try (var files = Files.list(folder)) {
      assertEquals(2, files.count(), "nothing else is left");
    }
  }

  @Test
  void aStepThatWasChangedIsLeftOutAndNamedAndTheOthersAreTaken() throws SQLException {
    Path file = DamagedPages.make(folder, 4);
    Damage.plant(file, "UPDATE step SET rater = 'eve' WHERE seq = (SELECT max(seq) FROM step)");
    RescueReport report = new Rescue(file, folder.resolve("new.examen"), Projects.ORIGIN).run();
    assertEquals(List.of(120L), report.lostSteps());
    assertEquals(119, report.steps());
    assertFalse(report.isComplete());
  }

  @Test
  void aTranscriptOfWhichAPartIsGoneIsLeftOutAndWhatRatersDidOnItIsKept() throws SQLException {
    Path file = DamagedPages.make(folder, 5);
    String id = Projects.transcript(1).id().value();
    Damage.plant(
        file,
        "PRAGMA foreign_keys = OFF",
        "DELETE FROM part WHERE message = 1 AND idx = 0 AND transcript = '" + id + "'");
    Path target = folder.resolve("new.examen");
    RescueReport report = new Rescue(file, target, Projects.ORIGIN).run();
    assertEquals(
        Map.of(id, "a text has not the words that the index has of it").keySet(),
        report.leftOut().keySet());
    assertEquals(12, report.transcripts());
    assertEquals(120, report.steps());
    try (ProjectFile project = ProjectFile.open(target)) {
      // Importing it again brings everything back.
      project.runInTransaction(
          writing ->
              TranscriptTable.insert(
                  writing, ImportLog.begin(writing, Projects.NOON, null), Projects.transcript(1)));
      assertEquals(List.of(), Verification.of(project));
    }
  }

  @Test
  void makesNothingOverAFileAndLeavesNothingWhereNothingCanBeRead() throws IOException {
    Path file = DamagedPages.make(folder, 6);
    Path there = Files.writeString(folder.resolve("there.examen"), "mine");
    assertRefused(
        "there is a file of that name already", () -> new Rescue(file, there, Projects.ORIGIN));
    assertEquals("mine", Files.readString(there));
    Path text = Files.writeString(folder.resolve("text"), "hello\n".repeat(2000));
    Path target = folder.resolve("new.examen");
    assertRefused("text: ", () -> new Rescue(text, target, Projects.ORIGIN).run());
    assertFalse(Files.exists(target));
    Path newer = Files.copy(file, folder.resolve("newer.examen"));
    try (Session session = new Sessions(newer).write()) {
      session.execute("PRAGMA user_version=99");
    }
    assertRefused("newer Examen", () -> new Rescue(newer, target, Projects.ORIGIN).run());
    assertFalse(Files.exists(target));
  }

  @Test
  void anOlderFileIsRescuedIntoOneOfToday() throws IOException {
    for (int number = 1; number < Migrations.ALL.newest(); number++) {
      String version = "v%03d.examen".formatted(number);
      try (var in = RescueTest.class.getResourceAsStream("/golden/store/" + version)) {
        if (in == null) {
          throw new AssertionError("no " + version);
        }
        Path old = folder.resolve(version);
        Files.copy(in, old);
        Path target = folder.resolve("new-" + version);
        RescueReport report = new Rescue(old, target, Projects.ORIGIN).run();
        assertTrue(report.isComplete(), version + report);
        SortedMap<String, String> rescued = contents(target);
        rescued.remove("setting rescued");
        assertEquals(contents(old), rescued, version);
      }
    }
  }

  private static SortedMap<String, String> contents(Path file) {
    try (ProjectFile project = ProjectFile.open(file)) {
      return DamagedPages.contents(project);
    }
  }
}
