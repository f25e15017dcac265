package examen.desktop.welcome;

import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** What is seen until a project that was asked for at the start is open. */
public final class WaitingView extends StackPane {
  /**
   * @param what goes on
   */
  public WaitingView(String what) {
    Label line = new Label(what);
    line.getStyleClass().add("start-line");
    getChildren().add(line);
    getStyleClass().addAll("shell", "start");
  }
}
