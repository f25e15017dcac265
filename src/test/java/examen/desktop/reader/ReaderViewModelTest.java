package examen.desktop.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.JudgedHighlight;
import examen.app.Standing;
import examen.desktop.Demo;
import examen.highlight.Category;
import examen.highlight.Highlight;
import examen.rating.HighlightDecision;
import examen.rating.HighlightOutcome;
import examen.rating.RaterId;
import examen.transcript.Anchor;
import examen.transcript.Branch;
import examen.transcript.Message;
import examen.transcript.Part;
import examen.transcript.Role;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The reader without a screen. */
final class ReaderViewModelTest {
  private final ReaderViewModel model = new ReaderViewModel();

  @Test
  void extendingStepsOverWholeCharactersAndNeverCutsOne() {
    model.show(text("a👩‍👩‍👧‍👦e\u0301🇩🇪."));
    List<String> selected = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      model.selecting().extendRight();
      selected.add(model.selectedText());
    }
    assertEquals(
        List.of(
            "a",
            "a👩‍👩‍👧‍👦",
            "a👩‍👩‍👧‍👦e\u0301",
            "a👩‍👩‍👧‍👦e\u0301🇩🇪",
            "a👩‍👩‍👧‍👦e\u0301🇩🇪."),
        selected);
    model.selecting().extendLeft();
    model.selecting().extendLeft();
    assertEquals("a👩‍👩‍👧‍👦e\u0301", model.selectedText());
  }

  @Test
  void aPlaceInsideAPairIsMovedBeforeIt() {
    model.show(text("a😀b"));
    model.moveTo(new Place(0, 0, 2));
    assertEquals(1, model.caretProperty().get().offset());
    model.extendTo(new Place(0, 0, Integer.MAX_VALUE));
    assertEquals("😀b", model.selectedText());
  }

  @Test
  void theSentenceIsFoundAnywhereInIt() {
    String text = "I think so. But is it right?  It is not!\nA new line";
    model.show(text(text));
    for (String sentence : List.of("I think so.", "But is it right?", "It is not!", "A new line")) {
      for (int i = 0; i < sentence.length(); i++) {
        model.selecting().selectSentenceAt(new Place(0, 0, text.indexOf(sentence) + i));
        assertEquals(sentence, model.selectedText());
      }
    }
  }

  @Test
  void wordsSentencesAndLinesOfAnythingAreWithinTheText() {
    long seed = 11;
    Random random = new Random(seed);
    String[] bits = {
      "word", " ", "\n", "😀", "e\u0301", ". ", "\u200b", "שלום", "\r\n", "\t", "x".repeat(300)
    };
    for (int run = 0; run < 400; run++) {
      StringBuilder text = new StringBuilder("a");
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(bits[random.nextInt(bits.length)]);
      }
      model.show(text(text.toString()));
      Place place = new Place(0, 0, random.nextInt(text.length() + 1));
      model.selecting().selectWordAt(place);
      assertTrue(model.selectedText().length() > 0, "seed " + seed + " run " + run);
      model.selecting().selectSentenceAt(place);
      assertTrue(model.selectedText().length() > 0, "seed " + seed + " run " + run);
      model.selecting().selectParagraphAt(place);
      assertTrue(model.selectedText().length() > 0, "seed " + seed + " run " + run);
      model.moveTo(place);
      model.selecting().extendWordLeft();
      model.selecting().extendWordRight();
      model.selecting().extendWordRight();
    }
  }

  @Test
  void theHighlightAtTheCaretIsTheInnermost() {
    Transcript transcript = text("one two three four");
    model.show(transcript);
    Highlight outer = highlight(transcript, 0, 18);
    Highlight inner = highlight(transcript, 4, 7);
    model.setHighlights(List.of(outer, inner));
    model.moveTo(new Place(0, 0, 5));
    assertEquals(inner, model.highlightProperty().get().highlight());
    model.moveTo(new Place(0, 0, 8));
    assertEquals(outer, model.highlightProperty().get().highlight());
  }

  @Test
  void eachOfSeveralHighlightsThatBeginAtOnePlaceIsComeToAndDecidedOn() {
    Transcript transcript = text("one two three four");
    model.show(transcript);
    Highlight first = highlight(transcript, 4, 7);
    Highlight second =
        new Highlight("p@1", "r2", Category.CONCEALMENT, first.anchor(), first.cue(), "why");
    Highlight third = highlight(transcript, 8, 13);
    model.setHighlights(List.of(first, second, third));
    List<Highlight> seen = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      model.walking().nextHighlight();
      seen.add(model.highlightProperty().get().highlight());
    }
    assertEquals(List.of(first, second, third, third), seen);
    model.walking().previousHighlight();
    assertEquals(second, model.highlightProperty().get().highlight());
    model.walking().previousHighlight();
    assertEquals(first, model.highlightProperty().get().highlight());
    model
        .marking()
        .setDecisions(
            List.of(
                new HighlightDecision(
                    new RaterId("ann"),
                    JudgedHighlight.ref(first),
                    new HighlightOutcome.Rejected())));
    assertEquals(Standing.REJECTED, model.highlightProperty().get().standing());
    model.walking().nextHighlight();
    model.walking().previousHighlight();
    assertEquals(second, model.highlightProperty().get().highlight(), "the rejected is passed by");
  }

  @Test
  void marksAreFoundLikeByLookingAtAll() {
    long seed = 5;
    Random random = new Random(seed);
    Transcript transcript = text("x".repeat(500));
    List<Highlight> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int start = random.nextInt(480);
      all.add(highlight(transcript, start, start + 1 + random.nextInt(20)));
    }
    Marks marks = new Marks(JudgedHighlight.of(all, List.of(), List.of()), List.of(), List.of());
    for (int i = 0; i < 200; i++) {
      int from = random.nextInt(480);
      Span asked = new Span(from, from + 1 + random.nextInt(19));
      long expected = all.stream().filter(h -> h.anchor().span().overlaps(asked)).count();
      assertEquals(
          expected, marks.highlights(0, 0, asked.start(), asked.end()).size(), "seed " + seed);
    }
  }

  @Test
  void overlappingMarksLieOnDifferentLanes() {
    Transcript transcript = text("x".repeat(100));
    Marks marks =
        new Marks(
            JudgedHighlight.of(
                List.of(
                    highlight(transcript, 0, 30),
                    highlight(transcript, 10, 20),
                    highlight(transcript, 25, 60),
                    highlight(transcript, 60, 70)),
                List.of(),
                List.of()),
            List.of(),
            List.of());
    assertEquals(
        List.of(0, 1, 1, 0),
        marks.highlights(0, 0, 0, 100).stream().map(Marks.Mark::lane).toList());
  }

  @Test
  void onlyTheChosenBranchIsShown() {
    List<Message> messages = new ArrayList<>();
    for (String said : List.of("start", "first way", "second way")) {
      Demo.say(messages, Role.USER, null, new Part.Text(said, null));
    }
    Transcript plain = Demo.of("fork", messages);
    Branch one = new Branch("one", List.of(0, 1));
    Branch two = new Branch("two", List.of(0, 2));
    model.show(
        new Transcript(
            plain.id(),
            plain.title(),
            plain.provenance(),
            plain.conditions(),
            plain.metadata(),
            messages,
            List.of(one, two)));
    assertEquals(List.of(0, 1), model.rows().stream().map(Block::message).distinct().toList());
    model.showBranch(two);
    assertEquals(List.of(0, 2), model.rows().stream().map(Block::message).distinct().toList());
  }

  @Test
  void nothingShownMovesNothing() {
    model.show(null);
    model.walking().nextMessage();
    model.selecting().extendRight();
    model.selecting().selectSentence();
    model.walking().nextHighlight();
    model.goTo(new Place(3, 1, 4));
    assertEquals(List.of(), model.selectionProperty().get());
  }

  private static Transcript text(String text) {
    List<Message> messages = new ArrayList<>();
    Demo.say(messages, Role.USER, null, new Part.Text(text, null));
    return Demo.of("text", messages);
  }

  private static Highlight highlight(Transcript transcript, int start, int end) {
    Span span = new Span(start, end);
    return new Highlight(
        "p@1", "r", Category.LEVERAGE, Anchor.at(transcript, 0, 0, span), span, "why");
  }
}
