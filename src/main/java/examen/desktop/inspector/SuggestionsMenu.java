package examen.desktop.inspector;

import examen.app.Learning;
import examen.desktop.fx.Texts;
import examen.rating.Suggesting;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Says when what decisions teach is shown, and what it was learned from, and changes when. */
final class SuggestionsMenu extends MenuButton {
  private final InspectorViewModel model;
  private final Texts texts;

  SuggestionsMenu(InspectorViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("suggestions-menu");
    // The keyboard stays in the reader.
    setFocusTraversable(false);
  }

  void show(@Nullable Learning learning) {
    setVisible(learning != null);
    setManaged(learning != null);
    getItems().clear();
    if (learning == null) {
      return;
    }
    setText(texts.get("suggesting", name(learning.when())));
    setTooltip(new Tooltip(tip(learning)));
    ToggleGroup group = new ToggleGroup();
    for (Suggesting when : Suggesting.values()) {
      RadioMenuItem item = new RadioMenuItem(name(when));
      item.setToggleGroup(group);
      item.setSelected(when == learning.when());
      item.setOnAction(event -> model.showSuggestions(when));
      getItems().add(item);
    }
  }

  private String name(Suggesting when) {
    return texts.get("suggesting." + when.wire());
  }

  private String tip(Learning learning) {
    String key = "suggesting." + learning.when().wire() + ".tip";
    return switch (learning.when()) {
      case OFF, AFTER_SUBMISSION -> texts.get(key);
      case ON ->
          texts.get(key, Texts.number(learning.decisions()), Texts.number(learning.wanted()));
    };
  }
}
