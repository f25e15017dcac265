package examen.desktop.intake;

import examen.app.ImportPreview.FormatFound;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What was found, by format, with counts. */
final class FormatList extends ListView<FormatFound> {
  private final Texts texts;

  FormatList(List<FormatFound> formats, Texts texts) {
    this.texts = texts;
    getStyleClass().add("format-list");
    setAccessibleText(texts.get("import.formats"));
    getItems().setAll(formats);
    setCellFactory(view -> new Cell());
    getSelectionModel().selectFirst();
  }

  private String name(FormatFound format) {
    return format.id().isEmpty() ? texts.get("import.format.unknown") : format.name();
  }

  private String counts(FormatFound format) {
    List<String> counts = new ArrayList<>();
    counts.add(texts.count("import.files", format.files()));
    if (format.companions() > 0) {
      counts.add(texts.count("import.companions", format.companions()));
    }
    return String.join(", ", counts);
  }

  private String rest(FormatFound format) {
    List<String> rest = new ArrayList<>();
    if (format.duplicates() > 0) {
      rest.add(texts.count("import.duplicates", format.duplicates()));
    }
    if (format.rejected() > 0) {
      rest.add(texts.count("import.refused", format.rejected()));
    }
    if (format.warnings() > 0) {
      rest.add(texts.count("import.notes", format.warnings()));
    }
    return String.join(", ", rest);
  }

  private final class Cell extends ListCell<FormatFound> {
    Cell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable FormatFound format, boolean empty) {
      super.updateItem(format, empty);
      if (empty || format == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      Label name = Pane.shortLabel(name(format), "format-name");
      Label number = Pane.label(Texts.number(format.transcripts()), "format-number");
      number.setMinWidth(Region.USE_PREF_SIZE);
      HBox.setHgrow(name, Priority.ALWAYS);
      name.setMaxWidth(Double.MAX_VALUE);
      VBox box =
          new VBox(2, Pane.line(8, name, number), Pane.shortLabel(counts(format), "format-detail"));
      if (!rest(format).isEmpty()) {
        box.getChildren().add(Pane.shortLabel(rest(format), "format-detail"));
      }
      box.setMinWidth(0);
      box.setPrefWidth(0);
      setGraphic(box);
      setAccessibleText(
          VisibleText.inOneLine(
              name(format)
                  + ": "
                  + texts.count("import.transcripts", format.transcripts())
                  + ", "
                  + counts(format)
                  + (rest(format).isEmpty() ? "" : ", " + rest(format))));
    }
  }
}
