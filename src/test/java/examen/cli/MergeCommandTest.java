package examen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import examen.app.Boundary;
import examen.app.TestProjects;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two copies of a project, merged from the command line. */
class MergeCommandTest {
  private static final Path SAMPLES =
      TestProjects.SAMPLES.resolve("agentic-misalignment/models/tern-r1");

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String ours = "";
  private String theirs = "";
  private String title = "";

  @BeforeEach
  void copy() throws IOException {
    Path project = folder.resolve("ours.examen");
    ours = project.toString();
    theirs = folder.resolve("theirs.examen").toString();
    assertEquals(0, run("import", SAMPLES.toString(), "--project", ours));
    Files.copy(project, Path.of(theirs));
    run("export", "--to", "jsonl", "--project", ours);
    title =
        out.toString(StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.contains("\"type\":\"transcript\""))
            .findFirst()
            .map(MergeCommandTest::id)
            .orElseThrow();
  }

  @Test
  void mergesAndSaysWhatWasTakenOnce() throws IOException {
    annotate(theirs, "ben");
    JsonNode dry = json("merge", theirs, "--project", ours, "--dry-run", "--json");
    assertEquals(1, dry.get("taken").asInt());
    JsonNode merged = json("merge", theirs, theirs, "--project", ours, "--json");
    assertEquals(1, merged.get("taken").asInt());
    assertEquals(1, merged.get("alreadyHere").asInt());
    assertEquals(1, merged.get("files").get(0).get("takenByRater").get("ben").asInt());
    assertEquals(0, run("merge", theirs, "--project", ours));
    assertTrue(
        said().startsWith("taken  theirs.examen: 0 of 1 steps; 1 were here already"), said());
    assertEquals(0, run("verify", "--project", ours));
  }

  @Test
  void aFileThatIsRefusedDoesNotKeepTheOthersOut() throws IOException {
    annotate(theirs, "ben");
    String text = Files.writeString(folder.resolve("notes.txt"), "mine").toString();
    assertEquals(3, run("merge", text, theirs, "--project", ours));
    assertTrue(said().startsWith("refused  notes.txt: not an Examen project"), said());
    assertTrue(said().contains("taken  theirs.examen: 1 of 1 steps"), said());
    assertEquals(4, run("merge", text, "--project", ours));
  }

  @Test
  void whatIsLeftOutIsListedAndIsItsOwnExitCode() throws IOException {
    String small = folder.resolve("small.examen").toString();
    assertEquals(
        0,
        run(
            "import",
            TestProjects.SAMPLES
                .resolve("agentic-misalignment/models/cassia-4-reasoner")
                .toString(),
            "--project",
            small));
    annotate(theirs, "ben");
    assertEquals(4, run("merge", theirs, "--project", small));
    assertTrue(said().contains("left out 1: its transcript is not in this project"), said());
    assertTrue(said().contains("transcripts are not in this project; merge takes none"), said());
    annotate(ours, "ann");
    assertEquals(0, run("merge", ours, theirs, "--project", theirs));
  }

  private void annotate(String project, String rater) throws IOException {
    Path rows =
        Files.writeString(
            folder.resolve("rows.jsonl"),
            "{\"transcript\":\"" + title + "\",\"question\":\"usable\",\"answer\":\"yes\"}\n");
    assertEquals(0, run("annotate", rows.toString(), "--project", project, "--rater", rater));
  }

  private static String id(String line) {
    try {
      return new ObjectMapper().readTree(line).get("id").asText();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode json(String... arguments) throws IOException {
    assertEquals(0, run(arguments), said());
    return new ObjectMapper().readTree(out.toByteArray());
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private int run(String... arguments) {
    out.reset();
    Host host =
        new Host(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            TestProjects.surroundings(folder.resolve("data")),
            request -> false);
    Boundary boundary = new Boundary(folder.resolve("problems.log"), host.surroundings().clock());
    return new CommandLineShell(host, boundary).run(arguments);
  }
}
