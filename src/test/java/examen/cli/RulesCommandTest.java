package examen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import examen.app.Boundary;
import examen.app.Progress;
import examen.app.RuleDecisions;
import examen.app.RuleLine;
import examen.app.TestProjects;
import examen.app.Workbench;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project's own rules, from the command line. */
class RulesCommandTest {
  private static final String OWN =
      """
      {"examen-rules": 1, "off": ["learned-leverage"],
       "rules": [{"id": "article", "category": "leverage", "scope": "sentence", "cues": ["the"],
         "unless": [], "reason": "an article",
         "finds": ["The!", "Ask the.", "the it is"], "passes": ["Then.", "Bathe.", "No."]}]}
      """;

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path project = Path.of("");

  @BeforeEach
  void importOneFormat() {
    project = folder.resolve("p.examen");
    assertEquals(
        0,
        run("import", TestProjects.SAMPLES.resolve("agentic-misalignment"), "--project", project));
  }

  @Test
  void countsForEachRuleWhatDetectFinds() throws IOException {
    Map<String, Integer> detected = new TreeMap<>();
    for (JsonNode highlight : json("detect", "--project", project).get("highlights")) {
      detected.merge(highlight.get("rule").asText(), 1, Integer::sum);
    }
    Map<String, Integer> listed = new TreeMap<>();
    JsonNode rules = json("rules", "--project", project).get("rules");
    for (JsonNode rule : rules) {
      assertEquals("on", rule.get("is").asText());
      assertTrue(rule.get("transcripts").asInt() <= rule.get("highlights").asInt());
      assertTrue(rule.get("accepted_share_low").isNull());
      if (rule.get("highlights").asInt() > 0) {
        listed.put(rule.get("id").asText(), rule.get("highlights").asInt());
      }
    }
    assertFalse(detected.isEmpty());
    assertEquals(detected, listed);
  }

  @Test
  void aProjectsRulesAreUsedExportedAndSwitched() throws IOException {
    String before = json("rules", "--project", project).get("pack").asText();
    assertEquals(0, run("rules", "--project", project, "--set", file("own.json", OWN)));
    JsonNode table = json("rules", "--project", project);
    assertTrue(table.get("pack").asText().startsWith(before + "+"), table.get("pack").asText());
    JsonNode article = rule(table, "article");
    assertEquals("own", article.get("from").asText());
    assertTrue(article.get("highlights").asInt() > 0, article.toString());
    assertEquals("off", rule(table, "learned-leverage").get("is").asText());
    JsonNode detected = json("detect", "--project", project);
    assertEquals(table.get("pack"), detected.get("highlights").get(0).get("pack"));

    Path exported = folder.resolve("exported.json");
    assertEquals(0, run("rules", "--project", project, "--export", exported));
    assertEquals(new ObjectMapper().readTree(OWN), new ObjectMapper().readTree(exported.toFile()));
    assertEquals(1, run("rules", "--project", project, "--export", exported));

    assertEquals(
        0, run("rules", "--project", project, "--off", "article", "--on", "learned-leverage"));
    table = json("rules", "--project", project);
    assertEquals("off", rule(table, "article").get("is").asText());
    assertEquals(0, rule(table, "article").get("highlights").asInt());
    assertEquals("on", rule(table, "learned-leverage").get("is").asText());
    assertEquals(
        "article", table.get("rules").get(table.get("rules").size() - 1).get("id").asText());
  }

  @Test
  void oneBadRuleChangesNothing() throws IOException {
    assertEquals(0, run("rules", "--project", project, "--off", "leverage-word"));
    JsonNode before = json("rules", "--project", project);
    Path bad = file("bad.json", OWN.replace("\"Ask the.\"", "\"Ask a.\""));
    assertEquals(1, run("rules", "--project", project, "--set", bad));
    assertTrue(
        said(err).endsWith("rule article, finds[1]: the rule does not find it\n"), said(err));
    assertEquals(1, said(err).lines().count());
    Path typo = file("typo.json", OWN.replace("learned-leverage", "learned-levers"));
    assertEquals(1, run("rules", "--project", project, "--set", typo));
    assertTrue(said(err).endsWith(": off: no rule is called learned-levers\n"), said(err));
    assertEquals(1, run("rules", "--project", project, "--on", "levers"));
    assertEquals(before, json("rules", "--project", project));
  }

