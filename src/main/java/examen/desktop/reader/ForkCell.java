package examen.desktop.reader;

import examen.desktop.fx.Icon;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import examen.transcript.Branch;
import examen.transcript.Message;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;

/** The choice between the ways where a transcript forks. */
final class ForkCell extends RowCell {
  /** More ways than these are in the list at the head of the reader. */
  private static final int MOST = 8;

  private static final double WIDEST = 240;

  private final FlowPane choice = new FlowPane(6, 6);

  ForkCell(Block.Fork fork, Message message, ReaderViewModel model, Texts texts) {
    super(fork, message.role());
    withoutBar();
    Branch shown = model.branching().branchProperty().get();
    choice.getStyleClass().add("fork");
    choice.setRowValignment(VPos.CENTER);
    choice.setAlignment(Pos.CENTER_LEFT);
    Label says = new Label(texts.count("reader.fork", fork.ways().size()));
    says.setGraphic(Icon.FORK.node(15));
    choice.getChildren().add(says);
    for (Branch way : fork.ways()) {
      if (choice.getChildren().size() <= MOST || way.equals(shown)) {
        choice.getChildren().add(button(way, way.equals(shown), model));
      }
    }
    int more = fork.ways().size() - choice.getChildren().size() + 1;
    if (more > 0) {
      choice.getChildren().add(new Label(texts.count("reader.fork.more", more)));
    }
    getChildren().add(choice);
    // What is pressed here is not the text beneath.
    choice.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
  }

  private static ToggleButton button(Branch way, boolean shown, ReaderViewModel model) {
    ToggleButton button = new ToggleButton(VisibleText.inOneLine(way.name()));
    button.getStyleClass().setAll("way");
    button.setSelected(shown);
    button.setMaxWidth(WIDEST);
    button.setTooltip(new Tooltip(VisibleText.inOneLine(way.name())));
    button.setFocusTraversable(false);
    button.setOnAction(
        event -> {
          button.setSelected(shown);
          model.showBranch(way);
        });
    return button;
  }

  @Override
  double above() {
    return block().part() < 0 ? 14 : 18;
  }

  @Override
  double contentHeight(Column column) {
    return choice.prefHeight(column.width()) + 4;
  }

  @Override
  void layoutContent(Column column, double top) {
    choice.resizeRelocate(column.left(), top + 2, column.width(), contentHeight(column) - 4);
  }
}
