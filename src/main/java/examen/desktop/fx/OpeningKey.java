package examen.desktop.fx;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/**
 * Keeps the letter of the key that opened a field out of that field: the keyboard is there already
 * when the letter arrives.
 */
public final class OpeningKey {
  private boolean awaited;

  /** Guards this field for as long as {@code subscriptions} last. */
  public OpeningKey(Node field, Subscriptions subscriptions) {
    subscriptions.filter(field, KeyEvent.KEY_PRESSED, event -> awaited = false);
    subscriptions.filter(field, KeyEvent.KEY_RELEASED, event -> awaited = false);
    subscriptions.filter(
        field,
        KeyEvent.KEY_TYPED,
        event -> {
          if (awaited) {
            awaited = false;
            event.consume();
          }
        });
  }

  /** The field is being opened, maybe by a key. */
  public void opening() {
    awaited = true;
  }
}
