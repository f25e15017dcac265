package examen.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Names in lists, with signs that stand between names in them. */
class NamesTest {
  private static final String SIGNS = "ab,=\" \u00a0é😀\n";

  @Test
  void readsWhatPeopleWrite() {
    assertEquals(List.of(), Names.read(" "));
    assertEquals(List.of("a", "b c"), Names.read("a, b c "));
    assertEquals(List.of("a, b", "c"), Names.read("\"a, b\" ,c"));
    assertEquals(List.of("say \"hi\""), Names.read("\"say \"\"hi\"\"\""));
    assertEquals(List.of("a=b", "5\" pipe"), Names.read("a=b,5\" pipe"), "nothing to be quoted");
    assertEquals(List.of("\"a", "b"), Names.read("\"a,b"), "quotes that do not end are signs");
    assertEquals(List.of("", "a", ""), Names.read(",a,"));
    assertEquals(List.of("a,b"), Names.said("x=\"a,b\"").values());
    assertEquals(List.of("a", "b"), Names.said("x=a,b").values());
    assertEquals("x=y", Names.said("\"x=y\"=a").name());
    assertEquals("x, y", Names.said("x, y=a").name());
    assertNull(Names.said("x").rest());
    assertEquals(
        List.of(new Names.Said("goal", "a=b"), new Names.Said("model", "\"x,y\"")),
        Names.readSaid("goal=a=b,model=\"x,y\""));
  }

  @Test
  void whatIsWrittenIsReadAsTheSame() {
    for (int seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      List<String> names = names(random);
      assertEquals(names, Names.read(Names.write(names)), "seed " + seed);
      String of = name(random);
      Names.Said said = Names.said(Names.write(of) + "=" + Names.write(names));
      assertEquals(of, said.name(), "seed " + seed);
      assertEquals(names, said.values(), "seed " + seed);
      List<Names.Said> pairs = Names.readSaid(pairs(names));
      assertEquals(names, pairs.stream().map(Names.Said::name).toList(), "seed " + seed);
      assertEquals(
          names.reversed(), pairs.stream().map(Names.Said::value).toList(), "seed " + seed);
    }
  }

  @Test
  void namesWithoutSuchSignsStandAsTheyAre() {
    assertEquals("model,goal conflict", Names.write(List.of("model", "goal conflict")));
    assertEquals("\"\"", Names.write(List.of("")));
  }

  @Test
  void whateverIsWrittenIsReadSomehow() {
    for (int seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      String text = name(random) + name(random) + name(random);
      List<String> read = Names.read(text);
      assertEquals(read, Names.read(Names.write(read)), "seed " + seed);
      assertTrue(Names.readSaid(text).size() == read.size(), "seed " + seed);
    }
  }

  @Test
  void conditionsAndAnswersWithCommasAreChosen() {
    Frame frame =
        new Frames()
            .add(3, "scenario=slow", "label judge/kind=delay,slow")
            .add(2, "scenario=quick", "label judge/kind=none")
            .frame();
    Outcome outcome = Outcome.of(frame, "label:judge/kind=\"delay,slow\"");
    assertEquals(java.util.Set.of("delay,slow"), outcome.positive());
    assertEquals("label:judge/kind=\"delay,slow\"", outcome.wire());
    assertEquals(outcome, Outcome.of(frame, outcome.wire()));
    assertThrows(Unanswerable.class, () -> Outcome.of(frame, "label:judge/kind=delay,slow"));
  }

  @Test
  void onlyTranscriptsWithAValueThatHasACommaAreKept() {
    Frame frame = new Frames().add(3, "scenario=a,b").add(2, "scenario=a").frame();
    List<Choice> asked = List.of(Choices.WITHIN, Choices.BY);
    Chosen chosen = new Chosen(asked, Map.of("within", "scenario=\"a,b\"", "by", "scenario"));
    assertEquals(3, chosen.within("within", frame).cases().size());
    assertEquals(List.of("scenario"), chosen.conditions("by", frame));
    Chosen bare = new Chosen(asked, Map.of("within", "scenario=a,b"));
    Unanswerable why = assertThrows(Unanswerable.class, () -> bare.within("within", frame));
    assertEquals("--within wants condition=value, not \"b\"", why.getMessage());
    assertFalse(bare.has("by"));
  }

  private static String pairs(List<String> names) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      pairs.add(Names.write(names.get(i)) + "=" + Names.write(names.get(names.size() - 1 - i)));
    }
    return String.join(",", pairs);
  }

  private static List<String> names(Random random) {
    List<String> names = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      names.add(name(random));
    }
    return names;
  }

  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      int at = SIGNS.offsetByCodePoints(0, random.nextInt(SIGNS.codePointCount(0, SIGNS.length())));
      name.appendCodePoint(SIGNS.codePointAt(at));
    }
    return name.toString();
  }
}
