package examen.desktop.inspector;

import examen.codebook.Tag;
import examen.desktop.fx.KeyCap;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One tag of the codebook with its key. A click puts it on what is selected. */
final class TagRow extends HBox {
  TagRow(Tag tag, InspectorViewModel model) {
    super(9);
    getStyleClass().addAll("tag-row", "tag-" + tag.colour());
    setAlignment(Pos.CENTER_LEFT);
    Region swatch = new Region();
    swatch.getStyleClass().add("swatch");
    Label name = new Label(tag.name());
    name.getStyleClass().add("tag-name");
    name.setWrapText(true);
    name.setMinHeight(USE_PREF_SIZE);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    getChildren().addAll(swatch, name);
    if (tag.parent() != null) {
      HBox.setMargin(swatch, new Insets(0, 0, 0, 16));
    }
    tag.keyIfAny().ifPresent(key -> getChildren().add(new KeyCap(key)));
    Tooltip definition = new Tooltip(tag.name() + "\n" + tag.definition());
    definition.setWrapText(true);
    definition.setMaxWidth(340);
    Tooltip.install(this, definition);
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            model.put(tag);
          }
        });
  }
}
