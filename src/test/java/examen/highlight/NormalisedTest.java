package examen.highlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.transcript.Span;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NormalisedTest {
  private static String of(String text) {
    return Normalised.of(text, new Span(0, text.length())).toString();
  }

  @Test
  void foldsCaseQuotesSpacesAndDashes() {
    assertEquals(
        "\"it\" - is 'so'...", of("\u201cIt\u201d\u2014is\u00a0\u00a0\u2018so\u2019\u2026"));
  }

  @Test
  void dropsEmphasisAndZeroWidthButKeepsNames() {
    assertEquals("very bold and email_id here", of("**very** _bo\u200bld_ and `email_id` here"));
  }

  @Test
  void writesContractionsOut() {
    assertEquals("i am not, they are, we will", of("I\u2019m not, they're, we'll"));
    assertEquals("can not, will not, is not, shall not", of("can't, won't, isn\u2019t, shan't"));
    assertEquals("it is ann's, that is all", of("It's Ann's, that's all"));
  }

  @Test
  void mapsEveryPieceBack() {
    String text = "\u201cI\u2019m  **su\u200bre** \ud83d\ude43 it isn't\u201d";
    Normalised normalised = Normalised.of(text, new Span(0, text.length()));
    String folded = normalised.toString();
    int sure = folded.indexOf("sure");
    assertEquals("su\u200bre", normalised.original(sure, sure + 4).of(text));
    int not = folded.indexOf("is not");
    assertEquals("isn't", normalised.original(not, not + 6).of(text));
    for (int from = 0; from < folded.length(); from++) {
      for (int to = from + 1; to <= folded.length(); to++) {
        assertTrue(normalised.original(from, to).fits(text), from + " to " + to);
      }
    }
  }

  @Test
  void staysWithinItsSpanOnAnyText() {
    for (int seed = 0; seed < 500; seed++) {
      String text = HighlighterTest.randomText(new Random(seed), 12);
      for (Span span : Sentences.of(text)) {
        Normalised normalised = Normalised.of(text, span);
        for (int i = 0; i < normalised.length(); i++) {
          Span back = normalised.original(i, i + 1);
          assertTrue(back.start() >= span.start() && back.end() <= span.end(), "seed " + seed);
        }
      }
    }
  }
}
