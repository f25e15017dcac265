package examen.desktop.reader;

import examen.desktop.fx.Action;
import examen.desktop.fx.ActionGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** What can be done in the transcript while it is read. */
final class ReaderKeys {
  private static final double LINE = 48;

  private final ReaderViewModel model;
  private final Supplier<TranscriptFlow> flow;

  /**
   * @param flow the rows on which keys act
   */
  ReaderKeys(ReaderViewModel model, Supplier<TranscriptFlow> flow) {
    this.model = model;
    this.flow = flow;
  }

  List<Action> actions() {
    List<Action> all = new ArrayList<>(reading());
    all.addAll(new FoldKeys(model).actions());
    all.addAll(selecting());
    return all;
  }

  private List<Action> reading() {
    return List.of(
        read("next-message", model.walking()::nextMessage, "J"),
        read("previous-message", model.walking()::previousMessage, "K"),
        read("first-message", model.walking()::firstMessage, "G, G", "Home"),
        read("last-message", model.walking()::lastMessage, "Shift+G", "End"),
        read("next-highlight", model.walking()::nextHighlight, "N"),
        read("previous-highlight", model.walking()::previousHighlight, "P"),
        read("next-annotation", model.walking()::nextAnnotation, "Shift+N"),
        read("previous-annotation", model.walking()::previousAnnotation, "Shift+P"),
        read("overlapping", model.current()::cycle, "O"),
        read("scroll-up", () -> flow.get().scrollBy(-LINE), "Up"),
        read("scroll-down", () -> flow.get().scrollBy(LINE), "Down"),
        read("page-up", () -> flow.get().scrollBy(LINE - flow.get().height()), "Page Up"),
        read(
            "page-down",
            () -> flow.get().scrollBy(flow.get().height() - LINE),
            "Page Down",
            "Space"));
  }

  private List<Action> selecting() {
    return List.of(
        select("select-sentence", model.selecting()::selectSentence, "S"),
        select("select-paragraph", model.selecting()::selectParagraph, "Shift+S"),
        select("extend-right", model.selecting()::extendRight, "Shift+Right"),
        select("extend-left", model.selecting()::extendLeft, "Shift+Left"),
        select("extend-down", () -> extendByLine(1), "Shift+Down"),
        select("extend-up", () -> extendByLine(-1), "Shift+Up"),
        select("extend-word-right", model.selecting()::extendWordRight, "Shortcut+Shift+Right"),
        select("extend-word-left", model.selecting()::extendWordLeft, "Shortcut+Shift+Left"),
        select(
            "extend-paragraph-right",
            model.selecting()::extendParagraphRight,
            "Shortcut+Shift+Down"),
        select(
            "extend-paragraph-left", model.selecting()::extendParagraphLeft, "Shortcut+Shift+Up"),
        select("copy", this::copy, "Shortcut+C"));
  }

  private static Action read(String id, Runnable run, String... keys) {
    return Action.of(id, run, keys).in(ActionGroup.READ);
  }

  private static Action select(String id, Runnable run, String... keys) {
    return Action.of(id, run, keys).in(ActionGroup.SELECT);
  }

  private void copy() {
    if (!model.selectionProperty().get().isEmpty()) {
      ClipboardContent content = new ClipboardContent();
      content.putString(model.selectedText());
      Clipboard.getSystemClipboard().setContent(content);
    }
  }

  private void extendByLine(int by) {
    Optional<Rectangle2D> caret = flow.get().caretBounds(model.caretProperty().get());
    if (caret.isPresent()) {
      double y = caret.get().getMinY() + caret.get().getHeight() * (by < 0 ? -0.7 : 1.7);
      flow.get().placeAt(caret.get().getMinX() + 1, y).ifPresent(model::extendTo);
      flow.get().show(model.caretProperty().get());
    }
  }
}
