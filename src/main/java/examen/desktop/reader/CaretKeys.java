package examen.desktop.reader;

import examen.desktop.fx.Subscriptions;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/** The keys that move the caret in a field; with others held, they select in the transcript. */
final class CaretKeys {
  private CaretKeys() {}

  /** What of them is pressed in this bar means nothing to the transcript around it. */
  static void keepWithin(Node bar, Subscriptions subscriptions) {
    subscriptions.handle(bar, KeyEvent.KEY_PRESSED, CaretKeys::consume);
  }

  private static void consume(KeyEvent event) {
    boolean moves =
        switch (event.getCode()) {
          case UP, DOWN, LEFT, RIGHT, HOME, END, PAGE_UP, PAGE_DOWN -> true;
          default -> false;
        };
    if (moves) {
      event.consume();
    }
  }
}
