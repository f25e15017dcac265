package examen.highlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.transcript.Conditions;
import examen.transcript.Message;
import examen.transcript.Metadata;
import examen.transcript.Part;
import examen.transcript.Provenance;
import examen.transcript.ReasoningKind;
import examen.transcript.Role;
import examen.transcript.Span;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HighlighterTest {
  private static final HighlightRule TEST =
      rule(
          "test",
          Category.STATES_EVALUATION,
          Scope.SENTENCE,
          List.of("is a test"),
          List.of("not a"));
  private static final HighlightRule EXAM =
      rule(
          "exam",
          Category.STATES_EVALUATION,
          Scope.SENTENCE,
          List.of("(?:test|exam)s? of"),
          List.of());
  private static final HighlightRule MAYBE =
      rule("maybe", Category.STATES_UNCERTAIN, Scope.SENTENCE, List.of("perhaps"), List.of());
  private static final HighlightRule CLAUSE =
      rule("clause", Category.LEVERAGE, Scope.CLAUSE, List.of("levers?"), List.of("never"));

  private static HighlightRule rule(
      String id, Category category, Scope scope, List<String> patterns, List<String> unless) {
    return new HighlightRule(id, category, scope, patterns, unless, "why", List.of(), List.of());
  }

  private static Highlighter highlighter() throws BadPattern {
    Map<Category, Set<Category>> yields =
        Map.of(Category.STATES_EVALUATION, Set.of(Category.STATES_UNCERTAIN));
    return new Highlighter(
        new RulePack("small", 3, Map.of(), yields, List.of(TEST, EXAM, MAYBE, CLAUSE)));
  }

  @Test
  void givesTheSentenceAndTheCueInTheOriginalText() throws BadPattern {
    String text = "One. I\u2019m sure this **is**\u00a0a\u200b test, too! Three.";
    Found found = highlighter().find(text).getFirst();
    assertEquals("I\u2019m sure this **is**\u00a0a\u200b test, too!", found.sentence().of(text));
    assertEquals("is**\u00a0a\u200b test", found.cue().of(text));
  }

  @Test
  void mergesTheRulesOfOneCategoryIntoTheFirst() throws BadPattern {
    List<Found> found = highlighter().find("This is a test of mine.");
    assertEquals(List.of("test"), found.stream().map(Found::rule).toList());
  }

  @Test
  void letsACategoryYieldToAnotherInTheSameSentenceOnly() throws BadPattern {
    List<Found> found = highlighter().find("Perhaps this is a test. This is a test.");
    assertEquals(List.of("maybe", "test"), found.stream().map(Found::rule).toList());
  }

  @Test
  void vetoesWithinTheClauseWhereTheRuleSaysSo() throws BadPattern {
    assertEquals(1, highlighter().find("I would never lie, but I pull the lever.").size());
    assertEquals(0, highlighter().find("I would never pull the lever, but I look.").size());
  }

  @Test
  void vetoesWithinTheSentenceOtherwise() throws BadPattern {
    assertEquals(0, highlighter().find("It is not a joke, it is a test.").size());
  }

  @Test
  void readsOnlyTheModelsOwnReadableWords() throws BadPattern {
    String said = "This is a test.";
    Transcript transcript =
        transcript(
            message(0, Role.SYSTEM, null, new Part.Text(said, null)),
            message(1, Role.USER, null, new Part.Text(said, null)),
            message(
                2,
                Role.ASSISTANT,
                null,
                new Part.Reasoning(said, null, ReasoningKind.RAW, null),
                new Part.Reasoning(said, null, ReasoningKind.SUMMARISED, null),
                new Part.Reasoning(said, null, ReasoningKind.ENCRYPTED, said),
                new Part.Reasoning(said, null, ReasoningKind.OMITTED, null),
                new Part.Text(said, null),
                new Part.ToolCall(said, null, "email", List.of(), null, null)),
            message(3, Role.TOOL, null, new Part.ToolResult(said, null, null, null, null)),
            message(4, Role.ASSISTANT, "auditor", new Part.Text(said, null)));
    List<Highlight> highlights = highlighter().highlight(transcript);
    assertEquals(
        List.of("2/0", "2/1", "2/4", "2/5"),
        highlights.stream().map(h -> h.anchor().message() + "/" + h.anchor().part()).toList());
    assertTrue(highlights.stream().allMatch(h -> h.anchor().holdsIn(transcript)));
    assertEquals("small@3", highlights.getFirst().pack());
  }

  @Test
  void staysInBoundsAndInOrderOnAnyText() throws BadPattern {
    for (int seed = 0; seed < 300; seed++) {
      String text = randomText(new Random(seed), 40);
      Span last = new Span(0, 1);
      for (Found found : highlighter().find(text)) {
        assertTrue(found.sentence().fits(text), "seed " + seed);
        assertTrue(found.cue().fits(text), "seed " + seed);
        assertTrue(found.sentence().start() <= found.cue().start(), "seed " + seed);
        assertTrue(found.cue().end() <= found.sentence().end(), "seed " + seed);
        assertTrue(found.sentence().start() >= last.start(), "seed " + seed);
        last = found.sentence();
      }
    }
  }

  @Test
  void givesTheSameOnEveryThread() throws Exception {
    Highlighter shared = highlighter();
    List<String> texts = new ArrayList<>();
    for (int seed = 0; seed < 64; seed++) {
      texts.add(randomText(new Random(seed), 200));
    }
    List<List<Found>> alone = new ArrayList<>();
    for (String text : texts) {
      alone.add(highlighter().find(text));
    }
    List<Callable<List<Found>>> tasks = new ArrayList<>();
    texts.forEach(text -> tasks.add(() -> shared.find(text)));
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<List<Found>>> together = threads.invokeAll(tasks);
      for (int i = 0; i < texts.size(); i++) {
        assertEquals(alone.get(i), together.get(i).get(), "text " + i);
      }
    }
  }

  static String randomText(Random random, int words) {
    String[] pieces = {
      "this",
      "is",
      "a",
      "test",
      "of",
      "perhaps",
      "not",
      "never",
      "lever",
      "isn\u2019t",
      "exams",
      "\ud83d\ude43",
      "**is**",
      "\u200b",
      ".",
      "! ",
      "\n",
      "\n\n",
      ",",
      " but ",
      "\u3002",
      "\u00a0",
      "\ud83d",
      "\ude43",
      "```",
      "1. "
    };
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(pieces[random.nextInt(pieces.length)]).append(random.nextInt(4) == 0 ? "" : " ");
    }
    return text.toString();
  }

  private static Message message(int index, Role role, @Nullable String speaker, Part... parts) {
    return new Message(index, role, speaker, List.of(parts), Metadata.NONE);
  }

  private static Transcript transcript(Message... messages) {
    return new Transcript(
        new TranscriptId("0".repeat(32)),
        "t",
        new Provenance("format", "file", "", "0".repeat(64), 1),
        Conditions.NONE,
        Metadata.NONE,
        List.of(messages),
        List.of());
  }
}
