package examen.app.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.search.TextPattern.Option;
import examen.transcript.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TextPatternTest {
  @Test
  void signsAreFoundWhateverTheirCaseUnlessThatMatters() throws BadQuery {
    assertEquals(List.of(new Span(0, 3), new Span(4, 7)), find("the", "The THE"));
    assertEquals(List.of(new Span(4, 7)), find("THE", "The THE", Option.CASE));
    assertEquals(List.of(new Span(0, 2)), find("äß", "Äß"));
    assertEquals(List.of(new Span(1, 3), new Span(4, 6)), find("aa", "baabaa"));
  }

  @Test
  void aWholeWordHasNoLetterBesideIt() throws BadQuery {
    assertEquals(List.of(new Span(5, 8)), find("the", "then the other", Option.WHOLE_WORD));
    assertEquals(
        List.of(new Span(0, 4)), find("a.*d", "a bd e", Option.WHOLE_WORD, Option.EXPRESSION));
    assertEquals(List.of(), find("caf", "cafe\u0301 café", Option.WHOLE_WORD));
    assertEquals(List.of(new Span(1, 3)), find("--", "a--b", Option.WHOLE_WORD));
  }

  @Test
  void expressionsAreRe2AndNothingEmptyIsFound() throws BadQuery {
    assertEquals(List.of(new Span(0, 2), new Span(3, 4)), find("x*", "xx\nX", Option.EXPRESSION));
    assertEquals(List.of(new Span(3, 5)), find("^b.$", "ab\nbc\ncb", Option.EXPRESSION), "lines");
    assertEquals(List.of(new Span(1, 3)), find("[^a]", "a😀", Option.EXPRESSION));
  }

  @Test
  void aBadExpressionSaysWhyAndWhere() {
    assertEquals("missing closing ) at 1", bad("a(b"));
    assertEquals("unexpected ) at 2", bad("ab)c"));
    assertEquals("missing closing ] at 3", bad("ab [c"));
    assertEquals("invalid nested repetition operator at 1", bad("a**"));
    assertEquals("missing argument to repetition operator at 0", bad("*a"));
    assertEquals("invalid escape sequence at 1", bad("a\\y"));
  }

  @Test
  void aPatternThatWouldGoOverTheTextAgainAndAgainIsStopped() throws BadQuery {
    String text = "a".repeat(400_000);
    long start = System.nanoTime();
    TextPattern.Found found =
        TextPattern.of("a.*b|a", Set.of(Option.EXPRESSION))
            .find(List.of(text), 1_000_000, () -> false);
    assertFalse(found.whole());
    assertTrue(System.nanoTime() - start < 30e9);
  }

  @Test
  void whenNobodyWantsToKnowAnyMoreItStops() throws BadQuery {
    AtomicInteger asked = new AtomicInteger();
    TextPattern.Found found =
        TextPattern.of("(b|c)+d", Set.of(Option.EXPRESSION))
            .find(List.of("b".repeat(3_000_000)), 10, () -> asked.incrementAndGet() > 3);
    assertFalse(found.whole());
    assertEquals(4, asked.get());
  }

  @Test
  void moreThanTheMostIsSaidToBeCut() throws BadQuery {
    TextPattern pattern = TextPattern.of("a", Set.of());
    assertTrue(pattern.find(List.of("aa", "a"), 3, () -> false).whole());
    TextPattern.Found cut = pattern.find(List.of("aa", "aa"), 3, () -> false);
    assertFalse(cut.whole());
    assertEquals(3, cut.places().stream().mapToInt(List::size).sum());
  }

  @Test
  void signsAreWhereLookingAtEveryPlaceFindsThem() throws BadQuery {
    long seed = 42;
    Random random = new Random(seed);
    String letters = "aAbB .İıſKß😀";
    for (int i = 0; i < 3_000; i++) {
      String text = some(letters, random, 40);
      String words = some(letters, random, 3);
      if (words.isEmpty()) {
        continue;
      }
      List<Span> naive = new ArrayList<>();
      for (int at = 0; at + words.length() <= text.length(); at++) {
        Span span = new Span(at, at + words.length());
        if (span.of(text).equalsIgnoreCase(words) && span.fits(text)) {
          naive.add(span);
          at = span.end() - 1;
        }
      }
      assertEquals(naive, find(words, text), () -> "seed " + seed + ": " + words + " in " + text);
    }
  }

  private static String some(String letters, Random random, int most) {
    StringBuilder text = new StringBuilder();
    int[] all = letters.codePoints().toArray();
    for (int n = random.nextInt(most + 1); n > 0; n--) {
      text.appendCodePoint(all[random.nextInt(all.length)]);
    }
    return text.toString();
  }

  private static List<Span> find(String words, String text, Option... options) throws BadQuery {
    return TextPattern.of(words, Set.of(options))
        .find(List.of(text), 1_000, () -> false)
        .places()
        .getFirst();
  }

  private static String bad(String words) {
    BadQuery bad =
        assertThrows(BadQuery.class, () -> TextPattern.of(words, Set.of(Option.EXPRESSION)), words);
    return (bad.why() + " at " + bad.at()).toLowerCase(Locale.ROOT);
  }
}
