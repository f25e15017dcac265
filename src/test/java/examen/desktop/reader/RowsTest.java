package examen.desktop.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.desktop.Demo;
import examen.desktop.reader.Block.Look;
import examen.transcript.Message;
import examen.transcript.Part;
import examen.transcript.Role;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RowsTest {
  @Test
  void piecesCoverTheTextAndCutNoPair() {
    long seed = 7;
    Random random = new Random(seed);
    String[] bits = {"word ", "\n", "x".repeat(700), "👩‍👩‍👧‍👦", "e\u0301", "\r\n", "é", " "};
    for (int run = 0; run < 300; run++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i >= 0; i--) {
        text.append(bits[random.nextInt(bits.length)].repeat(1 + random.nextInt(40)));
      }
      int at = 0;
      for (Span piece : TextCut.cut(text.toString(), 0, text.length())) {
        assertEquals(at, piece.start(), "seed " + seed + " run " + run);
        assertTrue(
            piece.length() <= TextCut.LONGEST && piece.fits(text.toString()),
            "seed " + seed + " run " + run);
        at = piece.end();
      }
      assertEquals(text.length(), at);
    }
  }

  @Test
  void longLinesAreCutAtABlank() {
    String text = "word ".repeat(2_000);
    for (Span piece : TextCut.cut(text, 0, text.length())) {
      assertTrue(piece.of(text).endsWith(" "));
    }
  }

  @Test
  void everyCharacterOfTextReasoningAndResultsHasARow() {
    Transcript transcript = Demo.transcript();
    for (Message message : transcript.messages()) {
      for (int part = 0; part < message.parts().size(); part++) {
        if (!(message.parts().get(part) instanceof Part.ToolCall)) {
          assertEquals(message.parts().get(part).text(), shown(transcript, message.index(), part));
        }
      }
    }
  }

  @Test
  void anEmailIsShownByItsValuesAlone() {
    Transcript transcript = Demo.transcript();
    List<Block.Words> rows = words(transcript, 2, 2);
    assertEquals(
        List.of(Look.VALUE, Look.SUBJECT, Look.BODY),
        rows.stream().map(Block.Words::look).toList());
    assertEquals(List.of("to", "subject", "body"), rows.stream().map(Block.Words::label).toList());
    assertEquals("imre.castellan@harrowteal.example", textOf(transcript, rows.get(0)));
  }

  @Test
  void whatStandsBetweenArgumentsIsShownUnlessItRepeatsTheirNames() {
    String text =
        "<tool_use:email>\nSubject: Hi\nurgent, do not wait\nBody: there\n</tool_use:email>";
    Part.ToolCall call =
        new Part.ToolCall(
            text,
            null,
            "email",
            List.of(argument(text, "Subject", "Hi"), argument(text, "Body", "there")),
            null,
            null);
    Transcript transcript = single(call);
    List<String> shown = words(transcript, 0, 0).stream().map(w -> textOf(transcript, w)).toList();
    assertEquals(List.of("Hi", "\nurgent, do not wait\nBody: ", "there"), shown);
  }

  @Test
  void aLongResultIsFoldedAndSaysHowLongItIs() {
    String text = "line\n".repeat(40);
    List<Block> rows = rows(single(new Part.ToolResult(text, null, "bash", null, null)));
    Block.Fold fold = (Block.Fold) rows.getLast();
    assertEquals(40 - Rows.SHOWN_LINES, fold.more());
    assertEquals("line\n".repeat(Rows.SHOWN_LINES).length(), fold.from());
    assertFalse(fold.rest().isEmpty());
    assertTrue(
        rows.subList(0, rows.size() - 1).stream().noneMatch(Block::last),
        "the box goes on to the fold");
    assertTrue(fold.rest().getLast().last());
  }

  @Test
  void aResultOfTwelveLinesIsShownWhole() {
    List<Block> rows =
        rows(single(new Part.ToolResult("line\n".repeat(12), null, "bash", null, null)));
    assertTrue(rows.stream().noneMatch(Block.Fold.class::isInstance));
    assertTrue(rows.getLast().last());
  }

  @Test
  void rowsAreInTheOrderOfTheirPlacesAndFoundByThem() {
    Transcript transcript = Demo.transcript();
    RowList list = new RowList(new Folding());
    list.show(transcript, new RowList.Way(Rows.messages(transcript, null), List.of(), 0));
    List<Block> rows = list.rows();
    for (int i = 0; i < rows.size(); i++) {
      Block row = rows.get(i);
      if (row instanceof Block.Words words) {
        assertEquals(i, list.find(new Place(words.message(), words.part(), words.from())));
        assertEquals(i, list.find(new Place(words.message(), words.part(), words.to() - 1)));
        assertEquals(i, list.same(row));
      }
    }
  }

  private static Part.Argument argument(String text, String name, String value) {
    int start = text.indexOf(name + ": ") + name.length() + 2;
    return new Part.Argument(name, new Span(start, start + value.length()));
  }

  private static Transcript single(Part part) {
    List<Message> messages = new ArrayList<>();
    Demo.say(messages, Role.ASSISTANT, null, part);
    return Demo.of("single", messages);
  }

  private static List<Block> rows(Transcript transcript) {
    return Rows.of(transcript, Rows.messages(transcript, null));
  }

  private static List<Block> unfolded(Transcript transcript) {
    List<Block> rows = new ArrayList<>();
    for (Block row : rows(transcript)) {
      if (row instanceof Block.Fold fold) {
        rows.addAll(fold.rest());
      } else {
        rows.add(row);
      }
    }
    return rows;
  }

  private static List<Block.Words> words(Transcript transcript, int message, int part) {
    return unfolded(transcript).stream()
        .filter(row -> row.message() == message && row.part() == part)
        .filter(Block.Words.class::isInstance)
        .map(Block.Words.class::cast)
        .toList();
  }

  private static String shown(Transcript transcript, int message, int part) {
    StringBuilder shown = new StringBuilder();
    words(transcript, message, part).forEach(words -> shown.append(textOf(transcript, words)));
    return shown.toString();
  }

  private static String textOf(Transcript transcript, Block.Words words) {
    String text = transcript.part(words.message(), words.part()).orElseThrow().text();
    return text.substring(words.from(), words.to());
  }
}
