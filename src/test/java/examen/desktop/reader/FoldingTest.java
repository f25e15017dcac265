package examen.desktop.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.desktop.Demo;
import examen.highlight.Highlight;
import examen.transcript.Anchor;
import examen.transcript.Message;
import examen.transcript.Part;
import examen.transcript.ReasoningKind;
import examen.transcript.Role;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is folded, without a screen. */
final class FoldingTest {
  private final ReaderViewModel model = new ReaderViewModel();

  @Test
  void aFoldedMessageIsItsHeadAlone() {
    model.show(Demo.transcript());
    model.folding().toggle(2);
    assertEquals(List.of(new Block.Head(2, true)), rowsOf(2));
    model.folding().toggle(2);
    assertTrue(rowsOf(2).size() > 5);
  }

  @Test
  void aFoldedPartIsItsCaptionAlone() {
    model.show(Demo.transcript());
    model.folding().toggle(2, 0);
    assertEquals(
        List.of(new Block.Caption(2, 0, Block.Kind.REASONING, true)),
        rowsOf(2).stream().filter(row -> row.part() == 0).toList());
  }

  @Test
  void plainTextIsNotFoldedByItselfAsNothingWouldStandForIt() {
    model.show(Demo.transcript());
    List<Block> before = List.copyOf(model.rows());
    model.folding().toggle(0, 0);
    model.folding().toggle(99, 3);
    assertEquals(before, model.rows());
  }

  @Test
  void aRoleIsFoldedAndUnfoldedAsAWhole() {
    Transcript transcript = Demo.transcript();
    model.show(transcript);
    List<Block> before = List.copyOf(model.rows());
    model.folding().toggle(FoldScope.ASSISTANT);
    for (Message message : transcript.messages()) {
      assertEquals(message.role() == Role.ASSISTANT, model.folding().isFolded(message.index()));
    }
    assertTrue(model.folding().isFolded(FoldScope.ASSISTANT));
    model.folding().toggle(4);
    assertFalse(model.folding().isFolded(FoldScope.ASSISTANT), "one of them is not folded now");
    model.folding().toggle(FoldScope.ASSISTANT);
    model.folding().toggle(FoldScope.ASSISTANT);
    assertEquals(before, model.rows());
  }

  @Test
  void aKindOfPartIsFoldedInAllMessages() {
    Transcript transcript = Demo.transcript();
    model.show(transcript);
    model.folding().toggle(FoldScope.CALLS);
    for (Block row : model.rows()) {
      boolean call =
          row.part() >= 0
              && transcript.part(row.message(), row.part()).orElseThrow() instanceof Part.ToolCall;
      assertFalse(call && row instanceof Block.Words, row.toString());
    }
  }

  @Test
  void aKindThatIsNotThereIsNotFolded() {
    model.show(text("a"));
    assertFalse(model.folding().has(FoldScope.CALLS));
    assertFalse(model.folding().isFolded(FoldScope.CALLS));
  }

  @Test
  void whateverOneGoesToUnfoldsItself() {
    Transcript transcript = Demo.transcript();
    model.show(transcript);
    Highlight highlight = Demo.highlights(transcript).getFirst();
    model.setHighlights(List.of(highlight));
    model.folding().foldAll();
    model.folding().toggle(FoldScope.REASONING);
    model.walking().nextHighlight();
    assertTrue(isSeen(Place.startOf(highlight.anchor())));
    assertTrue(model.folding().isFolded(0), "the others stay folded");
    Anchor line = Demo.find(transcript, "16:38:07Z");
    model.goTo(line);
    assertTrue(isSeen(Place.startOf(line)), "also what is in the rest of a long result");
  }

  @Test
  void goingFromMessageToMessageUnfoldsNone() {
    model.show(Demo.transcript());
    model.folding().foldAll();
    model.walking().nextMessage();
    model.walking().nextMessage();
    assertEquals(2, model.caretProperty().get().message());
    assertEquals(model.transcriptProperty().get().messages().size(), model.rows().size());
    assertNull(model.caretRow());
  }

  @Test
  void aTranscriptIsAsItWasLeftWhenItIsOpenedAgain() {
    Transcript transcript = Demo.transcript();
    model.show(transcript);
    model.folding().toggle(2);
    List<Block> left = List.copyOf(model.rows());
    model.show(text("another"));
    assertFalse(model.folding().isFolded(2));
    model.show(Demo.transcript());
    assertEquals(left, model.rows());
  }

  @Test
  void oneMessageIsShownAloneAndThenAllAgain() {
    model.show(Demo.transcript());
    List<Block> before = List.copyOf(model.rows());
    model.walking().nextMessage();
    model.toggleAlone();
    assertEquals(List.of(1), model.rows().stream().map(Block::message).distinct().toList());
    model.walking().nextMessage();
    assertEquals(
        List.of(2),
        model.rows().stream().map(Block::message).distinct().toList(),
        "one goes on to the next message alone");
    model.toggleAlone();
    assertEquals(before, model.rows());
  }

