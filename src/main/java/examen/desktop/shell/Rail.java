package examen.desktop.shell;

import examen.desktop.fx.Icon;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** The strip on the left from which one goes to the workspaces that there are. */
final class Rail extends VBox {
  private final Map<Workspace, ToggleButton> items = new EnumMap<>(Workspace.class);

  Rail(ObjectProperty<Workspace> shown, Texts texts, Subscriptions subscriptions) {
    super(6);
    getStyleClass().add("rail");
    setAlignment(Pos.TOP_CENTER);
    for (Workspace workspace : Workspace.values()) {
      ToggleButton item = new ToggleButton();
      item.setGraphic(icon(workspace).node(20));
      item.getStyleClass().setAll("rail-item");
      item.setAccessibleText(texts.get("workspace." + workspace.wire()));
      item.setTooltip(new Tooltip(texts.get("workspace." + workspace.wire() + ".tip")));
      item.setFocusTraversable(false);
      item.setOnAction(
          event -> {
            shown.set(workspace);
            mark(shown.get());
          });
      items.put(workspace, item);
      getChildren().add(item);
    }
    subscriptions.watch(shown, this::mark);
  }

  private static Icon icon(Workspace workspace) {
    return switch (workspace) {
      case REVIEW -> Icon.REVIEW;
      case FINDINGS -> Icon.FINDINGS;
      case CODEBOOK -> Icon.CODEBOOK;
    };
  }

  private void mark(Workspace shown) {
    items.forEach(
        (workspace, item) -> {
          item.setSelected(workspace == shown);
          item.getStyleClass().remove("chosen");
          if (workspace == shown) {
            item.getStyleClass().add("chosen");
          }
        });
  }
}
