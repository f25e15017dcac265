package examen.desktop.reader;

import examen.desktop.fx.Keys;
import examen.desktop.fx.Texts;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

/** How the transcript is shown: what is folded, one message alone, ways side by side, rendered. */
final class ViewMenu extends MenuButton {
  private final ReaderViewModel model;
  private final Texts texts;
  private Function<String, List<Keys>> keys = id -> List.of();

  /**
   * @param leave puts the keyboard back into the transcript
   */
  ViewMenu(ReaderViewModel model, Texts texts, Runnable leave) {
    this.model = model;
    this.texts = texts;
    setText(texts.get("reader.view"));
    getStyleClass().add("view-menu");
    setAccessibleText(texts.get("reader.view.about"));
    setTooltip(new Tooltip(texts.get("reader.view.about")));
    setFocusTraversable(false);
    setMinWidth(USE_PREF_SIZE);
    // Made when it is asked for: to know what is folded one must look at all messages.
    setOnShowing(event -> fill());
    setOnHidden(event -> leave.run());
    getItems().setAll(new MenuItem());
  }

  /**
   * @param shown the keys that do what the action with this id does, asked each time that the menu
   *     is opened
   */
  void setKeys(Function<String, List<Keys>> shown) {
    keys = shown;
  }

  private void fill() {
    Folding folding = model.folding();
    getItems().clear();
    for (FoldScope scope : FoldScope.values()) {
      if (scope == FoldScope.REASONING) {
        getItems().add(new SeparatorMenuItem());
      }
      CheckMenuItem item =
          check("fold-" + scope.wire(), folding.isFolded(scope), () -> folding.toggle(scope));
      item.setDisable(!folding.has(scope));
      getItems().add(item);
    }
    getItems()
        .addAll(
            List.of(
                new SeparatorMenuItem(),
                item("fold-all", folding::foldAll),
                item("unfold-all", folding::unfoldAll),
                new SeparatorMenuItem(),
                check("alone", folding.aloneProperty().get() != null, model::toggleAlone),
                check(
                    "rendered", model.rendering().onProperty().get(), model.rendering()::toggle)));
    if (model.branching().forks()) {
      Branching ways = model.branching();
      getItems().add(check("columns", ways.columnsProperty().get(), ways::toggleColumns));
    }
  }

  private MenuItem item(String action, Runnable run) {
    return named(new MenuItem(), action, run);
  }

  private CheckMenuItem check(String action, boolean on, Runnable run) {
    CheckMenuItem item = named(new CheckMenuItem(), action, run);
    item.setSelected(on);
    return item;
  }

  /**
   * With its keys before its words. As an accelerator JavaFX would hear them too, and there is none
   * for two keys one after the other.
   */
  private <T extends MenuItem> T named(T item, String action, Runnable run) {
    Label pressed =
        new Label(keys.apply(action).stream().map(Keys::shown).collect(Collectors.joining("  ")));
    pressed.getStyleClass().add("menu-keys");
    item.setId(action);
    item.setText(texts.get("action." + action));
    item.setGraphic(pressed);
    item.setOnAction(event -> run.run());
    return item;
  }
}