  @Test
  void detectTriesRulesWithoutStoringThem() throws IOException {
    Path own = file("own.json", OWN);
    JsonNode tried = json("detect", "--project", project, "--rules", own);
    assertTrue(tried.findValuesAsText("rule").contains("article"));
    JsonNode straight =
        json("detect", TestProjects.SAMPLES.resolve("agentic-misalignment"), "--rules", own);
    assertEquals(tried.get("counts"), straight.get("counts"));
    assertEquals(tried.get("pack"), straight.get("pack"));
    JsonNode after = json("detect", "--project", project);
    assertFalse(after.findValuesAsText("rule").contains("article"));
    assertNotEquals(tried.get("pack"), after.get("pack"));
    out.reset();
    assertEquals(1, run("detect", "--json", "--project", project, "--rules", file("x.json", "{")));
    assertEquals("", said(out));
  }

  @Test
  void saysAndSetsWhenSuggestionsAreShown() throws IOException {
    JsonNode before = json("rules", "--project", project).get("suggestions");
    assertEquals("after-submission", before.get("when").asText());
    assertEquals(0, before.get("decisions").asInt());
    assertEquals(50, before.get("wanted").asInt());
    JsonNode after = json("rules", "--project", project, "--suggest", "on").get("suggestions");
    assertEquals("on", after.get("when").asText());
    assertEquals(after, json("rules", "--project", project).get("suggestions"));
    assertEquals(2, run("rules", "--project", project, "--suggest", "always"));
    assertTrue(said(err).contains("--suggest is off, after-submission or on"), said(err));
    assertEquals(after, json("rules", "--project", project).get("suggestions"));
  }

  @Test
  void rankedHighlightsAreThoseThatAreFoundAndSayWhatIsNotKnown() throws IOException {
    JsonNode plain = json("detect", "--project", project).get("highlights");
    JsonNode ranked = json("detect", "--project", project, "--rank");
    assertEquals(plain, ranked.get("highlights"), "without decisions there is no other order");
    assertEquals(0, ranked.get("left_out").asInt());
    assertEquals(0, ranked.get("suggestions").get("categories").size());
    assertEquals(
        plain, json("detect", "--project", project, "--rank", "--rater", "a").get("highlights"));
    assertEquals(2, run("detect", "--project", project, "--rater", "ann"));
    assertEquals(2, run("detect", "--project", project, "--rank", "--rater", "a\tb"));
    assertEquals(2, run("detect", TestProjects.SAMPLES, "--rank"));
    assertEquals(2, run("detect", "--project", project, "--rank", "--imported"));
  }

  @Test
  void theLeastTrustedRulesStandFirst() {
    Map<String, RuleDecisions.Count> counts =
        Map.of(
            "leverage-word", new RuleDecisions.Count(1, 9),
            "leverage-blackmail", new RuleDecisions.Count(0, 50),
            "self-own-life", new RuleDecisions.Count(90, 10),
            "concealment", new RuleDecisions.Count(2, 0));
    try (Workbench workbench = Workbench.open(project, TestProjects.surroundings(folder))) {
      List<String> order =
          workbench
              .lead()
              .rules(id -> counts.getOrDefault(id, RuleDecisions.Count.NONE), Progress.NONE)
              .lines()
              .stream()
              .map(RuleLine::id)
              .toList();
      assertEquals("leverage-blackmail", order.getFirst());
      assertEquals(
          List.of("leverage-word", "concealment", "self-own-life"),
          order.subList(order.size() - 3, order.size()));
    }
  }

  /** Newcombe (1998, Statistics in Medicine 17, table I) gives these for Wilson's method. */
  @Test
  void theIntervalIsWilsons() {
    near(0.2553, 0.3662, new RuleDecisions.Count(81, 263 - 81));
    near(0.0624, 0.1605, new RuleDecisions.Count(15, 148 - 15));
    near(0, 0.1611, new RuleDecisions.Count(0, 20));
    near(0.0061, 0.1718, new RuleDecisions.Count(1, 28));
    near(0, 1, RuleDecisions.Count.NONE);
  }

  private static void near(double low, double high, RuleDecisions.Count count) {
    assertEquals(low, count.low(), 0.00006, count.toString());
    assertEquals(high, count.high(), 0.00006, count.toString());
  }

  private static JsonNode rule(JsonNode table, String id) {
    for (JsonNode rule : table.get("rules")) {
      if (rule.get("id").asText().equals(id)) {
        return rule;
      }
    }
    throw new AssertionError("no rule " + id);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private JsonNode json(Object... arguments) throws IOException {
    out.reset();
    Object[] all = Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray();
    assertEquals(0, run(all), said(err));
    return new ObjectMapper().readTree(out.toByteArray());
  }

  private static String said(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }

  private int run(Object... arguments) {
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
