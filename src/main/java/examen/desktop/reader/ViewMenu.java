package examen.desktop.reader;

import examen.desktop.fx.Texts;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

/** How the transcript is shown: what is folded, one message alone, ways side by side, rendered. */
final class ViewMenu extends MenuButton {
  private final ReaderViewModel model;
  private final Texts texts;

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
    MenuItem item = new MenuItem(texts.get("action." + action));
    item.setOnAction(event -> run.run());
    return item;
  }

  private CheckMenuItem check(String action, boolean on, Runnable run) {
    CheckMenuItem item = new CheckMenuItem(texts.get("action." + action));
    item.setSelected(on);
    item.setOnAction(event -> run.run());
    return item;
  }
}
