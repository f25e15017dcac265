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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands by which a lead gives transcripts out. */
class AssignCommandTest {
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
          TestProjects.request(TestProjects.SAMPLES.resolve("agentic-misalignment")),
          Progress.NONE);
      transcripts = workbench.lead().transcripts().size();
    }
  }

  @Test
  void aDryRunStoresNothingAndTheSameSeedGivesTheSamePlan() throws IOException {
    List<String> order = order(assign("--raters", "ann,bob", "--seed", "7", "--dry-run"));
    assertEquals(order, order(assign("--raters", "bob,ann", "--seed", "7", "--dry-run")));
    assertFalse(order.equals(order(assign("--raters", "ann,bob", "--seed", "8", "--dry-run"))));
    assertEquals(1, run("assign"), "there is no plan");
    assertEquals(
        "examen: study.examen: there is no plan yet; say who reads: --raters NAME,NAME", said());
  }

  @Test
  void everyTranscriptIsReadByAsManyAsAskedForAndThePlanStays() throws IOException {
    JsonNode plan =
        assign(
            "--raters", "ann,bob,Carla Ruiz", "--each", "2", "--calibrate", "1", "--by", "model");
    assertEquals("stored", plan.get("result").asText());
    Map<String, Integer> readers = new HashMap<>();
    for (JsonNode rater : plan.get("raters")) {
      rater.get("order").forEach(id -> readers.merge(id.asText(), 1, Integer::sum));
      assertEquals(1, rater.get("calibration").asInt());
    }
    assertEquals(transcripts, readers.size());
    String calibration = plan.get("plan").get("calibration").get(0).asText();
    readers.forEach((id, n) -> assertEquals(id.equals(calibration) ? 3 : 2, n));
    JsonNode again = assign();
    assertEquals("unchanged", again.get("result").asText());
    assertEquals(plan.get("plan"), again.get("plan"));
    assertEquals(order(plan), order(again));
  }

  @Test
  void theTableHasAColumnForEachRaterAndALineForEachValue() {
    assertEquals(
        0, run("assign", "--raters", "ann,bob", "--by", "model", "--seed", "3", "--dry-run"));
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals("plan 1: " + transcripts + " transcripts, each read by 2, seed 3", lines.get(0));
    assertTrue(lines.stream().anyMatch(l -> l.matches(" {24} +ann +bob")), lines::toString);
    String both = "transcripts +" + transcripts + " +" + transcripts;
    assertTrue(lines.stream().anyMatch(l -> l.matches(both)), lines::toString);
    assertTrue(lines.contains("model"), lines::toString);
    assertTrue(
        lines.stream().anyMatch(l -> l.matches("  ann and bob +" + transcripts)), lines::toString);
  }

  @Test
  void packagesAreWrittenOnceAndBearTheRatersNames() throws IOException {
    Path packages = Files.createDirectory(folder.resolve("packages"));
    JsonNode plan = assign("--raters", "ann,Carla Ruiz", "--packages", packages.toString());
    TreeSet<String> names = new TreeSet<>();
    try (var files = Files.list(packages)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    }
    assertEquals(new TreeSet<>(List.of("study-Carla-Ruiz.examen", "study-ann.examen")), names);
    assertTrue(plan.get("raters").get(0).get("package").asText().endsWith("study-ann.examen"));
    assertEquals(1, run("assign", "--packages", packages.toString()));
    assertTrue(said().startsWith("examen: study-ann.examen: is there already"), said());
    assertEquals(1, run("assign", "--packages", folder.resolve("none").toString()));
  }

  @Test
  void whatCannotBeDoneIsOneLine() {
    assertEquals(1, run("assign", "--raters", "ann", "--each", "2"));
    assertEquals(
        "examen: study.examen: there are 1 raters, and 2 are to read one transcript", said());
    assertEquals(1, run("assign", "--raters", "ann,ann"));
    assertEquals(1, run("assign", "--raters", "ann,bob", "--by", "weather"));
    assertTrue(said().contains("no transcript has a condition \"weather\"; there are: "), said());
    assertEquals(2, run("assign", "--raters", "ann,bob", "--share", "1.5"));
    assertEquals(2, run("assign", "--raters", "ann,bob", "--share", "0.5", "--each", "2"));
    assertEquals(2, run("assign", "--raters", "ann,bob", "--calibrate", "some"));
    assertEquals(1, run("assign", "--raters", "ann,bob", "--calibrate", "0".repeat(32)));
    assertEquals(2, run("assign", "--raters", "ann,bob", "--queue", "none"));
  }

  @Test
  void ratersAreListedNamedAndFixed() throws IOException {
    assertEquals(0, run("raters", "--add", "ann", "--add", "Carla Ruiz", "--fix", "--json"));
    JsonNode raters = new ObjectMapper().readTree(out.toByteArray());
    assertTrue(raters.get("fixed").asBoolean());
    assertEquals(2, raters.get("raters").size());
    String id = raters.get("raters").get(0).get("id").asText();
    assertTrue(id.matches("r-[a-z0-9]{10}"), id);
    assertEquals(1, run("assign", "--raters", "ann,mallory"));
    assertEquals(
        "examen: study.examen: \"mallory\" is none of its raters, and nobody else may rate here;"
            + " choose one of: Carla Ruiz, ann",
        said());
    assertEquals(0, run("raters", "--name", "ann=Ann Miller"));
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("Ann Miller"));
    assertEquals(1, run("raters", "--name", "nobody=X"));
    assertEquals(0, run("raters", "--open"));
    assertEquals(0, run("assign", "--raters", "Ann Miller,mallory"));
  }

  private JsonNode assign(String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("assign"));
    arguments.addAll(List.of(options));
    arguments.add("--json");
    assertEquals(0, run(arguments.toArray(String[]::new)), this::said);
    return new ObjectMapper().readTree(out.toByteArray());
  }

  private static List<String> order(JsonNode plan) {
    List<String> order = new ArrayList<>();
    List<JsonNode> raters = new ArrayList<>();
    plan.get("raters").forEach(raters::add);
    raters.sort(java.util.Comparator.comparing(rater -> rater.get("id").asText()));
    raters.forEach(rater -> order.add(rater.get("id") + " " + rater.get("order")));
    return order;
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8).strip();
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--project", project.toString()));
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
}
