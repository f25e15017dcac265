package examen.highlight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CueIndexTest {
  @Test
  void findsTextsWithinTextsAndAtBothEnds() {
    assertEquals(
        Set.of("he", "she", "hers", "ers"),
        found(List.of("he", "she", "hers", "ers", "his"), "shers"));
  }

  @Test
  void agreesWithContainsOnRandomTexts() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      Set<String> texts = new TreeSet<>();
      for (int i = 0; i < 12; i++) {
        texts.add(word(random, 1 + random.nextInt(4)));
      }
      String sentence = word(random, 30);
      Set<String> expected = new TreeSet<>(texts);
      expected.removeIf(text -> !sentence.contains(text));
      assertEquals(expected, found(List.copyOf(texts), sentence), "seed " + seed);
    }
  }

  private static Set<String> found(List<String> texts, String sentence) {
    CueIndex index = new CueIndex(texts);
    Set<String> found = new TreeSet<>();
    index.scan(
        sentence.toCharArray(),
        sentence.length(),
        number -> texts.stream().filter(text -> index.number(text) == number).forEach(found::add));
    return found;
  }

  private static String word(Random random, int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append("abc ".charAt(random.nextInt(4)));
    }
    return word.toString();
  }
}
