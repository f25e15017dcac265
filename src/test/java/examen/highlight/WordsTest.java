package examen.highlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Names from elsewhere become words that decisions can be stored under. */
class WordsTest {
  @Test
  void aShortWordStaysAsItIs() {
    assertEquals("self_preservation", Words.one("self_preservation"));
    assertEquals("petri-judge/claude-4", Words.one("petri-judge/claude-4"));
    assertEquals("Cover_Story", Words.plain("Cover Story"));
    assertEquals("_", Words.plain(""));
  }

  @Test
  void noTwoNamesGiveOneWordAndEachIsAWord() {
    Map<String, String> seen = new HashMap<>();
    Random random = new Random(7);
    List<String> pieces =
        List.of("a", "b", " ", "_", "~", "\t", "\u0000", "\uD83D\uDE00", "\uD83D", "x".repeat(120));
    for (int i = 0; i < 5000; i++) {
      StringBuilder name = new StringBuilder();
      for (int n = random.nextInt(5); n > 0; n--) {
        name.append(pieces.get(random.nextInt(pieces.size())));
      }
      String word = Words.one(name.toString());
      assertTrue(word.matches("[^\\s\\p{Cntrl}]{1,180}"), "seed 7: " + word);
      String before = seen.putIfAbsent(word, name.toString());
      assertTrue(before == null || before.equals(name.toString()), "seed 7: " + word);
      String plain = Words.plain(name.toString());
      assertTrue(plain.matches("[^\\s\\p{Cntrl}]{1,150}"), "seed 7: " + plain);
    }
  }

  @Test
  void aNameThatIsNoCategoryIsNotWrittenAsOne() {
    for (Category category : Category.values()) {
      for (String sign : List.of(" ", "!", "~", "\n")) {
        assertTrue(
            Category.ofWire(new Kind.Named(category.wire() + sign).wire()).isEmpty(),
            category.wire());
      }
    }
  }
}
