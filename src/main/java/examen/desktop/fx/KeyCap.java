package examen.desktop.fx;

import javafx.scene.control.Label;

/** A key as it looks on a keyboard. */
public final class KeyCap extends Label {
  public KeyCap(String key) {
    super(key);
    getStyleClass().add("key-cap");
    setMinWidth(USE_PREF_SIZE);
  }
}
