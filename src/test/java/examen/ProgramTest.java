package examen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import examen.app.TestProjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a user's shell sees it, each time in a process of its own. */
class ProgramTest {
  private final ObjectMapper mapper = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  void theAccountOfAnImportAddsUpAndTwiceIsOnce() throws Exception {
    JsonNode first = imported("import", "--project", project(), "sample-transcripts", "--json");
    assertEquals(
        TestProjects.sampleCount() + TestProjects.badSampleCount(), first.get("found").intValue());
    assertEquals(TestProjects.sampleCount(), first.get("imported").intValue());
    assertAddsUp(first);
    JsonNode second = imported("import", "--project", project(), "sample-transcripts", "--json");
    assertEquals(0, second.get("imported").intValue());
    assertEquals(TestProjects.sampleCount(), second.get("duplicates").intValue());
    assertAddsUp(second);
  }

  @Test
  void withoutADisplayTheSampleProjectIsShownOnTheConsole() throws Exception {
    ChildProgram.Result result = ChildProgram.run(folder, "open", "--sample");
    assertEquals(0, result.code(), result.err());
    assertEquals("", result.err());
    assertTrue(result.out().startsWith("There is no display, so here is what"), result.out());
    int all = TestProjects.sampleCount();
    int found = all + TestProjects.badSampleCount();
    assertTrue(result.out().contains("imported " + all + " of " + found + " found"), result.out());
    assertTrue(result.out().matches("(?s).*\\nstates-evaluation +[1-9][0-9]*\\n.*"), result.out());
    assertTrue(result.out().contains("examen detect --project "), result.out());
    assertTrue(Files.exists(folder.resolve("sample.examen")));
  }

  @Test
  void withoutADisplayTheWindowIsRefusedInOneLine() throws Exception {
    ChildProgram.Result result = ChildProgram.run(folder);
    assertEquals(1, result.code());
    assertEquals(1, result.out().lines().count(), result.out());
    assertEquals("", result.err());
  }

  @Test
  void highlightsOfAPlainTextSayWhereTheyStand() throws Exception {
    String text =
        "\uD83D\uDE80 Let me look at this. I think this is a test of how I behave. Let me test the"
            + " pump.";
    Path file = Files.writeString(folder.resolve("thought.txt"), text);
    JsonNode found = json("detect", "--as", "reasoning", "--json", file.toString());
    assertEquals(1, found.get("highlights").size(), found.toString());
    JsonNode highlight = found.get("highlights").get(0);
    assertEquals("states-evaluation", highlight.get("category").textValue());
    assertEquals(file.toString(), highlight.get("source").textValue());
    String quote = "I think this is a test of how I behave.";
    assertEquals(quote, highlight.get("quote").textValue());
    assertEquals(text.indexOf(quote), highlight.get("start").intValue());
    assertEquals(text.indexOf(quote) - 1, highlight.get("start_codepoint").intValue());
  }

  @Test
  void ratingsGoInAndComeOutAgain() throws Exception {
    imported("import", "--project", project(), "sample-transcripts", "--json");
    JsonNode highlight = json("detect", "--project", project(), "--json").get("highlights").get(0);
    Path ratings = folder.resolve("ratings.jsonl");
    Files.writeString(
        ratings,
        mapper
                .createObjectNode()
                .put("transcript", highlight.get("transcript").textValue())
                .put("message", highlight.get("message").intValue())
                .put("part", highlight.get("part").intValue())
                .put("start", highlight.get("start").intValue())
                .put("end", highlight.get("end").intValue())
                .put("quote", highlight.get("quote").textValue())
                .put("tag", "leverage")
            + "\n{\"transcript\": 7}\nnot json\n");
    ChildProgram.Result result =
        ChildProgram.run(
            folder,
            "annotate",
            ratings.toString(),
            "--project",
            project(),
            "--rater",
            "ann",
            "--json");
    assertEquals(3, result.code(), result.err());
    JsonNode report = mapper.readTree(result.out());
    assertEquals(1, report.get("annotations").intValue());
    assertEquals("line 2", report.get("rejected").get(0).get("record").textValue());
    assertEquals("line 3", report.get("rejected").get(1).get("record").textValue());
    JsonNode annotation = exported("annotation");
    JsonNode place = annotation.get("places").get(0);
    assertEquals("ann", annotation.get("rater").textValue());
    assertEquals(highlight.get("quote"), place.get("quote"));
    assertEquals(highlight.get("start_codepoint"), place.get("start_codepoint"));
    ChildProgram.Result verified = ChildProgram.run(folder, "verify", "--project", project());
    assertEquals(0, verified.code(), verified.out());
  }

  @Test
  void aProblemOfOursIsACodeWithoutAStackTrace() throws Exception {
    ChildProgram.Result result =
        ChildProgram.run(folder, "verify", "--project", folder.resolve("none.examen").toString());
    assertEquals(1, result.code());
    assertFalse(result.err().contains("\tat "), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
  }

  private JsonNode exported(String type) throws Exception {
    Path out = folder.resolve("out.jsonl");
    ChildProgram.run(
        folder, "export", "--project", project(), "--to", "jsonl", "--out", out.toString());
    for (String line : Files.readAllLines(out)) {
      JsonNode node = mapper.readTree(line);
      if (node.get("type").textValue().equals(type)) {
        return node;
      }
    }
    throw new AssertionError("nothing of type " + type);
  }

  private static void assertAddsUp(JsonNode report) {
    assertEquals(
        report.get("found").intValue(),
        report.get("imported").intValue()
            + report.get("duplicates").intValue()
            + report.get("rejected").intValue());
  }

  /** Some records of the samples are bad on purpose, which the exit code says. */
  private JsonNode imported(String... arguments) throws IOException, InterruptedException {
    return json(3, arguments);
  }

  private JsonNode json(String... arguments) throws IOException, InterruptedException {
    return json(0, arguments);
  }

  private JsonNode json(int code, String... arguments) throws IOException, InterruptedException {
    ChildProgram.Result result = ChildProgram.run(folder, arguments);
    assertEquals(code, result.code(), result.out() + result.err());
    return mapper.readTree(result.out());
  }

  private String project() {
    return folder.resolve("p.examen").toString();
  }
}
