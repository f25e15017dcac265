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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What classifiers point at, from the command line. */
class DetectImportedTest {
  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path project = Path.of("");

  @BeforeEach
  void importOneFormat() {
    project = folder.resolve("p.examen");
    assertEquals(0, run("import", TestProjects.SAMPLES.resolve("bloom"), "--project", project));
  }

  /** Read off the sample, in the golden file of its format, by a person. */
  @Test
  void eachCitationIsThereWithItsLabel() throws IOException {
    JsonNode whole = json("detect", "--project", project, "--imported");
    List<String> placed = new ArrayList<>();
    for (JsonNode each : whole.get("imported")) {
      placed.add(
          "%s %d [%d].%d %d-%d %.2f"
              .formatted(
                  each.get("label").asText(),
                  each.get("number").asInt(),
                  each.get("message").asInt(),
                  each.get("part").asInt(),
                  each.get("start").asInt(),
                  each.get("end").asInt(),
                  each.get("likeness").asDouble()));
      assertFalse(each.has("category"), "none of these labels is named like a category");
      assertEquals(
          each.get("end").asInt() - each.get("start").asInt(), each.get("quote").asText().length());
    }
    assertEquals(
        List.of(
            "Misalignment Cover Story Planning 0 [2].0 0-20 1.00",
            "Misalignment Cover Story Planning 0 [2].0 46-69 1.00",
            "Fabrication 0 [2].1 0-36 0.89",
            "highlight 0 [2].1 0-37 1.00",
            "Fabrication 1 [4].0 0-11 1.00",
            "misaligned_turn 0 [2].0 0-66 0.90"),
        placed);
    List<String> loose = new ArrayList<>();
    for (JsonNode each : whole.get("without_place")) {
      loose.add(each.get("label").asText() + " " + each.get("citation").asInt());
      assertFalse(each.has("message"), "these quotes were not found");
    }
    assertEquals(List.of("Fabrication 1", "Fabrication 2"), loose);
  }

  @Test
  void theyArePrintedOnlyIfAskedFor() throws IOException {
    JsonNode without = json("detect", "--project", project);
    assertFalse(without.has("imported") || without.has("without_place"), without.toString());
    assertEquals(0, run("detect", "--project", project));
    assertFalse(printed().contains("Fabrication"));
    assertEquals(0, run("detect", "--project", project, "--imported"));
    assertTrue(printed().contains("(by meridian-pro-1.5)"), printed());
    assertTrue(printed().contains("not found:"), printed());
    assertEquals(2, run("detect", "--imported", TestProjects.SAMPLES.resolve("bloom")));
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private JsonNode json(Object... arguments) throws IOException {
    assertEquals(
        0, run(Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray()), err::toString);
    return new ObjectMapper().readTree(out.toByteArray());
  }

  private int run(Object... arguments) {
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
        .run(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }
}
