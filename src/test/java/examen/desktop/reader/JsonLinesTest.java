package examen.desktop.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** JSON in lines, by hand-written expectations. */
final class JsonLinesTest {
  @Test
  void nestedDataIsSetInLikePeopleWriteIt() {
    String json =
        "{\"filters\":{\"sender\":\"imre\",\"labels\":[\"urgent\",\"cutover\"],\"after\":\"2026-11-19T08:00\"},\"limit\":20,\"note\":\"a,"
            + " {b} [c]\"}";
    assertEquals(
        """
        {
          "filters":{
            "sender":"imre",
            "labels":["urgent","cutover"],
            "after":"2026-11-19T08:00"
          },
          "limit":20,
          "note":"a, {b} [c]"
        }\
        """,
        shown(json));
  }

  @Test
  void shortDataAndWhatHasLinesAlreadyStayAsTheyAre() {
    for (String text :
        List.of("{\"a\":1}", "{\n  \"a\": \"" + "x".repeat(80) + "\"\n}", "x".repeat(90))) {
      assertEquals(text, shown(text));
    }
  }

  @Test
  void whatIsNoJsonStaysAsItIs() {
    String rest = "x".repeat(80);
    for (String text :
        List.of("{\"open\":\"" + rest, "[1,2}}]" + rest, "{{{{" + rest, "[\"a\\" + rest)) {
      assertEquals(1, JsonLines.of(text, 0, text.length()).size(), text);
    }
  }

  @Test
  void linesCoverWhateverItIsWithoutGap() {
    long seed = 3;
    Random random = new Random(seed);
    String[] bits = {"{", "}", "[", "]", ",", "\"", "\\", ":", " ", "1", "\"key\":", "😀", "xyz"};
    for (int run = 0; run < 3_000; run++) {
      StringBuilder text = new StringBuilder("ab[");
      for (int i = random.nextInt(160); i >= 0; i--) {
        text.append(bits[random.nextInt(bits.length)]);
      }
      int at = 2;
      for (JsonLines.Line line : JsonLines.of(text.toString(), 2, text.length())) {
        assertEquals(at, line.span().start(), "seed " + seed + " run " + run);
        at = line.span().end();
      }
      assertEquals(text.length(), at, "seed " + seed + " run " + run);
    }
  }

  @Test
  void veryManyElementsAreNotARowEach() {
    String json = "[" + "1,".repeat(500_000) + "1]";
    List<JsonLines.Line> lines = JsonLines.of(json, 0, json.length());
    assertEquals(json.length(), lines.getLast().span().end());
    assertEquals(3_001, lines.size());
  }

  private static String shown(String json) {
    return JsonLines.of(json, 0, json.length()).stream()
        .map(line -> "  ".repeat(line.depth()) + line.span().of(json).stripTrailing())
        .collect(Collectors.joining("\n"));
  }
}
