package examen.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnchorTest {
  private static final String NASTY =
      "a\uD83D\uDE80b\r\n\u200D\u0000\u202E\u05D0e\u0301\uFEFF\uD83D\uDC69\u200D\uD83D\uDCBB";

  @Test
  void codePointsAndUnitsAreTwoWaysToSayOneRange() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      int pieces = 1 + random.nextInt(40);
      for (int p = 0; p < pieces; p++) {
        text.appendCodePoint(
            NASTY.codePointAt(
                NASTY.offsetByCodePoints(
                    0, random.nextInt(NASTY.codePointCount(0, NASTY.length())))));
      }
      String whole = text.toString();
      int[] points = whole.codePoints().toArray();
      int start = random.nextInt(points.length);
      int end = start + 1 + random.nextInt(points.length - start);
      Span span = Span.fromCodePoints(whole, start, end);
      assertEquals(new String(points, start, end - start), span.of(whole), "seed 7, case " + i);
      assertEquals(new Span(start, end), span.inCodePoints(whole), "seed 7, case " + i);
      assertTrue(span.fits(whole));
    }
  }

  @Test
  void aSpanThatCutsAPairOrLeavesTheTextDoesNotFit() {
    assertFalse(new Span(0, 2).fits(NASTY));
    assertFalse(new Span(2, 4).fits(NASTY));
    assertTrue(new Span(1, 3).fits(NASTY));
    assertFalse(new Span(0, NASTY.length() + 1).fits(NASTY));
    assertThrows(IllegalArgumentException.class, () -> new Span(3, 3));
    assertThrows(IllegalArgumentException.class, () -> new Span(-1, 3));
  }

  @Test
  void aShiftedTextIsFoundOut() {
    Transcript before = transcript("He said: pay, or else.");
    Transcript after = transcript("He said:  pay, or else.");
    Anchor anchor = Anchor.at(before, 0, 0, new Span(9, 12));
    assertEquals("pay", anchor.quote());
    assertTrue(anchor.holdsIn(before));
    assertFalse(anchor.holdsIn(after));
    assertThrows(IllegalArgumentException.class, () -> Anchor.at(before, 0, 1, new Span(0, 1)));
  }

  @Test
  void aFingerprintKeepsFieldsApart() {
    assertEquals(
        new Fingerprint().add("ab").add("c").toId(), new Fingerprint().add("ab").add("c").toId());
    assertNotEquals(
        new Fingerprint().add("ab").add("c").toId(), new Fingerprint().add("a").add("bc").toId());
  }

  private static Transcript transcript(String text) {
    return new Transcript(
        new Fingerprint().add("same id").toId(),
        "test",
        new Provenance("test", "test.json", "", "0".repeat(64), 1),
        Conditions.NONE,
        Metadata.NONE,
        List.of(
            new Message(
                0, Role.ASSISTANT, null, List.of(new Part.Text(text, null)), Metadata.NONE)),
        List.of());
  }
}
