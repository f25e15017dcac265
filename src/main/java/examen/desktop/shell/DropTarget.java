package examen.desktop.shell;

import examen.desktop.fx.Icon;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import java.io.File;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Takes files that are dropped anywhere on the window, and shows that it would. */
final class DropTarget extends VBox {
  private final ShellViewModel model;

  /**
   * @param window all of the window's content
   */
  DropTarget(ShellViewModel model, Region window, Texts texts, Subscriptions subscriptions) {
    super(12, Icon.IMPORT.node(40), new Label(texts.get("import.drop")));
    this.model = model;
    getStyleClass().add("drop-hint");
    setAlignment(Pos.CENTER);
    setMouseTransparent(true);
    setVisible(false);
    setManaged(false);
    subscriptions.handle(window, DragEvent.DRAG_ENTERED, this::entered);
    subscriptions.handle(window, DragEvent.DRAG_EXITED, event -> offer(false));
    subscriptions.handle(window, DragEvent.DRAG_OVER, DropTarget::over);
    subscriptions.handle(window, DragEvent.DRAG_DROPPED, this::dropped);
  }

  private void entered(DragEvent event) {
    offer(event.getDragboard().hasFiles());
  }

  private void offer(boolean files) {
    setVisible(files);
    setManaged(files);
  }

  private static void over(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    offer(false);
    if (event.getDragboard().hasFiles()) {
      model.drop(event.getDragboard().getFiles().stream().map(File::toPath).toList());
      event.setDropCompleted(true);
    }
    event.consume();
  }
}
