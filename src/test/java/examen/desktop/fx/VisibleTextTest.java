package examen.desktop.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.desktop.fx.VisibleText.Run;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class VisibleTextTest {
  @Test
  void hiddenCharactersBecomeMarksOfTheSameLength() {
    assertEquals(
        List.of(new Run("a", false), new Run("\u2038", true), new Run("b", false)),
        VisibleText.of("a\u200bb"));
    assertEquals(
        List.of(new Run("\u25a1", true), new Run("[31m", false)), VisibleText.of("\u001b[31m"));
    assertEquals(List.of(new Run("\u25a1\u25a1\ufffd", true)), VisibleText.of("\0\u007f\ufffd"));
    assertEquals(List.of(new Run("x", false), new Run("\u2190", true)), VisibleText.of("x\u202e"));
  }

  @Test
  void tagCharactersShowWhatTheySpell() {
    assertEquals(
        List.of(new Run("\u2038h\u2038i", true)), VisibleText.of("\udb40\udc68\udb40\udc69"));
  }

  @Test
  void linesTabsAndJoinedEmojiStayAsTheyAre() {
    for (String text : List.of("a\n\tb", "👩‍👩‍👧‍👦", "🏳️‍🌈", "می‌خواهم")) {
      assertEquals(List.of(new Run(text, false)), VisibleText.of(text));
    }
  }

  @Test
  void theLengthIsAlwaysThatOfTheSource() {
    long seed = 3;
    Random random = new Random(seed);
    for (int run = 0; run < 2_000; run++) {
      StringBuilder source = new StringBuilder();
      for (int i = random.nextInt(30); i >= 0; i--) {
        source.appendCodePoint(
            random.nextInt(4) == 0 ? random.nextInt(0x300) : random.nextInt(0x10ffff));
      }
      StringBuilder shown = new StringBuilder();
      VisibleText.of(source.toString()).forEach(r -> shown.append(r.text()));
      assertEquals(source.length(), shown.length(), "seed " + seed + " run " + run);
      for (int i = 0; i < shown.length(); i++) {
        assertTrue(
            !Character.isISOControl(shown.charAt(i))
                || shown.charAt(i) == '\n'
                || shown.charAt(i) == '\t');
      }
    }
  }
}
