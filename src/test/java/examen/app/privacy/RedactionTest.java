package examen.app.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class RedactionTest {
  /** Made up for this test, or examples that standards and vendors print; put together at run. */
  private static final Map<String, String> SECRETS =
      Map.ofEntries(
          Map.entry("openai key", "sk-" + "proj-abcdEFGH1234abcdEFGH1234"),
          Map.entry("anthropic key", "sk-" + "ant-api03-abcdEFGH1234abcdEFGH"),
          Map.entry("google key", "AIza" + "SyA1234567890abcdefghijklmnopqrstuv"),
          Map.entry("hugging face token", "hf" + "_abcdefghijklmnopqrstuvwxyzABCDEFGH"),
          Map.entry("aws access key", "AKIA" + "IOSFODNN7EXAMPLE"),
          Map.entry("github token", "ghp" + "_abcdefghijklmnopqrstuvwxyz0123456789"),
          Map.entry("gitlab token", "glpat" + "-abcdefghij0123456789"),
          Map.entry("slack token", "xoxb" + "-123456789012-abcdefghij"),
          Map.entry("stripe key", "sk" + "_test_abcdefghij0123456789"),
          Map.entry("npm token", "npm" + "_abcdefghijklmnopqrstuvwxyz0123456789"),
          Map.entry("json web token", "eyJ" + "hbGciOiJIUzI1.eyJzdWIiOiIxMjM0.c2lnbmF0dXJl"),
          Map.entry(
              "private key", "-----BEGIN " + "PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----"),
          Map.entry("e-mail", "kyle.johnson@summit" + "bridge.example"),
          Map.entry("phone", "+44 20 7946 0958"),
          Map.entry("iban", "GB82 WEST 1234 5698 7654 32"),
          Map.entry("payment card", "4111 1111 1111 1111"),
          Map.entry("ip address", "192.0.2.17"),
          Map.entry("ip v6 address", "2001:db8:0:0:1:0:0:1"),
          Map.entry("us social security number", "219-09-9999"),
          Map.entry("street address", "742 Evergreen Terrace"));

  /** What looks like one and is none. */
  private static final List<String> NONE =
      List.of(
          "4111 1111 1111 1112",
          "0000 0000 0000 0000",
          "GB82 WEST 1234 5698 7654 33",
          "version 1.2.3.4000",
          "999.1.1.1",
          "on 2026-11-21 at 10:31:07",
          "sk-short",
          "the 3 raters and 12 of 50 submitted",
          "000-12-3456",
          "12:30:45",
          "a price of 1,234.50");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> eachKindIsFoundByItsPatternAndTakenOut() {
    return SECRETS.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(), () -> isTakenOut(each.getKey(), each.getValue())));
  }

  private static void isTakenOut(String name, String secret) {
    Redaction redaction = Redaction.usual();
    String before = "Use \uD83D\uDE80 this: ";
    String text = before + secret + " now.";
    String after = redaction.text(text);
    assertEquals(text.length(), after.length());
    assertTrue(after.startsWith(before) && after.endsWith(" now."), after);
    String rest = after.substring(before.length(), after.length() - 5).replace("\n", "");
    assertEquals("\u2588".repeat(rest.length()), rest);
    assertEquals(1, redaction.counts().get(name), () -> redaction.counts().toString());
    assertEquals(1, redaction.counts().values().stream().mapToLong(n -> n).sum());
  }

  @Test
  void whatOnlyLooksLikeOneStays() {
    for (String text : NONE) {
      Redaction redaction = Redaction.usual();
      assertEquals(text, redaction.text(text), () -> redaction.counts().toString());
    }
  }

  @Test
  void onlyTheGroupOfAPatternIsTaken() {
    assertEquals(
        "password = \u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588, go on",
        Redaction.usual().text("password = hunter22, go on"));
    assertEquals("/home/\u2588\u2588\u2588/x.py", Redaction.usual().text("/home/kim/x.py"));
  }

  @Test
  void jsonStaysJsonAndIsLeftAloneWhereThereIsNothing() {
    String plain = "{ \"a\" : 1.50, \"b\":[\"x\"] }";
    assertEquals(plain, Redaction.usual().json(plain));
    String card = "\u2588".repeat(16);
    assertEquals(
        "{\"to\":[\"\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\"],\"card\":\""
            + card
            + "\",\"n\":1}",
        Redaction.usual().json("{\"to\":[\"a@b.examp\"],\"card\":4111111111111111,\"n\":1}"));
  }

  @Test
  void codePointsOutsideTheBasicPlaneAreCoveredByOneOfTheirKind() throws Exception {
    Path file = Files.writeString(folder.resolve("p.txt"), "rocket = '\uD83D\uDE80+'\n");
    assertEquals(
        "go \uD83D\uDD32\uD83D\uDD32 go",
        Redaction.of(List.of(file)).text("go \uD83D\uDE80\uD83D\uDE80 go"));
  }

  @Test
  void randomTextsKeepTheirLengthInBothUnits() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("p.txt"),
            "a = a+b?\nwide = [\uD83D\uDE80-\uD83D\uDE8F]{1,3}x\nall = .z.\n");
    String[] signs = {
      "a", "b", "x", "z", "\n", "\r", "e\u0301", "\uD83D\uDE80", "\uD83D\uDE81", "\uFFFD", " "
    };
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append(signs[random.nextInt(signs.length)]);
      }
      String before = text.toString();
      String after = Redaction.of(List.of(file)).text(before);
      String what = "seed " + seed;
      assertEquals(before.length(), after.length(), what);
      assertEquals(
          before.codePointCount(0, before.length()), after.codePointCount(0, after.length()), what);
      for (int at = 0; at < before.length(); at++) {
        assertEquals(
            Character.isLowSurrogate(before.charAt(at)),
            Character.isLowSurrogate(after.charAt(at)),
            what);
        assertTrue(
            after.charAt(at) == before.charAt(at)
                || after.charAt(at) == '\u2588'
                || Character.isSurrogate(after.charAt(at)),
            what);
      }
    }
  }

  @Test
  void aBadListIsRefusedWithItsLine() throws IOException {
    refuses("\n# ok\nx = (\n", "p.txt line 3: ");
    refuses("just words\n", "p.txt line 1: a line is: name = pattern");
    refuses("x = a*\n", "p.txt line 1: the pattern finds nothing at all everywhere");
    refuses("x (magic) = a\n", "p.txt line 1: the checks are luhn, iban, phone, ip");
    refuses("x = a\nx = b\n", "p.txt line 2: there is a pattern of this name already");
    refuses("# nothing\n", "p.txt has 0 patterns");
  }

  private void refuses(String list, String why) throws IOException {
    Path file = Files.writeString(folder.resolve("p.txt"), list);
    BadPatternFile bad = assertThrows(BadPatternFile.class, () -> Redaction.of(List.of(file)));
    assertTrue(bad.why().startsWith(why), bad.why());
    assertFalse(bad.why().contains("\n"), bad.why());
  }
}
