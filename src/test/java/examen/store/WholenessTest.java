package examen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five transcripts, each with messages 0 and 1 and three parts: the rows of part are numbered 1 to
 * 15, those of message 1 to 10. In a file without seals only what is certainly whole is taken.
 */
class WholenessTest {
  private static final String FORGET_WORDS = "DELETE FROM part_text_docsize";

  @TempDir Path folder;
  private int made;

  @Test
  void ofAWholeFileNothingIsInDoubt() {
    assertDoubts(Set.of(), Map.of(), Set.of());
  }

  @Test
  void whatStandsBesideAMissingPartIsInDoubt() {
    assertDoubts(Set.of(3), Map.of("part", 1L), Set.of(), "DELETE FROM part WHERE seq = 8");
    assertDoubts(
        Set.of(2, 3, 4), Map.of("part", 1L), Set.of(), "DELETE FROM part WHERE seq IN (7, 8, 9)");
    assertDoubts(Set.of(1), Map.of("part", 1L), Set.of(), "DELETE FROM part WHERE seq = 1");
  }

  @Test
  void aPartThatIsMissingWithoutAFailureIsMissedByTheIndexOfWords() {
    assertDoubts(Set.of(3), Map.of(), Set.of(), "DELETE FROM part WHERE seq = 8");
    assertDoubts(
        Set.of(4, 5),
        Map.of(),
        Set.of(),
        "DELETE FROM part WHERE seq >= 13",
        "DELETE FROM message WHERE rowid >= 9");
  }

  @Test
  void whatStandsBesideAMissingMessageIsInDoubt() {
    assertDoubts(
        Set.of(2, 3, 5),
        Map.of("message", 1L),
        Set.of(),
        FORGET_WORDS,
        "DELETE FROM message WHERE rowid = 5",
        "DELETE FROM part WHERE seq = 7");
  }

  @Test
  void whereTheLastMessagesMayBeLostTheLastTranscriptIsInDoubt() {
    assertDoubts(Set.of(5), Map.of("message", 1L), Set.of());
  }

  @Test
  void whereConditionsOrBranchesCouldNotBeReadAllAreInDoubt() {
    assertDoubts(Set.of(1, 2, 3, 4, 5), Map.of("condition", 1L), Set.of());
    assertDoubts(Set.of(1, 2, 3, 4, 5), Map.of("branch", 1L), Set.of());
  }

  @Test
  void aTextWithOtherWordsIsInDoubt() {
    assertDoubts(Set.of(3, 4), Map.of(), Set.of(8L, 10L));
  }

  @Test
  void aTranscriptThatLacksAMessageOrAPartIsInDoubtThoughNoRowTellsOfIt() {
    assertDoubts(
        Set.of(2),
        Map.of(),
        Set.of(),
        FORGET_WORDS,
        "DELETE FROM message WHERE rowid = 3",
        "DELETE FROM part WHERE seq = 4");
    assertDoubts(
        Set.of(2), Map.of(), Set.of(), FORGET_WORDS, "DELETE FROM message WHERE rowid = 4");
    assertDoubts(Set.of(2), Map.of(), Set.of(), FORGET_WORDS, "DELETE FROM part WHERE seq = 5");
    assertDoubts(
        Set.of(2), Map.of(), Set.of(), FORGET_WORDS, "DELETE FROM part WHERE seq BETWEEN 4 AND 6");
  }

  @Test
  void whatDoesNotReadAsATranscriptIsInDoubt() {
    assertDoubts(
        Set.of(2), Map.of(), Set.of(), "UPDATE message SET role = 'judge' WHERE rowid = 3");
    assertDoubts(Set.of(2), Map.of(), Set.of(), "UPDATE part SET attributes = '[' WHERE seq = 4");
  }

  @Test
  void aSealThatHoldsEndsADoubtAndOneThatDoesNotMakesOne() {
    Map<String, Long> failed = Map.of("condition", 1L);
    assertEquals(
        numbers(Set.of(2, 4)),
        doubts(
            failed,
            Set.of(),
            true,
            "UPDATE condition SET value = 'x' WHERE transcript = '" + id(2) + "'",
            "DELETE FROM seal WHERE id = '" + id(4) + "'"));
  }

  @Test
  void whereNothingButSealsCouldNotBeReadAMissingOneIsNoDoubt() {
    String lost = "DELETE FROM seal WHERE id = '" + id(4) + "'";
    assertEquals(numbers(Set.of()), doubts(Map.of("seal", 1L), Set.of(), true, lost));
    assertEquals(numbers(Set.of(4)), doubts(Map.of(), Set.of(), true, lost));
    assertEquals(
        numbers(Set.of(4, 5)),
        doubts(Map.of("seal", 1L, "message", 1L), Set.of(), true, lost, brokenSeal(5)));
  }

  private static String brokenSeal(int number) {
    return "UPDATE seal SET sha256 = '" + "0".repeat(64) + "' WHERE id = '" + id(number) + "'";
  }

  private void assertDoubts(
      Set<Integer> expected, Map<String, Long> failed, Set<Long> otherWords, String... damage) {
    assertEquals(
        numbers(expected), doubts(failed, otherWords, false, damage), String.join("; ", damage));
  }

  private Set<String> doubts(
      Map<String, Long> failed, Set<Long> otherWords, boolean sealed, String... damage) {
    made++;
    Path file = folder.resolve(made + ".examen");
    try (ProjectFile project = ProjectFile.create(file, Projects.ORIGIN)) {
      project.runInTransaction(
          writing -> {
            ImportId imported = ImportLog.begin(writing, Projects.NOON, null);
            for (int i = 1; i <= 5; i++) {
              TranscriptTable.insert(writing, imported, Projects.transcript(i));
            }
          });
    }
    try (Session session = new Sessions(file).write()) {
      session.execute("PRAGMA foreign_keys=OFF");
      session.execute("PRAGMA ignore_check_constraints=ON");
      List<String> triggers =
          session
              .query("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
              .list(row -> row.text(1));
      triggers.forEach(name -> session.execute("DROP TRIGGER " + name));
      List.of(damage).forEach(session::execute);
      Wholeness wholeness = new Wholeness(session);
      wholeness.look(failed, otherWords);
      if (sealed) {
        wholeness.lookAtSeals(failed);
      }
      return new TreeSet<>(wholeness.doubts().keySet());
    }
  }

  private static Set<String> numbers(Set<Integer> numbers) {
    Set<String> ids = new TreeSet<>();
    numbers.forEach(number -> ids.add(id(number)));
    return ids;
  }

  private static String id(int number) {
    return "%032x".formatted(number);
  }
}
