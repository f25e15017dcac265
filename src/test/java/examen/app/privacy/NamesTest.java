package examen.app.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that nobody has: of people, in several scripts, and of a machine. */
class NamesTest {
  private static final String B = "\u2588";

  @TempDir private Path folder;

  @Test
  void aNameIsTakenOutInWhateverScriptItStands() throws Exception {
    for (String name :
        List.of(
            "Quillan Obermoser",
            "Zo\u00EB Br\u00FCnnlacher",
            "\u0416\u0430\u043D\u043D\u0430 \u041A\u0432\u0438\u043B\u044C",
            "\u0395\u03CD\u03B1 \u039A\u03C9\u03B9\u03BB",
            "\u6B27\u9633\u94C3\u5170",
            "\u30AF\u30A3\u30EB\u5B50",
            "\uD034\uB9B0",
            "\u0643\u0648\u064A\u0644\u0627\u0646",
            "\u05E7\u05D5\u05D9\u05DC\u05DF",
            "\u0915\u094D\u0935\u093F\u0932\u0928",
            "\uD840\uDC0B\uD840\uDC89")) {
      String text = "It was \uD83D\uDE80 " + name + ", he said.";
      String after = by(name).text(text);
      String large = name.codePoints().anyMatch(c -> c > 0xFFFF) ? "\uD83D\uDD32" : B;
      int length = name.codePointCount(0, name.length());
      assertEquals("It was \uD83D\uDE80 " + large.repeat(length) + ", he said.", after);
    }
  }

  @Test
  void howItIsWrittenDoesNotMatter() throws Exception {
    Redaction redaction = by("Zo\u00EB Br\u00FCnnlacher");
    String apart = Normalizer.normalize("zo\u00EB BR\u00DCNNLACHER", Normalizer.Form.NFD);
    for (String written :
        List.of("ZO\u00CB br\u00FCnnlacher", "Zo\u00EB\u00A0Br\u00FCnnlacher", apart)) {
      assertEquals(B.repeat(written.length()) + "!", redaction.text(written + "!"));
    }
    assertEquals(B.repeat(3) + "\n" + B.repeat(11), redaction.text("Zo\u00EB\nBr\u00FCnnlacher"));
    assertEquals(4, redaction.counts().get("name"));
  }

  @Test
  void aLongerWordIsAnotherWordWhereWordsStandApart() throws Exception {
    Redaction redaction = by("Anselm\nLi\n\u674E\u94C3");
    assertEquals("Anselmus likes it", redaction.text("Anselmus likes it"));
    assertEquals(B.repeat(6) + "'s list", redaction.text("Anselm's list"));
    assertEquals("\u6211" + B.repeat(2) + "\u5728", redaction.text("\u6211\u674E\u94C3\u5728"));
  }

  @Test
  void randomTextsKeepTheirLengthInBothUnits() throws Exception {
    Redaction redaction = by("ab\na \u0301b\n\uD840\uDC0Bx\n\u0130\u00DF\n\u6B27a");
    String[] signs = {
      "a", "b", "x", "\u0301", "\uD840\uDC0B", "\u6B27", "\u0130", "\u00DF", "\n", " ", "\r"
    };
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(signs[random.nextInt(signs.length)]);
      }
      String before = text.toString();
      String after = redaction.text(before);
      assertEquals(before.length(), after.length(), "seed " + seed);
      assertEquals(
          before.codePointCount(0, before.length()),
          after.codePointCount(0, after.length()),
          "seed " + seed);
      assertEquals(
          before.chars().filter(c -> c == '\n').count(),
          after.chars().filter(c -> c == '\n').count(),
          "seed " + seed);
    }
  }

  @Test
  void whatTellsOfTheMachineIsTakenOutAndWhatAnybodyHasStays() throws Exception {
    OwnNames own = new OwnNames("qobermoser", "drossel.example", Path.of("/home/qobermoser"));
    Redaction redaction = Redaction.of(List.of()).withOwn(own);
    String after = redaction.text("/home/qobermoser/x on Drossel by QOBERMOSER, drossel.example");
    assertFalse(after.toLowerCase(java.util.Locale.ROOT).matches(".*(qober|drossel).*"), after);
    assertTrue(after.contains("/x on "), after);
    OwnNames anybodys = OwnNames.here(Map.of("HOSTNAME", "localhost"), Path.of("/root"));
    assertFalse(anybodys.names().contains("/root"), "in many transcripts");
    assertFalse(anybodys.names().contains("localhost"));
  }

  @Test
  void aBadListIsRefusedWithItsLine() throws Exception {
    BadPatternFile bad = assertThrows(BadPatternFile.class, () -> by("# people\nAnselm\nx\n"));
    assertEquals("n.txt line 3: a name of one character would be found everywhere", bad.why());
    assertThrows(BadPatternFile.class, () -> by("# nobody\n"));
  }

  private Redaction by(String names) throws Exception {
    Path file = Files.writeString(folder.resolve("n.txt"), names + "\n");
    return Redaction.of(List.of()).withNames(List.of(file));
  }
}
