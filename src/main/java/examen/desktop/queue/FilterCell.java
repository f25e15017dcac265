package examen.desktop.queue;

import examen.desktop.fx.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A line in the list of what the queue can be narrowed to. */
final class FilterCell extends ListCell<FilterLine> {
  private final Texts texts;
  private final Label mark = new Label();
  private final Label text = new Label();
  private final Label count = new Label();
  private final HBox line;

  FilterCell(FilterViewModel model, Texts texts) {
    this.texts = texts;
    mark.getStyleClass().add("filter-mark");
    text.setMinWidth(0);
    count.getStyleClass().add("filter-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    line = new HBox(8, mark, text, gap, count);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinWidth(0);
    line.setPrefWidth(0);
    setOnMouseClicked(
        event -> {
          if (getItem() instanceof FilterLine.Item) {
            model.run(getIndex());
          }
        });
  }

  @Override
  protected void updateItem(@Nullable FilterLine shown, boolean empty) {
    super.updateItem(shown, empty);
    setText(null);
    getStyleClass().remove("filter-heading");
    switch (empty ? null : shown) {
      case null -> {
        setGraphic(null);
        setAccessibleText(null);
      }
      case FilterLine.Heading(String heading) -> {
        getStyleClass().add("filter-heading");
        put("", heading, "");
        setAccessibleText(heading);
      }
      case FilterLine.Item item -> {
        put(item.chosen() ? "✓" : "", item.text(), item.count());
        String said = texts.get(item.chosen() ? "filter.said.on" : "filter.said.off", item.text());
        setAccessibleText(said + " " + item.count());
      }
    }
  }

  private void put(String sign, String words, String number) {
    mark.setText(sign);
    text.setText(words);
    count.setText(number);
    setGraphic(line);
  }
}
