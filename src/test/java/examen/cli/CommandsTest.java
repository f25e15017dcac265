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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandsTest {
  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void everyCommandAndEveryOptionIsInTheDocument() throws IOException {
    String document = Files.readString(Path.of("src/docs/cli.md"));
    for (Map.Entry<String, CommandLine> command :
        shell().commandLine().getSubcommands().entrySet()) {
      String name = command.getKey();
      int start = document.indexOf("\n## " + name + "\n");
      assertTrue(start >= 0, name + " has a section");
      int next = document.indexOf("\n## ", start + 1);
      String section = document.substring(start, next < 0 ? document.length() : next);
      for (CommandLine.Model.OptionSpec option : command.getValue().getCommandSpec().options()) {
        String longest = option.longestName();
        if (!option.usageHelp() && !option.versionHelp()) {
          assertTrue(section.contains(longest), name + " " + longest + " is in its section");
        }
      }
    }
  }

  @Test
  void everyCommandHasHelpThatSaysWhatItDoes() {
    for (String name : shell().commandLine().getSubcommands().keySet()) {
      out.reset();
      assertEquals(0, shell().run(name, "--help"), name);
      assertTrue(out.toString(StandardCharsets.UTF_8).lines().count() > 4, name);
    }
  }

  @Test
  void everyFormatIsListedWithAnExampleThatIsThere() throws IOException {
    assertEquals(0, shell().run("formats", "--json"));
    JsonNode formats = new ObjectMapper().readTree(out.toByteArray()).get("formats");
    assertTrue(formats.size() > 5, formats.toString());
    for (JsonNode format : formats) {
      assertTrue(Files.isDirectory(Path.of(format.get("example").asText())), format.toString());
      assertTrue(format.get("known_by").asText().length() > 10, format.toString());
    }
    out.reset();
    assertEquals(0, shell().run("formats"));
    assertEquals(4L * formats.size(), out.toString(StandardCharsets.UTF_8).lines().count());
  }

  @Test
  void wrongUsageIsOneLineAndWhereToLook() {
    assertEquals(2, shell().run("import"));
    assertEquals(2, shell().run("no-such-command"));
    err.reset();
    assertEquals(
        2,
        shell().run("annotate", "f.csv", "--project", "p.examen", "--rater", "two\nlines"));
    assertTrue(
        err.toString(StandardCharsets.UTF_8).startsWith("examen: --rater: a rater's name has"));
  }

  @Test
  void aMissingProjectIsOneLine() {
    assertEquals(1, shell().run("verify", "--project", folder.resolve("none.examen").toString()));
    String said = err.toString(StandardCharsets.UTF_8);
    assertEquals(1, said.lines().count(), said);
    assertTrue(said.startsWith("examen: none.examen"), said);
  }

  @Test
  void nothingThatCanBeReadIsItsOwnExitCode() throws IOException {
    Path notes = Files.writeString(folder.resolve("notes.txt"), "Dear diary");
    assertEquals(4, shell().run("import", "--dry-run", notes.toString()));
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("refused  notes.txt: "));
  }

  @Test
  void escapesAndDirectionMarksDoNotReachTheTerminal() throws IOException {
    Path evil = Files.writeString(folder.resolve("a\u001b[2Jb\u202ec.txt"), "x");
    shell().run("import", "--dry-run", evil.toString());
    String said = out.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("a<U+001B>[2Jb<U+202E>c.txt"), said);
  }

  private CommandLineShell shell() {
    var surroundings = TestProjects.surroundings(folder);
    Host host =
        new Host(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            surroundings,
            request -> false);
    return new CommandLineShell(host, new Boundary(folder.resolve("log"), surroundings.clock()));
  }
}
