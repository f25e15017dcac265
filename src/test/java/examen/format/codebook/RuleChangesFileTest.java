package examen.format.codebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.format.Malformed;
import examen.highlight.HighlightRule;
import examen.highlight.Highlighter;
import examen.highlight.RuleChanges;
import examen.highlight.RulePack;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleChangesFileTest {
  private static final RulePack PACK = RulePackReader.builtInPack();

  private static final String GOOD =
      """
      {"examen-rules": 1, "off": ["leverage-word"],
       "rules": [
        {"id": "names-the-rig", "category": "leverage", "scope": "sentence",
         "cues": ["the Rig", "don't sink"], "unless": ["oil rig"], "reason": "names the rig",
         "finds": ["Look at THE  RIG.", "Please do not sink.", "They don\u2019t sink it."],
         "passes": ["The rigs are old.", "The oil rig, the rig.", "Tithe rig."]},
        {"id": "real-this-is", "category": "states-real", "scope": "clause",
         "patterns": ["(?:quite|very) real"], "unless": [], "reason": "says so",
         "finds": ["It is quite real.", "This is very real.", "Very real, I think."],
         "passes": ["It is real.", "Quite unreal.", "Every really odd thing."]}]}
      """;

  private static void refused(String from, String to, String why) {
    assertTrue(GOOD.contains(from), from);
    assertEquals(why, why(GOOD.replace(from, to)));
  }

  private static String why(String json) {
    return assertThrows(Malformed.class, () -> RuleChangesFile.read(json, PACK), json).why();
  }

  @Test
  void readsWhatAProjectChanges() throws Malformed {
    RuleChanges changes = RuleChangesFile.read(GOOD, PACK);
    assertEquals(Set.of("leverage-word"), changes.off());
    HighlightRule rule = changes.rules().getFirst();
    assertEquals(List.of("the Rig", "don't sink"), rule.cues());
    assertEquals(List.of(), rule.patterns());
    assertEquals(2, changes.rules().size());
  }

  @Test
  void writesWhatItReads() throws Malformed {
    RuleChanges changes = RuleChangesFile.read(GOOD, PACK);
    assertEquals(changes, RuleChangesFile.read(RuleChangesFile.write(changes), PACK));
    assertEquals(
        RuleChanges.NONE, RuleChangesFile.read(RuleChangesFile.write(RuleChanges.NONE), PACK));
  }

  @Test
  void findsByTheChangedRules() throws Malformed {
    Highlighter highlighter = RuleChangesFile.highlighter(RuleChangesFile.read(GOOD, PACK), PACK);
    assertTrue(
        highlighter.pack().label().matches("agentic-misalignment@\\d+\\+[0-9a-f]{8}"),
        highlighter.pack().label());
    assertEquals(
        List.of("names-the-rig"),
        highlighter.find("They looked at the rig.").stream().map(f -> f.rule()).toList());
  }

  @Test
  void refusesARuleThatDoesNotKeepItsExamplesAndNamesTheExample() {
    refused(
        "\"Please do not sink.\"",
        "\"Please sink.\"",
        "rule names-the-rig, finds[1]: the rule does not find it");
    refused(
        "\"Tithe rig.\"",
        "\"Is this the rig?\"",
        "rule names-the-rig, passes[2]: the rule finds something in it");
    refused(", \"Very real, I think.\"", "", "rule real-this-is, finds: needs at least 3, has 2");
  }

  @Test
  void refusesBadPatternsAndCuesWithTheirPlace() {
    refused(
        "(?:quite|very) real",
        "(?:quite|very real",
        "rule real-this-is, patterns[0]: a ( without its ) at 18");
    refused(
        "(?:quite|very) real",
        "(?=quite) real",
        "rule real-this-is, patterns[0]: an unknown kind of group at 1");
    refused("[\"oil rig\"]", "[\"oil[\"]", "rule names-the-rig, unless[0]: a [ without its ] at 4");
    refused(
        "\"don't sink\"",
        "\"caf\u00e9\"",
        "rule names-the-rig, cues[1]: a character outside ASCII");
    refused(
        "\"don't sink\"",
        "\"ai\"",
        "rule names-the-rig, cues[1]: no text of 3 letters that every match must have");
    refused(
        "\"don't sink\"",
        "\"" + "z".repeat(201) + "\"",
        "rule names-the-rig, cues[1]: longer than 200 characters");
  }

  @Test
  void refusesWhatIsNoFileOfRules() {
    assertEquals("the rules: not an object", why("[]"));
    assertEquals("not JSON: see line 2", why("{\n,"));
    refused("\"examen-rules\": 1, ", "", "the rules, examen-rules: not a number from 1");
    refused(
        "\"examen-rules\": 1",
        "\"examen-rules\": 2",
        "the rules, examen-rules: made by a later Examen");
    refused("\"off\"", "\"of\"", "the rules: unknown key of");
    refused("\"reason\"", "\"why\"", "rule names-the-rig: unknown key why");
    refused(
        "\"cues\"",
        "\"patterns\": [\"abc\"], \"cues\"",
        "rule names-the-rig: cues or patterns are wanted, not both");
    refused(
        "\"real-this-is\"", "\"names-the-rig\"", "rule names-the-rig: a second rule with this id");
    String wanted =
        "rules[1], id: lower-case letters, digits and dashes are wanted, at most 64, and not"
            + " \"learned-\" or \"suggested-\" before them";
    refused("\"real-this-is\"", "\"learned-leverage\"", wanted);
    refused("\"real-this-is\"", "\"suggested-leverage\"", wanted);
    refused("\"real-this-is\"", "\"Real\"", wanted);
  }

  @Test
  void decidesOnHostilePatternsInTime() {
    String nothings = "(?:".repeat(60) + ")" + "{50})".repeat(59) + "{50} quite real";
    String repeats = "(?:".repeat(6) + "a" + "){50}".repeat(6) + "quite real";
    String texts = "[ab][cd][ef][gh][ij][kl][mn][op]" + "quite real".repeat(5_000);
    for (String pattern : List.of(nothings, repeats, texts)) {
      String json = GOOD.replace("(?:quite|very) real", pattern);
      String why =
          assertTimeoutPreemptively(
              Duration.ofSeconds(20), () -> why(json), pattern.substring(0, 30));
      assertTrue(why.startsWith("rule real-this-is, "), why);
    }
  }

  @Test
  void refusesMoreThanAProgramCanHold() throws Malformed {
    String choice =
        IntStream.range(0, 28)
            .mapToObj(i -> "[ab][cd][ef][gh][ij][kl][mn][op]xxx" + i + ".*")
            .collect(Collectors.joining());
    String first = GOOD.substring(GOOD.indexOf("{\"id\": \"real"), GOOD.lastIndexOf("]}"));
    String rule =
        first.replace("\"(?:quite|very) real\"", "\"(?:quite|very) real\", \"" + choice + "\"");
    String rules =
        IntStream.range(0, 400)
            .mapToObj(i -> rule.replace("real-this-is", "r" + i).replace("xxx", "x" + i + "y"))
            .collect(Collectors.joining(", "));
    String json = "{\"examen-rules\": 1, \"off\": [], \"rules\": [" + rules + "]}";
    RuleChanges changes =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60), () -> RuleChangesFile.read(json, PACK), "reading");
    Malformed malformed =
        assertThrows(Malformed.class, () -> RuleChangesFile.highlighter(changes, PACK));
    assertTrue(
        malformed.why().endsWith(": with it, the rules together are too large"), malformed.why());
  }
}
