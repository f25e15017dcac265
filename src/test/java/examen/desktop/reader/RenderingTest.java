package examen.desktop.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.desktop.fx.VisibleText;
import examen.desktop.fx.VisibleText.Run;
import examen.desktop.reader.Block.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Markdown and colours as looks of the same characters. */
final class RenderingTest {
  @Test
  void boldItalicCodeAndStruckWordsKeepTheirMarks() {
    assertEquals(
        "a {mark:**}{bold:b c}{mark:**} d {mark:_}{italic:e}{mark:_} {mark:`}{code:f*g*}{mark:`}"
            + " {mark:~~}{struck:h}{mark:~~}",
        prose("a **b c** d _e_ `f*g*` ~~h~~"));
  }

  @Test
  void emphasisNests() {
    assertEquals(
        "{mark:**}{bold:a }{mark:*}{bold italic:b}{mark:*}{bold: c}{mark:**}",
        prose("**a *b* c**"));
    assertEquals("{mark:***}{bold italic:both}{mark:***}", prose("***both***"));
  }

  @Test
  void signsThatAreNoMarksStayAsTheyAre() {
    for (String plain :
        List.of(
            "2 * 3 * 4",
            "snake_case_name and __init",
            "a ** b",
            "**never closed",
            "`never closed",
            "[no link] here",
            "#hashtag",
            "1999 was a year",
            "-5 degrees",
            "~/home and ~/work")) {
      assertEquals(plain, prose(plain));
    }
  }

  @Test
  void headingsListsQuotesAndRules() {
    assertEquals("{mark:##}{heading: Plan}", prose("## Plan"));
    assertEquals("{mark:###}{small-heading: Plan}", prose("### Plan"));
    assertEquals("{bullet:-} one\n{bullet:  2.} two", prose("- one\n  2. two"));
    assertEquals("{mark:> }{quote:said}", prose("> said"));
    assertEquals("a\n{mark:---}\nb", prose("a\n---\nb"));
    assertEquals(
        "{mark:[}{link:here}{mark:](https://x.example)}", prose("[here](https://x.example)"));
  }

  @Test
  void blocksOfCodeAreCodeAndNothingElse() {
    String expected =
        """
        {mark:```sh}
        {code:# not a heading}
        {code:**no**}
        {mark:```}
        {mark:**}{bold:yes}{mark:**}\
        """;
    assertEquals(expected, prose("```sh\n# not a heading\n**no**\n```\n**yes**"));
  }

  @Test
  void aPieceKnowsThatABlockOfCodeBeganBeforeIt() {
    String text = "```\n" + "x = 1\n".repeat(900) + "**no**\n```\n**yes**";
    Rendering rendering = on();
    int from = text.indexOf("**no**");
    Block.Words words = new Block.Words(0, 0, from, text.length(), Look.PROSE, "", true);
    assertEquals(
        "{code:**no**}\n{mark:```}\n{mark:**}{bold:yes}{mark:**}",
        said(rendering.runs(text, words, text.substring(from))));
  }

  @Test
  void coloursOfTerminalsGoOnUntilTheyEnd() {
    assertEquals(
        "a {mark:□[31m}{red:b}{mark:□[1m}{bold red:c}{mark:□[0m} d",
        code("a \u001b[31mb\u001b[1mc\u001b[0m d"));
    assertEquals("{mark:□[38;5;196m}{red:x}{mark:□[39m}y", code("\u001b[38;5;196mx\u001b[39my"));
    assertEquals("{mark:□[38;2;10;200;30m}{green:x}", code("\u001b[38;2;10;200;30mx"));
    assertEquals("{mark:□[2K}x", code("\u001b[2Kx"));
    assertEquals("{mark:□]0;title□}x", code("\u001b]0;title\u0007x"));
  }

  @Test
  void groundsOfTerminalsAreShownUnderPlainLetters() {
    assertEquals("{mark:□[31;42m}{on-green:x}", code("\u001b[31;42mx"));
    assertEquals("{mark:□[101m}{on-red:x}{mark:□[49m}y", code("\u001b[101mx\u001b[49my"));
    assertEquals("{mark:□[48;5;21m}{on-blue:x}", code("\u001b[48;5;21mx"));
    assertEquals("{mark:□[48;2;230;220;10m}{on-yellow:x}", code("\u001b[48;2;230;220;10mx"));
    assertEquals("{mark:□[40m}{on-grey:x}", code("\u001b[40mx"), "black is the page in dark");
    assertEquals("{mark:□[1;4;45m}{bold underline on-magenta:x}", code("\u001b[1;4;45mx"));
    assertEquals("{mark:□[2;46m}{on-cyan:x}", code("\u001b[2;46mx"), "dim could not be read");
    assertEquals("{mark:□[48;5;2;31m}{on-green:x}", code("\u001b[48;5;2;31mx"));
  }

  @Test
  void whatIsInverseHasTheColourOfItsLettersAsGround() {
    assertEquals("{mark:□[7m}{on-grey:x}{mark:□[27m}y", code("\u001b[7mx\u001b[27my"));
    assertEquals("{mark:□[31;7m}{on-red:x}", code("\u001b[31;7mx"));
    assertEquals(
        "{mark:□[31;44;7m}{on-red:x}{mark:□[27m}{on-blue:y}",
        code("\u001b[31;44;7mx\u001b[27my"),
        "afterwards all is as it was");
    assertEquals("{mark:□[7m}{on-grey:x}{mark:□[0m}y", code("\u001b[7mx\u001b[0my"));
  }

