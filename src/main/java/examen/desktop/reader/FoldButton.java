package examen.desktop.reader;

import examen.desktop.fx.Icon;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/** The small arrow before what can be folded; points to the right where it is. */
final class FoldButton extends StackPane {
  private static final double SIZE = 14;

  FoldButton(Icon icon, Runnable toggle) {
    getStyleClass().add("fold-button");
    getChildren().add(icon.node(SIZE));
    setMinSize(SIZE + 6, SIZE + 6);
    setPrefSize(SIZE + 6, SIZE + 6);
    setMaxSize(SIZE + 6, SIZE + 6);
    addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            event.consume();
            toggle.run();
          }
        });
  }

  /** The arrow for what is folded, or is not. */
  static Icon icon(Block row) {
    boolean folded =
        switch (row) {
          case Block.Head head -> head.folded();
          case Block.Caption caption -> caption.folded();
          case Block.Words words -> false;
          case Block.Fold fold -> true;
          case Block.Fork fork -> false;
          case Block.Shared shared -> true;
          case Block.Remark remark -> false;
        };
    return folded ? Icon.FOLDED : Icon.UNFOLD;
  }
}
