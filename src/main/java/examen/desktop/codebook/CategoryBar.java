package examen.desktop.codebook;

import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.Underline;
import examen.highlight.Category;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;

/** How many highlights each category has; pressed, only its rules are listed. */
final class CategoryBar extends FlowPane {
  private final RuleListViewModel list;
  private final Texts texts;
  private final Map<Category, ToggleButton> buttons = new EnumMap<>(Category.class);

  CategoryBar(RuleListViewModel list, Texts texts, Subscriptions subscriptions) {
    super(6, 6);
    this.list = list;
    this.texts = texts;
    getStyleClass().add("rule-categories");
    for (Category category : Category.values()) {
      add(category);
    }
    subscriptions.watchAny(list.rows(), this::count);
    subscriptions.watch(
        list.categoryProperty(),
        chosen -> buttons.forEach((category, button) -> button.setSelected(category == chosen)));
    subscriptions.filter(this, KeyEvent.KEY_PRESSED, this::pressed);
  }

  /** What stands for a category wherever it is named. */
  static Pane sample(Category category) {
    Pane sample = new Pane(Underline.of(category, 0, 16, 6));
    sample.getStyleClass().add("category-" + category.wire());
    sample.setMinSize(16, 11);
    sample.setMaxSize(16, 11);
    sample.setMouseTransparent(true);
    return sample;
  }

  private void add(Category category) {
    ToggleButton button = new ToggleButton();
    button.getStyleClass().setAll("rule-chip", "rule-category");
    button.setGraphic(sample(category));
    button.setTooltip(new Tooltip(texts.get("rules.category.tip", name(category))));
    button.setFocusTraversable(buttons.isEmpty());
    button.setOnAction(
        event -> {
          list.choose(category);
          button.setSelected(list.categoryProperty().get() == category);
        });
    buttons.put(category, button);
    getChildren().add(button);
  }

  private String name(Category category) {
    return texts.get("category." + category.wire());
  }

  private void count() {
    Map<Category, Integer> counts = list.counts();
    buttons.forEach(
        (category, button) ->
            button.setText(name(category) + "  " + Texts.number(counts.getOrDefault(category, 0))));
  }

  /** Arrows go from category to category, so that Tab passes all of them at once. */
  private void pressed(KeyEvent event) {
    boolean on = event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.DOWN;
    boolean back = event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.UP;
    if ((on || back) && !event.isShortcutDown()) {
      Category[] all = Category.values();
      for (int i = 0; i < all.length; i++) {
        ToggleButton button = buttons.get(all[i]);
        if (button != null && button.isFocused()) {
          ToggleButton next = buttons.get(all[Math.floorMod(i + (on ? 1 : -1), all.length)]);
          if (next != null) {
            next.requestFocus();
          }
          break;
        }
      }
      event.consume();
    }
  }
}
