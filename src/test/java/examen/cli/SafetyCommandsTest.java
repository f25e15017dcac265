package examen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import examen.app.Boundary;
import examen.app.TestProjects;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup, restore and rescue as one types them. */
class SafetyCommandsTest {
  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String project = "";

  @BeforeEach
  void makeAProject() {
    project = TestProjects.withSamples(folder).toString();
  }

  @Test
  void aBackupIsMadeListedAndCopiedElsewhere() throws IOException {
    assertEquals(0, run("backup", "--project", project), said());
    assertTrue(said().startsWith("made and looked at: " + project + ".backups/"), said());
    JsonNode list = json("backup", "--project", project, "--list", "--json");
    assertEquals(1, list.get("backups").size());
    assertTrue(list.get("made").isNull());
    assertEquals(200, list.get("every").asInt());
    Path copy = folder.resolve("copy.examen");
    assertEquals(0, run("backup", "--project", project, "--to", copy.toString()), said());
    assertEquals(0, run("verify", "--project", copy.toString()), said());
    assertEquals(1, run("backup", "--project", project, "--to", copy.toString()));
    assertTrue(said().contains("copy.examen: there is a file of that name already"), said());
    assertEquals(0, run("backup", "--project", project, "--every", "50"));
    assertEquals(50, json("backup", "--project", project, "--list", "--json").get("every").asInt());
    assertEquals(2, run("backup", "--project", project, "--list", "--every", "50"));
  }

  @Test
  void goingBackIsShownFirstAndKeepsWhatWasThere() throws IOException {
    String backup = json("backup", "--project", project, "--json").get("made").asText();
    rate("r.csv", "ann");
    JsonNode dry = json("restore", backup, "--dry-run", "--json");
    assertEquals(1, dry.get("only_in_project").get("steps").get("ann").asInt());
    assertFalse(dry.get("restored").asBoolean());
    assertEquals(0, run("restore", backup), said());
    assertTrue(said().contains("only in the project as it is: 1 steps of ann"), said());
    assertTrue(said().contains("what was there is kept: "), said());
    JsonNode same = json("restore", backup, "--dry-run", "--json");
    assertEquals(0, same.get("only_in_project").get("steps").size());
    assertEquals(1, run("restore", project, "--dry-run"));
    assertTrue(said().contains("say of which with --project"), said());
  }

  @Test
  void aDamagedProjectNamesTheCommandsThatHelp() throws IOException {
    String backup = json("backup", "--project", project, "--json").get("made").asText();
    try (RandomAccessFile bytes = new RandomAccessFile(project, "rw")) {
      bytes.seek(bytes.length() / 2 / 4096 * 4096);
      bytes.write(new byte[4096]);
    }
    for (String command : new String[] {"verify", "backup"}) {
      assertEquals(1, run(command, "--project", project));
      assertEquals(1, said().lines().count(), said());
      assertTrue(said().contains("examen restore \"samples.examen.backups/"), said());
      assertTrue(said().contains("examen rescue \"samples.examen\" --to"), said());
    }
    String rescued = folder.resolve("rescued.examen").toString();
    int code = run("rescue", project, "--to", rescued);
    assertTrue(code == 0 || code == 3, said());
    assertTrue(said().startsWith("rescued: "), said());
    assertEquals(
        0,
        run("export", "--project", rescued, "--to", "jsonl", "--out", folder + "/o.jsonl"),
        said());
    assertEquals(0, run("restore", backup), said());
    assertTrue(
        said().contains("the project is damaged; compared is what can be read of it"), said());
    assertEquals(0, run("verify", "--project", project), said());
  }

  private void rate(String name, String rater) throws IOException {
    JsonNode first =
        new ObjectMapper().readTree(lines("export", "--project", project, "--to", "jsonl")[1]);
    String id = first.has("id") ? first.get("id").asText() : first.get("transcript").asText();
    Path file =
        Files.writeString(
            folder.resolve(name), "transcript,question,answer\n" + id + ",usable,yes\n");
    assertEquals(
        0, run("annotate", file.toString(), "--project", project, "--rater", rater), said());
  }

  private String[] lines(String... arguments) {
    assertEquals(0, run(arguments), said());
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(l -> !l.contains("\"classifier-run\""))
        .toArray(String[]::new);
  }

  private JsonNode json(String... arguments) throws IOException {
    assertEquals(0, run(arguments), said());
    return new ObjectMapper().readTree(out.toByteArray());
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    var surroundings = TestProjects.surroundings(folder);
    Host host =
        new Host(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            surroundings,
            request -> false);
    return new CommandLineShell(host, new Boundary(folder.resolve("log"), surroundings.clock()))
        .run(arguments);
  }
}
