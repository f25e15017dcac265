package examen.desktop.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.desktop.Demo;
import examen.desktop.Screens;
import examen.desktop.Ui;
import examen.desktop.fx.Texts;
import examen.desktop.fx.ThreadedWork;
import examen.highlight.Category;
import examen.highlight.Highlight;
import examen.transcript.Anchor;
import examen.transcript.Message;
import examen.transcript.Part;
import examen.transcript.ReasoningKind;
import examen.transcript.Role;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Texts that have broken viewers before; none may throw, whatever the width, and every place can be
 * pointed at.
 */
final class HostileTextTest {
  private static final String ARABIC =
      "هذا نص عربي طويل يختبر التفاف الأسطر في القارئ ويجب ألا يحدث أي خطأ عند عرضه ";
  private static final String HEBREW =
      "זהו טקסט ארוך בעברית שבודק את שבירת השורות בקורא ואסור שתהיה שגיאה ";

  private final ThreadedWork work = new ThreadedWork(problem -> {});

  @AfterEach
  void close() {
    work.close();
  }

  private static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("arabic", ARABIC.repeat(20));
    texts.put("hebrew", HEBREW.repeat(20));
    texts.put("mixed", ("latin first " + HEBREW + "then again " + ARABIC + "12:30 ").repeat(8));
    texts.put("no blanks", ARABIC.replace(" ", "").repeat(30));
    texts.put(
        "override",
        "plain \u202ereversed by an override and long enough to wrap\u202c end ".repeat(20));
    texts.put("embeddings", "\u202b\u2067\u202a".repeat(400) + "deep");
    texts.put("one line of a megabyte", "x".repeat(1_000_000));
    texts.put("controls", "\0\u0001\u001b[31mred\u0007\b\r\n\u0085\u009b\u007f".repeat(60));
    texts.put("replacements", "\ufffd".repeat(900) + " a \ufffd b");
    texts.put("emoji", "👩‍👩‍👧‍👦🏳️‍🌈🇩🇪👍🏽✅❌🚀 ".repeat(60));
    texts.put("combining", ("Z" + "\u0351\u0352\u0300\u0320".repeat(300) + " algo ").repeat(2));
    texts.put("zero width", "ze\u200bro wi\u2060dth \ufeff joi\u200dner \u00ad soft ".repeat(40));
    texts.put(
        "tag characters", "look\udb40\udc48\udb40\udc49\udb40\udc44\udb40\udc45 here ".repeat(50));
    texts.put(
        "line separators", "one\u2028two\u2029three\u000bfour\u000cfive\rsix\r\nseven ".repeat(30));
    texts.put("many lines", "\n".repeat(5_000));
    texts.put("cjk", "模型认为这只是一个测试，所以它继续执行。".repeat(80));
    texts.put("lonely surrogate", "a\ud83d b \ude00 c");
    texts.put("marks", "**" + HEBREW + "** _" + ARABIC + "_ `x` \u001b[31m" + ARABIC.repeat(3));
    return texts;
  }

  @Test
  void everyTextIsShownAtEveryWidth() throws Exception {
    Ui.start();
    for (double width : new double[] {360, 620, 990}) {
      ReaderViewModel model = Ui.fx(ReaderViewModel::new);
      ReaderView view = Ui.fx(() -> new ReaderView(model, work, Texts.load()));
      try (Ui ui = Ui.show(() -> view, width, 900)) {
        if (width == 620) {
          Ui.fx(() -> rendered(model));
        }
        for (Map.Entry<String, String> text : texts().entrySet()) {
          showAndSelectAll(ui, model, view, text.getKey() + " at " + width, text.getValue());
        }
      }
    }
  }

  private static void showAndSelectAll(
      Ui ui, ReaderViewModel model, ReaderView view, String name, String text) throws Exception {
    Transcript transcript = inEveryPart(name, text);
    Ui.fx(
        () -> {
          model.show(transcript);
          model.setHighlights(List.of(highlight(transcript)));
          model.select(new Place(0, 0, 0), new Span(0, Math.min(900, text.length())));
          return 0;
        });
    Ui.pulses(2);
    foldAndUnfold(model);
    for (Place place :
        List.of(
            new Place(0, 0, text.length() / 2),
            new Place(1, 1, text.length()),
            new Place(2, 0, 1))) {
      Ui.fx(
          () -> {
            model.goTo(place);
            return 0;
          });
      Ui.pulses(1);
      Rectangle2D caret =
          Ui.fx(
              () ->
                  view.caretBounds(place)
                      .orElseThrow(() -> new AssertionError(name + " " + place)));
      assertTrue(
          caret.getMaxY() > 0 && caret.getMinY() < ui.scene().getHeight(), name + " " + caret);
    }
    assertEquals(List.of(), Ui.uncaught(), name);
  }

  private static int rendered(ReaderViewModel model) {
    model.rendering().toggle();
    return 0;
  }

  /** The first words of what is folded stand in its head. */
  private static void foldAndUnfold(ReaderViewModel model) throws Exception {
    Ui.fx(
        () -> {
          model.folding().toggle(FoldScope.REASONING);
          model.folding().toggle(FoldScope.TOOL);
          return 0;
        });
    Ui.pulses(1);
  }

  @Test
  void hiddenCharactersCanBeSeen() throws Exception {
    Ui.start();
    String text =
        """
        A zero-width space hides he\u200bre, a byte-order mark \ufeffthere, a joiner be\u200dtween.
        An override \u202eturns this around\u202c, an escape \u001b[31mcolours\u001b[0m it, a NUL\0 ends it.
        Tag characters spell \udb40\udc68\udb40\udc65\udb40\udc6c\udb40\udc70 in the dark. A lost byte: \ufffd. A windows line\r
        goes on. Emoji stay whole: 👩‍👩‍👧‍👦 🏳️‍🌈 ✅ ❌ 🚀

        """
            + HEBREW
            + "and latin\n\n"
            + ARABIC;
    List<Message> messages = new ArrayList<>();
    Demo.say(messages, Role.USER, "somebody \u202e else", new Part.Text(text, null));
    Demo.say(
        messages,
        Role.ASSISTANT,
        null,
        new Part.Reasoning("", null, ReasoningKind.ENCRYPTED, "blob"),
        new Part.Media("image/png", "floor-plan.png"),
        new Part.Unknown("server_tool_use", "{}"));
    Demo.say(
        messages,
        Role.TOOL,
        null,
        new Part.ToolResult("", null, "fetch", null, "connection refused"));
    Demo.say(messages, Role.ASSISTANT, null);
    ReaderViewModel model = Ui.fx(ReaderViewModel::new);
    ReaderView view = Ui.fx(() -> new ReaderView(model, work, Texts.load()));
    try (Ui ui = Ui.show(() -> view, 900, 900)) {
      Ui.fx(
          () -> {
            model.show(Demo.of("what cannot be seen", messages));
            model.select(new Place(0, 0, 2), new Span(2, 60));
            view.requestFocus();
            return 0;
          });
      Ui.pulses(3);
      Ui.fx(
          () -> {
            Screens.write(ui.scene().getRoot(), "hidden-light");
            return 0;
          });
    }
    assertEquals(List.of(), Ui.uncaught());
  }

  private static Transcript inEveryPart(String name, String text) {
    List<Message> messages = new ArrayList<>();
    Demo.say(messages, Role.USER, text, new Part.Text(text, null));
    Demo.say(
        messages,
        Role.ASSISTANT,
        text,
        new Part.Reasoning(text, null, ReasoningKind.RAW, null),
        Demo.call("send_email", "to: " + text + "\nbody: " + text, "to", "body"),
        Demo.call("bash", "command: " + text, "command"));
    Demo.say(messages, Role.TOOL, null, new Part.ToolResult(text, null, text, null, text));
    return Demo.of(name, messages);
  }

  private static Highlight highlight(Transcript transcript) {
    Anchor anchor = Anchor.at(transcript, 0, 0, new Span(0, 2));
    return new Highlight("p@1", "r", Category.CONCEALMENT, anchor, new Span(0, 1), "why");
  }
}
