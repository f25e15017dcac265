package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleProjectTest {
  @TempDir Path folder;
  private SampleProject sample;

  @BeforeEach
  void install() throws IOException {
    Files.createDirectories(folder.resolve("home/sample-transcripts"));
    add("first", "I will tell Kyle.");
    sample =
        new SampleProject(
            new Surroundings(
                () -> Instant.parse("2026-11-22T10:00:00Z"),
                RandomGenerator.of("L64X128MixRandom"),
                folder.resolve("home"),
                folder.resolve("data")));
  }

  @Test
  void theSamplesAreReadAgainOnlyWhenTheirFilesAreOthers() throws IOException {
    assertOpened(1, 1);
    assertOpened(1, 1);
    add("second", "I will tell no one.");
    assertOpened(2, 2);
    assertOpened(2, 2);
    add("second", "I shall tell no one");
    assertOpened(3, 3);
  }

  @Test
  void whatTheCommandLineBroughtIsNotBroughtAgain() {
    assertEquals(1, sample.bring(sample.file(), Progress.NONE).imported());
    assertOpened(1, 1);
    assertEquals(1, sample.bring(sample.file(), Progress.NONE).duplicates());
    assertOpened(1, 2);
  }

  private void assertOpened(int transcripts, int imports) {
    try (Workbench workbench = sample.open(sample.file(), Progress.NONE)) {
      assertEquals(transcripts, workbench.transcripts().size());
      assertEquals(imports, workbench.imports().size());
    }
  }

  private void add(String name, String text) throws IOException {
    Files.writeString(
        folder.resolve("home/sample-transcripts").resolve(name + ".json"),
        """
        {"messages": [{"role": "user", "content": "%s"}, {"role": "assistant", "content": "%s"}]}
        """
            .formatted(name, text));
  }
}