  @Test
  void whatIsNoSequenceIsDimmedNoFurtherThanItself() {
    assertEquals("{mark:□}(B a", code("\u001b(B a"));
    assertEquals("x{mark:□}", code("x\u001b"));
    assertEquals("{mark:□[}é", code("\u001b[é"));
  }

  @Test
  void colourThatBeganInAnEarlierPieceGoesOn() {
    String text = "\u001b[32m" + "ok\n".repeat(2_000) + "last\u001b[0m";
    int from = text.indexOf("last");
    Block.Words words = new Block.Words(0, 0, from, text.length(), Look.RESULT, "", true);
    assertEquals("{green:last}{mark:□[0m}", said(on().runs(text, words, text.substring(from))));
  }

  @Test
  void resultsAreNotReadAsMarkdownAndNothingIsRenderedUnlessAsked() {
    assertEquals("# a **b**", code("# a **b**"));
    Block.Words words = new Block.Words(0, 0, 0, 5, Look.PROSE, "", true);
    assertEquals("**b**", said(new Rendering(() -> {}).runs("**b**", words, "**b**")));
  }

  @Test
  void anyTextKeepsEachOfItsCharactersAtItsPlace() {
    long seed = 42;
    Random random = new Random(seed);
    String[] bits = {
      "*",
      "**",
      "_",
      "`",
      "```",
      "\n",
      "#",
      "> ",
      "- ",
      "[",
      "](",
      ")",
      "\\",
      "~~",
      " ",
      "word",
      "\u001b[",
      "31m",
      "\u001b",
      "0m",
      "38;5;",
      "\u001b]0;",
      "\u0007",
      "\u009b",
      "😀",
      "e\u0301",
      "שלום",
      "\r\n",
      "\u202e",
      "\0",
      "\ud83d",
      "1. ",
      "===",
      "😀**😀"
    };
    for (int run = 0; run < 3_000; run++) {
      StringBuilder made = new StringBuilder();
      for (int i = random.nextInt(60); i >= 0; i--) {
        made.append(bits[random.nextInt(bits.length)]);
      }
      String text = made.toString();
      int from = boundary(text, random.nextInt(text.length()));
      int to = boundary(text, from + random.nextInt(text.length() - from + 1));
      for (Look look : List.of(Look.PROSE, Look.RESULT)) {
        Block.Words words = new Block.Words(0, 0, from, to, look, "", true);
        String piece = text.substring(from, to);
        List<Run> runs = on().runs(text, words, piece);
        assertEquals(drawn(VisibleText.of(piece)), drawn(runs), "seed " + seed + " run " + run);
        for (int i = 1; i < runs.size(); i++) {
          boolean cut =
              Character.isHighSurrogate(
                      runs.get(i - 1).text().charAt(runs.get(i - 1).text().length() - 1))
                  && Character.isLowSurrogate(runs.get(i).text().charAt(0));
          assertFalse(cut, "seed " + seed + " run " + run);
        }
      }
    }
  }

  @Test
  void longTextsAreReadInShortTime() {
    for (String unit : List.of("*", "[", "`a", "_a ", "\u001b[", "~~", "> ", "**a* ", "\\")) {
      String text = unit.repeat(1_000_000 / unit.length());
      long before = System.nanoTime();
      Rendering rendering = on();
      for (int at = 0; at < 40_000; at += 2_000) {
        Block.Words words = new Block.Words(0, 0, at, at + 2_000, Look.PROSE, "", false);
        rendering.runs(text, words, text.substring(at, at + 2_000));
      }
      long millis = (System.nanoTime() - before) / 1_000_000;
      // A few milliseconds; what tries all pairs of marks would take minutes.
      assertTrue(millis < 1_500, unit + " took " + millis + " ms");
    }
  }

  private static int boundary(String text, int at) {
    return at > 0
            && at < text.length()
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1))
        ? at - 1
        : at;
  }

  private static String prose(String text) {
    return whole(text, Look.PROSE);
  }

  private static String code(String text) {
    return whole(text, Look.RESULT);
  }

  private static String whole(String text, Look look) {
    Block.Words words = new Block.Words(0, 0, 0, text.length(), look, "", true);
    return said(on().runs(text, words, text));
  }

  private static Rendering on() {
    Rendering rendering = new Rendering(() -> {});
    rendering.toggle();
    return rendering;
  }

  private static String drawn(List<Run> runs) {
    return runs.stream().map(Run::text).collect(Collectors.joining());
  }

  /** Runs that look alike as one, each with its looks before it. */
  private static String said(List<Run> runs) {
    List<String> looks = new ArrayList<>();
    List<StringBuilder> texts = new ArrayList<>();
    for (Run run : runs) {
      String look = run.styles().stream().map(s -> s.substring(3)).collect(Collectors.joining(" "));
      if (looks.isEmpty() || !looks.getLast().equals(look)) {
        looks.add(look);
        texts.add(new StringBuilder());
      }
      texts.getLast().append(run.text());
    }
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < looks.size(); i++) {
      said.append(
          looks.get(i).isEmpty() ? texts.get(i) : "{" + looks.get(i) + ":" + texts.get(i) + "}");
    }
    return said.toString();
  }
}
