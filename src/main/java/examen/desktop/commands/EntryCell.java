package examen.desktop.commands;

import examen.desktop.fx.KeyCap;
import examen.desktop.fx.VisibleText;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A line of the palette: its words, its keys, and why it cannot be done where it cannot. */
final class EntryCell extends ListCell<Entry> {
  private final Label words = new Label();
  private final Label refusal = new Label();
  private final HBox line;

  EntryCell(PaletteViewModel model) {
    refusal.getStyleClass().add("palette-refusal");
    words.getStyleClass().add("palette-words");
    words.setMinWidth(80);
    refusal.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    line = new HBox(10, words, refusal, gap);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setPrefWidth(0);
    setOnMouseClicked(
        event -> {
          Entry entry = getItem();
          if (entry != null) {
            model.run(entry);
          }
        });
  }

  @Override
  protected void updateItem(@Nullable Entry entry, boolean empty) {
    super.updateItem(entry, empty);
    setText(null);
    if (empty || entry == null) {
      setGraphic(null);
      return;
    }
    String why = VisibleText.inOneLine(entry.refusal().get());
    words.setText(VisibleText.inOneLine(entry.words()));
    refusal.setText(why);
    line.getChildren().remove(3, line.getChildren().size());
    if (!entry.keys().isEmpty()) {
      line.getChildren().add(new KeyCap(entry.keys()));
    }
    getStyleClass().remove("refused");
    if (!why.isEmpty()) {
      getStyleClass().add("refused");
    }
    setAccessibleText(String.join(" ", words.getText(), entry.keys(), why).strip());
    setGraphic(line);
  }
}
