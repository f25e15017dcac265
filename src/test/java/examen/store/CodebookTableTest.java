package examen.store;

import static examen.store.ProjectFileTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodebookTableTest {
  private static final StoredCodebook FIRST =
      new StoredCodebook("misalignment", 1, " {\"a\" : 1.0,\r\n\"\u00e9\":\"\\u0000\"}\n");
  private static final StoredCodebook SECOND = new StoredCodebook("misalignment", 2, "{}");

  @TempDir Path folder;

  @Test
  void keepsTheTextAsItIsAndOneInUse() {
    try (ProjectFile project = Projects.create(folder)) {
      assertEquals(Optional.empty(), project.reading(CodebookTable::inUse));
      project.runInTransaction(
          writing -> {
            assertTrue(CodebookTable.insert(writing, SECOND));
            assertTrue(CodebookTable.insert(writing, FIRST));
            assertFalse(CodebookTable.insert(writing, FIRST));
            CodebookTable.use(writing, "misalignment", 2);
            CodebookTable.use(writing, "misalignment", 1);
          });
      assertEquals(Optional.of(FIRST), project.reading(CodebookTable::inUse));
      assertEquals(List.of(FIRST, SECOND), project.reading(CodebookTable::all));
    }
  }

  @Test
  void aVersionIsNeverReplacedAndOnlyOneThatIsThereCanBeUsed() {
    try (ProjectFile project = Projects.create(folder)) {
      project.runInTransaction(
          writing -> {
            CodebookTable.insert(writing, FIRST);
            CodebookTable.use(writing, "misalignment", 1);
          });
      assertRefused(
          "another version 1",
          () ->
              project.runInTransaction(
                  writing ->
                      CodebookTable.insert(writing, new StoredCodebook("misalignment", 1, "{}"))));
      assertRefused(
          "no version 3",
          () -> project.runInTransaction(writing -> CodebookTable.use(writing, "misalignment", 3)));
      assertEquals(Optional.of(FIRST), project.reading(CodebookTable::inUse));
    }
  }
}
