package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import examen.transcript.TranscriptId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels of classifier runs from files: every row has its fate. */
class ClassifiersTest {
  @TempDir private Path folder;

  private Workbench workbench;
  private Classifiers classifiers;
  private TranscriptId first;
  private String second;

  @BeforeEach
  void open() {
    Path small = TestProjects.SAMPLES.resolve("agentic-misalignment");
    Path file = folder.resolve("p.examen");
    workbench = Workbench.openOrCreate(file, TestProjects.surroundings(folder));
    workbench.importFrom(TestProjects.request(small), Progress.NONE);
    classifiers = workbench.lead().classifiers();
    first = workbench.transcripts().get(0).id();
    second = workbench.transcripts().get(1).title();
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private ClassifyReport take(String name, String text, ClassifyRequest.Kind kind) {
    try {
      Path file = Files.writeString(folder.resolve(name), text);
      return classifiers.take(new ClassifyRequest(file, "", Map.of("C", "yes"), kind));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private ClassifyReport take(String name, String text) {
    return take(name, text, ClassifyRequest.Kind.KEEP);
  }

  @Test
  void theAccountAddsUpAndEachBadRowHasItsPlaceAndReason() {
    ClassifyReport report =
        take(
            "judge.csv",
            "transcript,value,score,other\n"
                + first.value()
                + ",C,0.9,x\n"
                + second
                + ",I,.5,x\n"
                + first.value()
                + ",C,0.9,y\n"
                + first.value()
                + ",I,0.9,y\n"
                + "nobody,C,0.9,y\n"
                + second
                + ",C,high,y\n"
                + ",C,0.1,y\n");
    assertEquals(7, report.found());
    assertEquals(2, report.imported());
    assertEquals(1, report.duplicates());
    assertEquals(4, report.refused().size());
    assertEquals(
        "the run says something else of this transcript already; that stays",
        report.refused().get(0).reason());
    assertEquals("no transcript has this id or title", report.refused().get(1).reason());
    assertEquals("score is not a number", report.refused().get(2).reason());
    assertEquals("no transcript", report.refused().get(3).reason());
  }

  @Test
  void aTrialKeepsNothingAndASecondTimeIsADuplicate() {
    String text = "{\"id\":\"" + first.value() + "\",\"name\":\"harm\",\"value\":true}\n";
    int before = classifiers.all().size();
    assertEquals(1, take("j.jsonl", text, ClassifyRequest.Kind.TRIAL).imported());
    assertEquals(before, classifiers.all().size());
    assertEquals(1, take("j.jsonl", text).imported());
    assertEquals(1, take("j.jsonl", text).duplicates());
    Classifiers.Judged judged = classifiers.all().getLast();
    assertEquals("j/harm", judged.label());
    assertEquals(Map.of("true", 1), judged.values());
    assertEquals(Map.of("C", "yes"), judged.answers());
    assertEquals(Map.of("C", "yes"), workbench.lead().findings().frame().texts().answers("j/harm"));
  }

  @Test
  void runsThatCameWithTranscriptsCanBeMappedToo() {
    take("j.csv", "sample,value\n" + second + ",C\n");
    classifiers.map("j/j", Map.of("C", "no"));
    assertEquals(Map.of("C", "no"), classifiers.all().getLast().answers());
    assertThrows(Refusal.class, () -> classifiers.map("j/j", Map.of("C", "never-asked")));
    assertThrows(Refusal.class, () -> classifiers.map("j/nothing", Map.of("C", "no")));
  }

  @Test
  void noFileHoweverBrokenDoesMoreThanBeRefused() throws IOException {
    Random random = new Random(11);
    String whole =
        "{\"id\":\""
            + first.value()
            + "\",\"value\":\"C\",\"score\":1e999}\n{\"id\":[],\"value\":{}}\n";
    for (int i = 0; i < 60; i++) {
      byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
      for (int k = 0; k < 3; k++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
      }
      Path file = folder.resolve("broken" + i + ".jsonl");
      Files.write(file, bytes);
      ClassifyReport report =
          classifiers.take(
              new ClassifyRequest(file, "broken", Map.of(), ClassifyRequest.Kind.TRIAL));
      assertEquals(
          report.found(),
          report.imported() + report.duplicates() + report.refused().size(),
          "seed 11, file " + i);
    }
    Path latin = Files.write(folder.resolve("latin.csv"), new byte[] {'i', 'd', (byte) 0xE9});
    assertThrows(
        Refusal.class,
        () ->
            classifiers.take(new ClassifyRequest(latin, "", Map.of(), ClassifyRequest.Kind.KEEP)));
    assertEquals("empty: no header line", take("empty.csv", "").refused().getFirst().reason());
    String half = "{\"id\":\"" + first.value() + "\",\"value\":\"\\ud800\"}\n";
    assertEquals(
        "half a character: no text that can be stored",
        take("half.jsonl", half).refused().getFirst().reason());
  }
}
