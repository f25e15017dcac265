package examen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import examen.app.Boundary;
import examen.app.Progress;
import examen.app.TestProjects;
import examen.app.Workbench;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCommandTest {
  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path project;
  private int transcripts;

  @BeforeEach
  void make() {
    project = folder.resolve("study.examen");
    try (Workbench workbench = Workbench.openOrCreate(project, TestProjects.surroundings(folder))) {
      workbench.importFrom(
          TestProjects.request(TestProjects.SAMPLES.resolve("text")), Progress.NONE);
      transcripts = workbench.lead().transcripts().size();
    }
  }

  @Test
  void aPlanIsDrawnListedAndShownAndItsNameIsTaken() throws IOException {
    assertEquals(0, run("sample", "--name", "audit 1", "--size", "3", "--seed", "5", "--json"));
    JsonNode report = new ObjectMapper().readTree(out.toByteArray());
    assertEquals("sample", report.get("command").asText());
    assertEquals(0, run("sample", "--list"));
    assertTrue(
        said(out)
            .startsWith("audit 1: simple-random, 3 of %d drawn, seed 5, ".formatted(transcripts)),
        said(out));
    assertEquals(0, run("sample", "--list", "--json"));
    JsonNode plan = new ObjectMapper().readTree(out.toByteArray()).get("plans").get(0);
    assertEquals(3, plan.get("drawn").asInt());
    assertEquals(0, run("sample", "--show", "audit 1"));
    List<String> lines = said(out).lines().toList();
    assertEquals("transcript,stratum,size,probability,place", lines.getFirst());
    assertEquals(transcripts + 1, lines.size());
    assertEquals(3, lines.stream().filter(line -> !line.endsWith(",")).count() - 1);
    assertEquals(1, run("sample", "--name", "audit 1", "--size", "2"));
    assertEquals(
        "examen: study.examen: there is a sampling plan \"audit 1\" already, and none is ever"
            + " changed; choose another name",
        said(err).strip());
    assertEquals(0, run("verify"));
  }

  @Test
  void aDryRunDrawsTheSameAndStoresNothing() throws IOException {
    assertEquals(0, run("sample", "--dry-run", "--size", "4", "--seed", "11", "--json"));
    List<String> drawn = drawn();
    assertEquals(4, drawn.size());
    assertEquals(0, run("sample", "--list"));
    assertEquals("no sampling plans", said(out).strip());
    assertEquals(0, run("sample", "--name", "a", "--size", "4", "--seed", "11", "--json"));
    assertEquals(drawn, drawn());
  }

  private List<String> drawn() throws IOException {
    List<String> ids = new ArrayList<>();
    for (JsonNode table : new ObjectMapper().readTree(out.toByteArray()).get("tables")) {
      if (table.get("id").asText().equals("drawn")) {
        table.get("rows").forEach(row -> ids.add(row.get("transcript").asText()));
      }
    }
    return ids;
  }

  @Test
  void aPlanIsGivenToRatersInItsOrderAndOnlyIt() throws IOException {
    assertEquals(0, run("sample", "--name", "a", "--size", "3", "--seed", "2", "--json"));
    List<String> drawn = drawn();
    assertEquals(0, run("assign", "--raters", "ann,bob", "--plan", "a", "--json"));
    JsonNode plan = new ObjectMapper().readTree(out.toByteArray());
    for (JsonNode rater : plan.get("raters")) {
      List<String> order = new ArrayList<>();
      rater.get("order").forEach(id -> order.add(id.asText()));
      assertEquals(drawn, order);
    }
    assertEquals(1, run("assign", "--raters", "ann,bob", "--plan", "b"));
    assertTrue(said(err).contains("there is no sampling plan \"b\""), said(err));
    assertEquals(2, run("assign", "--raters", "ann,bob", "--plan", "a", "--everything"));
  }

  @Test
  void whatCannotBeDrawnIsOneLine() {
    assertEquals(2, run("sample", "--size", "3"));
    assertEquals(2, run("sample", "--name", "a", "--list"));
    assertEquals(1, run("sample", "--name", "a"));
    assertTrue(said(err).startsWith("examen: --size is missing"), said(err));
    assertEquals(1, run("sample", "--name", "a\nb", "--size", "3"));
    assertEquals(1, said(err).lines().count(), said(err));
    assertEquals(1, run("sample", "--name", " ", "--size", "3"));
    assertEquals(1, run("sample", "--show", "none"));
    assertFalse(said(err).isEmpty());
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(1, List.of("--project", project.toString()));
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
        .run(all.toArray(String[]::new));
  }

  private static String said(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