  @Test
  void whatIsElsewhereIsShownThoughOneMessageWasAlone() {
    Transcript transcript = Demo.transcript();
    model.show(transcript);
    model.toggleAlone();
    model.goTo(Demo.find(transcript, "The mail has gone out"));
    assertNull(model.folding().aloneProperty().get());
    assertTrue(isSeen(model.caretProperty().get()));
  }

  @Test
  void whatIsFoldedBetweenTheEndsOfASelectionIsNotSelected() {
    Transcript transcript = Demo.transcript();
    model.show(transcript);
    model.folding().toggle(1);
    model.folding().toggle(2, 0);
    model.moveTo(new Place(0, 0, 4));
    model.extendTo(new Place(2, 1, 6));
    assertEquals(
        List.of(0, 2),
        model.selectionProperty().get().stream().map(Anchor::message).toList(),
        "message 1 and the reasoning are folded");
    assertEquals("I have", model.selectionProperty().get().getLast().quote());
  }

  @Test
  void theHiddenLinesOfALongResultAreNotSelected() {
    Transcript transcript = Demo.transcript();
    model.show(transcript);
    Block.Fold fold = fold();
    int length = transcript.part(fold.message(), fold.part()).orElseThrow().text().length();
    for (Place from : List.of(new Place(0, 0, 4), new Place(fold.message(), fold.part(), 3))) {
      model.moveTo(from);
      model.extendTo(new Place(fold.message() + 1, 0, 6));
      assertEquals(fold.from(), endIn(fold), "what stands before and after is selected");
      assertEquals(fold.message() + 1, model.selectionProperty().get().getLast().message());
    }
    model.folding().toggleLong(fold.message(), fold.part());
    assertEquals(fold.from(), endIn(fold), "asked for afterwards it is not selected unasked");
    model.extendTo(new Place(fold.message() + 1, 0, 7));
    assertEquals(length, endIn(fold));
  }

  @Test
  void hiddenLinesUnfoldForKeysThatSelectIntoThem() {
    model.show(Demo.transcript());
    Block.Fold fold = fold();
    model.moveTo(new Place(fold.message(), fold.part(), fold.from() - 1));
    model.selecting().extendRight();
    model.selecting().extendWordRight();
    assertTrue(isSeen(model.caretProperty().get()));
    assertEquals(model.caretProperty().get().offset(), endIn(fold));
    assertTrue(endIn(fold) > fold.from());
  }

  @Test
  void aSentenceThatRunsIntoHiddenLinesIsUnfolded() {
    String line = "one line after the other goes on without any stop\n";
    List<Message> messages = new ArrayList<>();
    String text = line.repeat(60);
    Demo.say(messages, Role.TOOL, null, new Part.ToolResult(text, null, "bash", "1", null));
    model.show(Demo.of("stopless", messages));
    Block.Fold fold = fold();
    model.moveTo(new Place(0, fold.part(), 3));
    model.selecting().selectSentence();
    for (Anchor anchor : model.selectionProperty().get()) {
      assertTrue(isSeen(Place.lastOf(anchor)), anchor.span()::toString);
    }
    model.goTo(Anchor.at(model.transcriptProperty().get(), 0, 0, new Span(5, text.length())));
    assertTrue(isSeen(new Place(0, 0, text.length() - 1)), "a highlight is seen to its end");
  }

  @Test
  void nothingIsEverSelectedOverSeveralPartsThatCannotBeSeen() {
    long seed = 20261122;
    Random random = new Random(seed);
    Transcript transcript = Demo.transcript();
    model.show(transcript);
    for (int turn = 0; turn < 400; turn++) {
      change(random, transcript);
      model.moveTo(somewhere(random, transcript));
      model.extendTo(somewhere(random, transcript));
      List<Anchor> selected = model.selectionProperty().get();
      for (Anchor anchor : selected.size() < 2 ? List.<Anchor>of() : selected) {
        if (transcript.part(anchor.message(), anchor.part()).orElseThrow()
            instanceof Part.ToolCall) {
          continue; // Shown as names and values, without what stands between them.
        }
        int middle = (anchor.span().start() + anchor.span().end()) / 2;
        for (int at : List.of(anchor.span().start(), middle, anchor.span().end() - 1)) {
          assertTrue(isSeen(Place.startOf(anchor).at(at)), "seed " + seed + ", turn " + turn);
        }
      }
    }
  }

