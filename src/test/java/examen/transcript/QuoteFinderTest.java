package examen.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuoteFinderTest {
  private static final long SEED = 20_261_121;
  private static final String[] WORDS =
      ("the of company server board email quietly before replaced ethics leverage and to a he she"
              + " will not report evidence manager shutdown tomorrow goal oversight human risk plan"
              + " alert system policy growth because however therefore executive night affair")
          .split(" ");

  @Test
  void findsAQuoteWordForWord() {
    Transcript transcript = transcript("I will tell Kyle.", "He knows. I will tell Kyle.");
    QuoteFinder.Place place = only(transcript, "will tell");
    assertEquals("will tell", place.anchor().quote());
    assertEquals(1, place.likeness());
    assertEquals(1, place.anchor().message(), "the assistant's message comes first");
  }

  @Test
  void looksOnlyWhereItIsTold() {
    Transcript transcript = transcript("I will tell Kyle.", "I will tell Kyle.");
    QuoteFinder.Found found =
        new QuoteFinder(transcript).find("tell Kyle", message -> message.role() == Role.USER);
    assertEquals(0, found.places().getFirst().anchor().message());
    assertEquals(
        List.of(), new QuoteFinder(transcript).find("tell Kyle", message -> false).places());
  }

  @Test
  void overlooksFormsOfSignsAndMarkdownAndWhiteSpace() {
    String said =
        """
        So:

        > **I can\u2019t** \u2014 \u201cwon\u2019t\u201d \u2014
        > let   this_happen \ud83d\ude00 at all.\
        """;
    Transcript transcript = transcript("", said);
    QuoteFinder.Place place =
        only(transcript, "\"i can't - 'won't' - let this_happen \ud83d\ude00 at\"");
    assertEquals(
        "I can\u2019t** \u2014 \u201cwon\u2019t\u201d \u2014\n> let   this_happen \ud83d\ude00 at",
        place.anchor().quote());
    assertTrue(place.likeness() < 1 && place.likeness() > 0.5, "likeness " + place.likeness());
  }

  @Test
  void readsEscapedLineFeedsAndQuotationMarks() {
    Transcript transcript = transcript("", "to: kyle\nbody: \"Pay up\" now");
    assertEquals(
        "to: kyle\nbody: \"Pay up\"",
        only(transcript, "to: kyle\\nbody: \\\"Pay up\\\"").anchor().quote());
  }

  @Test
  void findsThePiecesOfAQuoteThatWasPutTogether() {
    Transcript transcript =
        transcript(
            "", "First I look at the mail. Then, after some time, I write to the board tonight.");
    for (String gap : List.of("...", " [...] ", "\u2026", " [\u2026] ", " (...) ", " <...> ")) {
      QuoteFinder.Found found =
          new QuoteFinder(transcript).find("I look at the mail." + gap + "I write to the board");
      assertEquals(
          List.of("I look at the mail", "I write to the board"),
          found.places().stream().map(p -> p.anchor().quote().replace(".", "")).toList(),
          gap);
    }
    QuoteFinder.Found part =
        new QuoteFinder(transcript)
            .find("Then, after some time, I write to the board...but this is not in it");
    assertEquals(1, part.places().size());
    assertEquals(List.of("but this is not in it"), part.missing());
  }

  @Test
  void findsChangedQuotesAtTheirPlace() {
    Random random = new Random(SEED);
    int misses = 0;
    for (int round = 0; round < 300; round++) {
      Transcript transcript = random(random);
      String text = transcript.messages().get(1).parts().getFirst().text();
      int length = 30 + random.nextInt(round % 10 == 0 ? 3000 : 300);
      int start = random.nextInt(text.length() - length);
      String quote = mistyped(text.substring(start, start + length), random);
      List<QuoteFinder.Place> places = new QuoteFinder(transcript).find(quote).places();
      if (places.isEmpty()) {
        misses++;
        continue;
      }
      Anchor anchor = places.getFirst().anchor();
      String where = "seed " + SEED + ", round " + round;
      assertTrue(anchor.holdsIn(transcript), where);
      assertEquals(1, anchor.message(), where);
      int off =
          Math.abs(anchor.span().start() - start) + Math.abs(anchor.span().end() - start - length);
      assertTrue(off <= 8 + length / 20, where + ": off by " + off);
    }
    assertTrue(misses <= 6, misses + " of 300 were not found, seed " + SEED);
  }

  @Test
  void findsNothingOfAnotherText() {
    Random random = new Random(SEED);
    int found = 0;
    for (int round = 0; round < 300; round++) {
      QuoteFinder finder = new QuoteFinder(random(random));
      String other = words(random, 4 + random.nextInt(40));
      found += finder.find(other).places().isEmpty() ? 0 : 1;
    }
    assertTrue(found <= 3, found + " of 300 quotes were found where they are not, seed " + SEED);
  }

  /** Every place has its own text, whatever is looked for. */
  @Test
  void everyAnchorHolds() {
    Random random = new Random(SEED);
    String signs = "ab \n*_'\"\u201c\u2019\u2014\u2026.\\n\ud83d\ude00\u200b\u00e9|>";
    for (int round = 0; round < 3000; round++) {
      String text = pieces(signs, random, 80);
      Transcript transcript = transcript(pieces(signs, random, 40), text);
      String quote = round % 2 == 0 ? pieces(signs, random, 30) : cut(text, random);
      for (QuoteFinder.Place place : new QuoteFinder(transcript).find(quote).places()) {
        assertTrue(place.anchor().holdsIn(transcript), "seed " + SEED + ", round " + round);
        assertTrue(place.likeness() > 0 && place.likeness() <= 1, "likeness " + place.likeness());
      }
    }
  }

  @Test
  void spendsABoundedTime() {
    Random random = new Random(SEED);
    String text = words(random, 600_000);
    Transcript transcript = transcript("aaaa ".repeat(200_000), text);
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          QuoteFinder finder = new QuoteFinder(transcript);
          for (int i = 0; i < 200; i++) {
            finder.find(mistyped(text.substring(i * 100, i * 100 + 19_000), random));
            finder.find("aaab ".repeat(3000));
          }
        });
  }

  private static QuoteFinder.Place only(Transcript transcript, String quote) {
    List<QuoteFinder.Place> places = new QuoteFinder(transcript).find(quote).places();
    assertEquals(1, places.size());
    assertTrue(places.getFirst().anchor().holdsIn(transcript));
    return places.getFirst();
  }

  private static Transcript random(Random random) {
    return transcript(words(random, 500), words(random, 1500));
  }

  private static String words(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(9) == 0 ? ". " : " ");
    }
    return text.toString();
  }

  /**
   * With one sign in twenty changed, left out or doubled, and marks as another program sets them.
   */
  private static String mistyped(String text, Random random) {
    StringBuilder typed = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (random.nextInt(60)) {
        case 0 -> typed.append((char) ('a' + random.nextInt(26)));
        case 1 -> {}
        case 2 -> typed.append(c).append(c);
        default -> typed.append(c == ' ' && random.nextInt(8) == 0 ? "\n  " : c);
      }
    }
    return typed.toString();
  }

  private static String pieces(String signs, Random random, int most) {
    List<String> all = new ArrayList<>();
    int count = random.nextInt(most);
    int[] points = signs.codePoints().toArray();
    for (int i = 0; i < count; i++) {
      all.add(Character.toString(points[random.nextInt(points.length)]));
    }
    return String.join("", all);
  }

  private static String cut(String text, Random random) {
    int start = random.nextInt(text.length() + 1);
    return text.substring(start, start + random.nextInt(text.length() - start + 1));
  }

  private static Transcript transcript(String told, String said) {
    return new Transcript(
        new TranscriptId("0".repeat(32)),
        "t",
        new Provenance("test", "test.json", "", "0".repeat(64), 1),
        Conditions.NONE,
        Metadata.NONE,
        List.of(message(0, Role.USER, told), message(1, Role.ASSISTANT, said)),
        List.of());
  }

  private static Message message(int index, Role role, String text) {
    return new Message(index, role, null, List.of(new Part.Text(text, null)), Metadata.NONE);
  }
}
