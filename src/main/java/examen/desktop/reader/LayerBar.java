package examen.desktop.reader;

import examen.desktop.fx.SafeLabel;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.Underline;
import examen.desktop.fx.VisibleText;
import examen.highlight.Category;
import examen.highlight.FoundBy;
import examen.highlight.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;

/** The layers of highlights that this transcript has, each to be shown or hidden. */
final class LayerBar extends FlowPane {
  /** The most UTF-16 code units of a classifier's name that are shown. */
  private static final int NAME = 40;

  private final Marking marking;
  private final Texts texts;
  private final Map<Layer, ToggleButton> switches = new LinkedHashMap<>();

  /**
   * @param leave puts the keyboard back into the transcript
   */
  LayerBar(Marking marking, Texts texts, Subscriptions subscriptions, Runnable leave) {
    super(5, 5);
    this.marking = marking;
    this.texts = texts;
    getStyleClass().add("layer-bar");
    setAlignment(Pos.CENTER_LEFT);
    subscriptions.watch(marking.layersProperty(), this::show);
    subscriptions.watch(marking.hiddenProperty(), this::mark);
    subscriptions.filter(this, KeyEvent.KEY_PRESSED, event -> pressed(event, leave));
  }

  /** Puts the keyboard here, on the first layer; whether there is one. */
  boolean take() {
    switches.values().stream().findFirst().ifPresent(ToggleButton::requestFocus);
    return !switches.isEmpty();
  }

  private void show(Map<Layer, Integer> layers) {
    Layer focused =
        switches.entrySet().stream()
            .filter(entry -> entry.getValue().isFocused())
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(null);
    switches.clear();
    getChildren().clear();
    setVisible(!layers.isEmpty());
    setManaged(!layers.isEmpty());
    if (layers.isEmpty()) {
      return;
    }
    Label title = new Label(texts.get("layers"));
    title.getStyleClass().add("condition-name");
    getChildren().add(title);
    layers.forEach(this::add);
    mark(marking.hiddenProperty().get());
    ToggleButton again = switches.get(focused);
    if (again != null) {
      again.requestFocus();
    }
  }

  private void add(Layer layer, int count) {
    ToggleButton button = new ToggleButton(name(layer) + "  " + Texts.number(count));
    button.getStyleClass().setAll("layer-switch");
    switch (layer) {
      case Layer.Of(Category category) ->
          sample(button, new Kind.Of(category), Underline.of(category, 0, 16, 6));
      case Layer.From(FoundBy.Run run) -> {
        Kind kind = new Kind.Named(run.name());
        sample(button, kind, Underline.imported(kind, 0, 16, 5));
      }
      case Layer.In _, Layer.Suggested _, Layer.Rejected _ -> {}
    }
    button.setTooltip(new Tooltip(texts.get("layers.tip", name(layer))));
    button.setOnAction(event -> marking.toggle(layer));
    switches.put(layer, button);
    getChildren().add(button);
  }

  private static void sample(ToggleButton button, Kind kind, Node line) {
    button.getStyleClass().add(Underline.style(kind));
    Pane sample = new Pane(line);
    sample.setMinSize(16, 11);
    sample.setMaxSize(16, 11);
    button.setGraphic(sample);
  }

  private String name(Layer layer) {
    return switch (layer) {
      case Layer.Of(var category) -> texts.get("category." + category.wire());
      case Layer.From(FoundBy.Run run) ->
          texts.get("layer.imported", VisibleText.inOneLine(SafeLabel.shortened(run.name(), NAME)));
      case Layer.In(Layer.Ground ground) -> texts.get("layer." + ground.wire());
      case Layer.Suggested suggested -> texts.get("layer.suggested");
      case Layer.Rejected rejected -> texts.get("layer.rejected");
    };
  }

  private void mark(Set<Layer> hidden) {
    switches.forEach((layer, button) -> button.setSelected(!hidden.contains(layer)));
  }

  /** Arrows go from switch to switch here, not from transcript to transcript. */
  private void pressed(KeyEvent event, Runnable leave) {
    KeyCode code = event.getCode();
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    if (code == KeyCode.ESCAPE) {
      leave.run();
      event.consume();
    } else if (code == KeyCode.RIGHT || code == KeyCode.DOWN) {
      move(1);
      event.consume();
    } else if (code == KeyCode.LEFT || code == KeyCode.UP) {
      move(-1);
      event.consume();
    }
  }

  private void move(int by) {
    List<ToggleButton> all = List.copyOf(switches.values());
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).isFocused()) {
        all.get(Math.floorMod(i + by, all.size())).requestFocus();
        return;
      }
    }
  }
}