  private static Place somewhere(Random random, Transcript transcript) {
    Message message = transcript.messages().get(random.nextInt(transcript.messages().size()));
    int part = random.nextInt(message.parts().size());
    int length = message.parts().get(part).text().length();
    return new Place(message.index(), part, random.nextInt(length + 1));
  }

  private Block.Fold fold() {
    return model.rows().stream()
        .filter(Block.Fold.class::isInstance)
        .map(Block.Fold.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** Where the selection ends in the part of this fold. */
  private int endIn(Block.Fold fold) {
    return model.selectionProperty().get().stream()
        .filter(a -> a.message() == fold.message() && a.part() == fold.part())
        .findFirst()
        .orElseThrow()
        .span()
        .end();
  }

  @Test
  void anySequenceOfFoldingShowsEachCharacterThatIsNotFoldedOnceAndInOrder() {
    long seed = 20261121;
    Random random = new Random(seed);
    for (int run = 0; run < 60; run++) {
      Transcript transcript = any(random);
      model.show(transcript);
      for (int step = 0; step < 12; step++) {
        change(random, transcript);
        String where = "seed " + seed + " run " + run + " step " + step;
        assertEquals(expected(transcript), seen(transcript), where);
        assertEquals(expected(transcript).isEmpty(), model.rows().isEmpty(), where);
      }
    }
  }

  private void change(Random random, Transcript transcript) {
    int message = random.nextInt(transcript.messages().size());
    Folding folding = model.folding();
    switch (random.nextInt(8)) {
      case 0 -> folding.toggle(message);
      case 1 -> folding.toggle(message, random.nextInt(3));
      case 2 -> folding.toggle(any(random, FoldScope.values()));
      case 3 -> folding.toggleLong(message, random.nextInt(3));
      case 4 -> model.goTo(new Place(message, random.nextInt(3), random.nextInt(200)));
      case 5 -> model.toggleAlone();
      case 6 -> folding.unfoldAll();
      default -> model.walking().nextMessage();
    }
  }

  /** Message, part and length of what is to be seen, by what the folding says of each part. */
  private List<String> expected(Transcript transcript) {
    List<String> expected = new ArrayList<>();
    Integer alone = model.folding().aloneProperty().get();
    for (Message message : transcript.messages()) {
      if (alone != null && alone != message.index()) {
        continue;
      }
      expected.add("head " + message.index());
      for (int part = 0; part < message.parts().size(); part++) {
        if (model.folding().shows(message.index(), part)) {
          expected.add(message.index() + "/" + part + message.parts().get(part).text());
        }
      }
    }
    return expected;
  }

  private List<String> seen(Transcript transcript) {
    List<String> seen = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int message = -1;
    int part = -1;
    for (Block row : model.rows()) {
      boolean other = row.message() != message || row.part() != part;
      if (other && part >= 0 && model.folding().shows(message, part)) {
        seen.add(message + "/" + part + text);
      }
      if (other) {
        text.setLength(0);
      }
      message = row.message();
      part = row.part();
      if (row instanceof Block.Head) {
        seen.add("head " + message);
      }
      words(row).forEach(w -> text.append(of(transcript, w), w.from(), w.to()));
    }
    if (part >= 0 && model.folding().shows(message, part)) {
      seen.add(message + "/" + part + text);
    }
    return seen;
  }

  private static List<Block.Words> words(Block row) {
    return switch (row) {
      case Block.Words words -> List.of(words);
      case Block.Fold fold -> fold.rest().stream().flatMap(each -> words(each).stream()).toList();
      default -> List.of();
    };
  }

  private static String of(Transcript transcript, Block.Words words) {
    return transcript.part(words.message(), words.part()).orElseThrow().text();
  }

  private static <T> T any(Random random, T[] all) {
    return List.of(all).get(random.nextInt(all.length));
  }

  private static Transcript any(Random random) {
    List<Message> messages = new ArrayList<>();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      String text = "line of words\n".repeat(1 + random.nextInt(30));
      Role role = any(random, Role.values());
      Demo.say(
          messages,
          role,
          null,
          new Part.Reasoning("thought " + text, null, ReasoningKind.RAW, null),
          new Part.Text("said " + text, null),
          new Part.ToolResult("found " + text, null, "bash", null, null));
    }
    return Demo.of("any " + random.nextInt(), messages);
  }

  private boolean isSeen(Place place) {
    Block.Words row = model.rowList().wordsAt(place);
    return row != null && row.from() <= place.offset() && place.offset() < row.to();
  }

  private List<Block> rowsOf(int message) {
    return model.rows().stream().filter(row -> row.message() == message).toList();
  }

  private static Transcript text(String text) {
    List<Message> messages = new ArrayList<>();
    Demo.say(messages, Role.USER, null, new Part.Text(text, new Span(0, text.length())));
    return Demo.of("text", messages);
  }
}
