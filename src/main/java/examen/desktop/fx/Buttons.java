package examen.desktop.fx;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** Makes buttons whose words are never cut. */
public final class Buttons {
  private Buttons() {}

  /** A button that the mouse and the space bar press. */
  public static Button plain(String words, Runnable action) {
    Button button = new Button(words);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  /**
   * A button that does what it says when Enter is pressed on it; JavaFX would press the main one.
   */
  public static Button ofEnter(String words, Runnable action) {
    Button button = plain(words, action);
    button.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            button.fire();
          }
        });
    return button;
  }
}
