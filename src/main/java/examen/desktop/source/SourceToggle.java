package examen.desktop.source;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/** One of a few choices of the panel; pressing the chosen one leaves it chosen. */
final class SourceToggle extends ToggleButton {
  SourceToggle(String label, ToggleGroup group, Runnable choose) {
    super(label);
    setToggleGroup(group);
    getStyleClass().add("source-toggle");
    setOnAction(
        event -> {
          setSelected(true);
          choose.run();
        });
  }
}
