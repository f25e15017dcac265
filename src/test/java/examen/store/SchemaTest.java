package examen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.rating.Ledger;
import examen.transcript.ReasoningKind;
import examen.transcript.Role;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the file itself refuses, whichever program writes. */
class SchemaTest {
  @TempDir Path folder;

  @Test
  void whatIsLoggedOrImportedIsNeverChangedDeletedOrReplaced() throws SQLException {
    Path file = worked();
    Map<String, String> columns =
        Map.of(
            "step",
            "what",
            "change",
            "key",
            "transcript",
            "title",
            "message",
            "speaker",
            "part",
            "text");
    for (Map.Entry<String, String> each : columns.entrySet()) {
      String table = each.getKey();
      String column = each.getValue();
      assertRefusedByTrigger(file, "UPDATE " + table + " SET " + column + " = 'x'");
      assertRefusedByTrigger(file, "DELETE FROM " + table);
      assertRefusedByTrigger(file, "INSERT OR REPLACE INTO " + table + " SELECT * FROM " + table);
      assertRefusedByTrigger(file, "UPDATE OR IGNORE " + table + " SET " + column + " = 'x'");
    }
    assertRefusedByTrigger(file, "UPDATE branch SET name = 'x'");
    assertRefusedByTrigger(file, "DELETE FROM branch");
    assertRefusedByTrigger(file, "UPDATE codebook SET json = '[]'");
  }

  @Test
  void takesEveryRoleAndKindOfReasoningThatTheProgramHasAndNoOther() throws SQLException {
    Path file = worked();
    int index = 100;
    for (Role role : Role.values()) {
      Damage.run(file, message(index++, role.wire()));
    }
    assertRefused(file, "CHECK", message(index, "judge"));
    assertRefused(file, "CHECK", message(index, "SYSTEM"));
    int part = 100;
    for (ReasoningKind kind : ReasoningKind.values()) {
      Damage.run(file, reasoning(part++, "{\"reasoning\":\"" + kind.wire() + "\"}"));
    }
    assertRefused(file, "CHECK", reasoning(part, "{\"reasoning\":\"guessed\"}"));
    assertRefused(file, "CHECK", reasoning(part, "{}"));
    assertRefused(file, "CHECK", reasoning(part, "no JSON"));
  }

  @Test
  void everyTableIsStrict() {
    try (ProjectFile project = Projects.create(folder)) {
      List<String> loose =
          project.reading(
              reading ->
                  reading
                      .query(
                          "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type ="
                              + " 'table' AND strict = 0 AND name NOT GLOB 'sqlite_*'")
                      .list(row -> row.text(1)));
      assertEquals(List.of(), loose);
    }
  }

  @Test
  void viewsGiveOneRowForEachThingAndPlaceThatHoldsNow() {
    try (ProjectFile project = Projects.createWith(folder, 3)) {
      Work work = new Work("ann", new Ledger(), List.of(Projects.transcript(1)), 1);
      work.store(project, 200);
      long annotations = work.ledger().annotations(Projects.transcript(1).id()).size();
      assertTrue(annotations > 5, "the work made " + annotations);
      assertEquals(annotations, count(project, "annotation_now"));
      assertEquals(
          annotations, count(project, "(SELECT DISTINCT annotation FROM annotation_place_now)"));
      long decisions = work.ledger().decisions(Projects.transcript(1).id()).size();
      assertTrue(decisions > 5, "the work made " + decisions);
      assertEquals(decisions, count(project, "highlight_decision_now"));
      long links = work.ledger().links(Projects.transcript(1).id()).size();
      long marks = work.ledger().unsupported(Projects.transcript(1).id()).size();
      long reviews = work.ledger().reviews(Projects.transcript(1).id()).size();
      assertTrue(links > 0 && marks > 0 && reviews > 0, links + ", " + marks + ", " + reviews);
      assertEquals(links, count(project, "link_now"));
      assertEquals(marks, count(project, "unsupported_now"));
      assertEquals(reviews, count(project, "review_now"));
      long reveals = work.ledger().reveals(Projects.transcript(1).id()).size();
      assertTrue(reveals > 0, "nothing was shown");
      assertEquals(reveals, count(project, "reveal_now"));
      long rest = annotations + decisions + links + marks + reviews + reveals;
      assertEquals(work.ledger().things().size() - rest, count(project, "verdict_now"));
      assertEquals(
          0,
          count(
              project,
              "annotation_place_now p JOIN part t ON t.transcript = p.transcript AND t.message ="
                  + " p.message AND t.idx = p.part WHERE instr(t.text, p.quote) = 0"));
    }
  }

  private Path worked() {
    try (ProjectFile project = Projects.createWith(folder, 1)) {
      project.runInTransaction(
          writing -> {
            CodebookTable.insert(writing, new StoredCodebook("c", 1, "{}"));
            TranscriptTable.insert(writing, new ImportId(1), new RandomTranscripts(4).next());
            writing
                .query("INSERT INTO branch VALUES (?, 9, 'b', '[]')")
                .text("%032x".formatted(1))
                .update();
          });
      new Work("ann", new Ledger(), List.of(Projects.transcript(1)), 1).store(project, 5);
      return project.path();
    }
  }

  private static String message(int index, String role) {
    return "INSERT INTO message VALUES ('%032x', %d, '%s', NULL, '{}')".formatted(1, index, role);
  }

  private static String reasoning(int index, String attributes) {
    return "INSERT INTO part VALUES (NULL, '%032x', 1, %d, 'reasoning', '', NULL, NULL, '%s')"
        .formatted(1, index, attributes);
  }

  private static long count(ProjectFile project, String from) {
    return project.reading(
        reading ->
            reading
                .query("SELECT count(*) FROM " + from)
                .first(row -> row.integer(1))
                .orElseThrow());
  }

  private static void assertRefusedByTrigger(Path file, String sql) {
    assertRefused(file, "is never", sql);
  }

  private static void assertRefused(Path file, String why, String sql) {
    SQLException refused = assertThrows(SQLException.class, () -> Damage.run(file, sql), sql);
    assertTrue(
        String.valueOf(refused.getMessage()).contains(why), sql + ": " + refused.getMessage());
  }
}
