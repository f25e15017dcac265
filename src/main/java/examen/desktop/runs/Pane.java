package examen.desktop.runs;

import examen.desktop.fx.Subscriptions;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the sheet shows in one step. */
abstract class Pane extends VBox implements AutoCloseable {
  final Subscriptions subscriptions = new Subscriptions();

  /** The node that gets the keyboard when this step begins. */
  abstract Node first();

  /** Fills the pane: what grows, then what stands at the foot. */
  final void fill(Region content, Node... foot) {
    content.getStyleClass().add("import-content");
    VBox.setVgrow(content, Priority.ALWAYS);
    getChildren().setAll(content, Parts.foot(foot));
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
