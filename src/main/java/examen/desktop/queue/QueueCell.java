package examen.desktop.queue;

import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One transcript in the list. */
final class QueueCell extends ListCell<QueueRow> {
  private final Texts texts;
  private final Region dot = new Region();
  private final Label title = new Label();
  private final Label detail = new Label();
  private final Label count = new Label();
  private final HBox line;

  QueueCell(QueueViewModel model, Texts texts) {
    this.texts = texts;
    dot.getStyleClass().add("state-dot");
    title.getStyleClass().add("queue-title");
    detail.getStyleClass().add("queue-detail");
    count.getStyleClass().add("queue-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    VBox words = new VBox(3, title, detail);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    line = new HBox(10, dot, words, count);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinWidth(0);
    line.setPrefWidth(0);
    addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          QueueRow row = getItem();
          if (row != null && event.getButton() == MouseButton.PRIMARY) {
            model.select(row.id());
          }
        });
  }

  @Override
  protected void updateItem(@Nullable QueueRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    title.setText(VisibleText.inOneLine(row.title()));
    String conditions = VisibleText.inOneLine(row.detail());
    detail.setText(
        conditions.isEmpty() ? state(row) : texts.get("queue.detail", state(row), conditions));
    count.setText(row.annotations() == 0 ? "" : Texts.number(row.annotations()));
    dot.getStyleClass().setAll("state-dot", row.isToReadAgain() ? "again" : row.state().wire());
    setTooltip(new Tooltip(said(row)));
    setGraphic(line);
  }

  private String state(QueueRow row) {
    String state = texts.get("queue.state." + row.state().wire());
    return row.isToReadAgain() ? texts.get("queue.again", state) : state;
  }

  private String again(QueueRow row) {
    return row.isToReadAgain()
        ? "\n"
            + texts.get(
                "queue.again.why", VisibleText.inOneLine(String.join(", ", row.facts().again())))
        : "";
  }

  private String said(QueueRow row) {
    return String.join(
        "\n",
        VisibleText.inOneLine(row.title()),
        VisibleText.inOneLine(row.detail()),
        state(row) + " · " + texts.count("queue.annotations", row.annotations()) + again(row));
  }
}
