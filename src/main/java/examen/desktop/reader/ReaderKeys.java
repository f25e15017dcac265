package examen.desktop.reader;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The reader's keys. What is not used here is left to the window. */
final class ReaderKeys {
  private static final double LINE = 48;

  private final ReaderViewModel model;
  private final TranscriptFlow flow;
  private boolean afterG;

  ReaderKeys(ReaderViewModel model, TranscriptFlow flow) {
    this.model = model;
    this.flow = flow;
  }

  void pressed(KeyEvent event) {
    boolean secondG = afterG && event.getCode() == KeyCode.G;
    afterG = false;
    if (event.isAltDown() || (event.isMetaDown() && !event.isShortcutDown())) {
      return;
    }
    boolean used =
        event.isShortcutDown()
            ? withShortcut(event)
            : event.isShiftDown() ? withShift(event) : plain(event.getCode(), secondG);
    if (used) {
      event.consume();
    }
  }

  private boolean withShortcut(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.C && !model.selectionProperty().get().isEmpty()) {
      ClipboardContent content = new ClipboardContent();
      content.putString(model.selectedText());
      return Clipboard.getSystemClipboard().setContent(content);
    }
    if (event.isShiftDown() && code == KeyCode.RIGHT) {
      return done(model::extendWordRight);
    }
    if (!event.isShiftDown()) {
      return false;
    }
    return switch (code) {
      case LEFT -> done(model::extendWordLeft);
      case DOWN -> done(model::extendParagraphRight);
      case UP -> done(model::extendParagraphLeft);
      default -> false;
    };
  }

  private boolean withShift(KeyEvent event) {
    return switch (event.getCode()) {
      case RIGHT -> done(model::extendRight);
      case LEFT -> done(model::extendLeft);
      case UP -> done(() -> extendByLine(-1));
      case DOWN -> done(() -> extendByLine(1));
      case G -> done(model::lastMessage);
      case N -> done(model::nextAnnotation);
      case P -> done(model::previousAnnotation);
      case S -> done(model::selectParagraph);
      default -> false;
    };
  }

  private boolean plain(KeyCode code, boolean secondG) {
    return switch (code) {
      case J -> done(model::nextMessage);
      case K -> done(model::previousMessage);
      case N -> done(model::nextHighlight);
      case P -> done(model::previousHighlight);
      case S -> done(model::selectSentence);
      case O -> done(model.current()::cycle);
      case G -> done(() -> firstG(secondG));
      case HOME -> done(model::firstMessage);
      case END -> done(model::lastMessage);
      case UP -> done(() -> flow.scrollBy(-LINE));
      case DOWN -> done(() -> flow.scrollBy(LINE));
      case PAGE_UP -> done(() -> flow.scrollBy(LINE - flow.height()));
      case PAGE_DOWN, SPACE -> done(() -> flow.scrollBy(flow.height() - LINE));
      default -> false;
    };
  }

  private void firstG(boolean secondG) {
    if (secondG) {
      model.firstMessage();
    } else {
      afterG = true;
    }
  }

  private void extendByLine(int by) {
    Optional<Rectangle2D> caret = flow.caretBounds(model.caretProperty().get());
    if (caret.isPresent()) {
      double y = caret.get().getMinY() + caret.get().getHeight() * (by < 0 ? -0.7 : 1.7);
      flow.placeAt(caret.get().getMinX() + 1, y).ifPresent(model::extendTo);
      flow.show(model.caretProperty().get());
    }
  }

  private static boolean done(Runnable action) {
    action.run();
    return true;
  }
}
