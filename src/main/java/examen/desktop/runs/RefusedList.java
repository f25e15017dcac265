package examen.desktop.runs;

import examen.app.ClassifyReport.Refused;
import examen.desktop.fx.Icon;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The rows of a file that are not taken in, each with its place and the reason. */
final class RefusedList extends ListView<Refused> {
  RefusedList(List<Refused> refused, Texts texts) {
    getStyleClass().add("problem-list");
    setAccessibleText(texts.get("runs.refused.list"));
    getItems().setAll(refused);
    setCellFactory(view -> new Cell());
    setPlaceholder(Parts.wrapped(texts.get("runs.refused.none"), "import-quiet"));
  }

  private static final class Cell extends ListCell<Refused> {
    Cell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Refused refused, boolean empty) {
      super.updateItem(refused, empty);
      if (empty || refused == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      VBox words =
          new VBox(
              2,
              Parts.line(refused.reason(), "format-name"),
              Parts.line(refused.place(), "import-place"));
      words.setMinWidth(0);
      HBox line = new HBox(10, Icon.ALERT.node(14), words);
      line.setAlignment(Pos.CENTER_LEFT);
      line.setPrefWidth(0);
      setGraphic(line);
      setAccessibleText(VisibleText.inOneLine(refused.place() + ": " + refused.reason()));
    }
  }
}
