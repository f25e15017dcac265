package examen.desktop.reader;

import examen.desktop.fx.Keys;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import examen.transcript.Branch;
import examen.transcript.Conditions;
import examen.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * The head of the reader: what is being read, under which conditions, and which way where it forks.
 */
final class ReaderHead extends VBox {
  /** How much of the reader's height it takes at most, but for its first line. */
  private static final double SHARE = 0.4;

  private final ReaderViewModel model;
  private final Texts texts;
  private final Label title = new Label();
  private final FlowPane conditions = new FlowPane(14, 4);
  private final ComboBox<Branch> branches = new ComboBox<>();

  private final Label alone = new Label();
  private final Label rendered = new Label();
  private final ViewMenu view;
  private final LayerBar layers;
  private final VBox layersPlace;

  /**
   * @param leave puts the keyboard back into the transcript
   */
  ReaderHead(ReaderViewModel model, Texts texts, Subscriptions subscriptions, Runnable leave) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("reader-head");
    title.getStyleClass().add("reader-title");
    branches.getStyleClass().add("branch-choice");
    branches.setAccessibleText(texts.get("reader.branches"));
    branches.setFocusTraversable(false);
    branches.setConverter(new BranchName());
    branches.setOnAction(
        event -> {
          if (branches.getValue() != null) {
            model.showBranch(branches.getValue());
          }
        });
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    branches.setMinWidth(120);
    branches.setPrefWidth(220);
    view = new ViewMenu(model, texts, leave);
    alone.getStyleClass().add("reader-state");
    rendered.getStyleClass().add("reader-state");
    rendered.setText(texts.get("reader.rendered"));
    for (Label state : List.of(alone, rendered)) {
      state.setMinWidth(Region.USE_PREF_SIZE);
    }
    HBox line = new HBox(10, title, gap, alone, rendered, branches, view);
    line.setAlignment(Pos.CENTER_LEFT);
    layers = new LayerBar(model.marking(), texts, subscriptions, leave);
    layersPlace = new VBox(layers);
    getChildren().addAll(line, conditions, layersPlace);
    subscriptions.onChange(layersPlace.focusWithinProperty(), within -> requestLayout());
    subscriptions.watch(model.transcriptProperty(), this::show);
    subscriptions.onChange(model.branching().branchProperty(), branches::setValue);
    subscriptions.watch(model.folding().aloneProperty(), this::showAlone);
    subscriptions.watch(model.rendering().onProperty(), on -> show(rendered, on));
  }

  /**
   * @param keys those that do what the action with this id does, as they are when they are asked
   */
  void setKeys(Function<String, List<Keys>> keys) {
    view.setKeys(keys);
  }

  /** Opens the menu of how the transcript is shown. */
  void openView() {
    view.show();
  }

  private void showAlone(@Nullable Integer message) {
    show(alone, message != null);
    if (message != null) {
      alone.setText(texts.get("reader.alone", Texts.number(message + 1)));
    }
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /** Puts the keyboard on the layers, if there are any. */
  boolean takeLayers() {
    show(layersPlace, true);
    return layers.take();
  }

  /**
   * Leaves the text its room: what does not fit into a share of the height is not shown, conditions
   * first. The layers come back while the keyboard is on them.
   */
  void fit(double width, double height) {
    double inner = Math.max(0, width - snappedLeftInset() - snappedRightInset());
    double line = getChildren().getFirst().prefHeight(-1) + snappedTopInset();
    double room = height * SHARE - line - snappedBottomInset();
    double ofLayers = layers.isManaged() ? layersPlace.prefHeight(inner) + getSpacing() : 0;
    show(layersPlace, ofLayers <= room || layersPlace.isFocusWithin());
    show(conditions, ofLayers + conditions.prefHeight(inner) + getSpacing() <= room);
  }

  private void show(@Nullable Transcript transcript) {
    setVisible(transcript != null);
    setManaged(transcript != null);
    conditions.getChildren().clear();
    if (transcript == null) {
      return;
    }
    title.setText(VisibleText.inOneLine(transcript.title()));
    title.setTooltip(new Tooltip(VisibleText.inOneLine(transcript.provenance().source())));
    transcript
        .conditions()
        .get(Conditions.MODEL)
        .ifPresent(value -> condition(Conditions.MODEL, value));
    for (Map.Entry<String, String> entry : transcript.conditions().values().entrySet()) {
      if (!entry.getKey().equals(Conditions.MODEL)) {
        condition(entry.getKey(), entry.getValue());
      }
    }
    boolean forks = transcript.branches().size() > 1;
    branches.setVisible(forks);
    branches.setManaged(forks);
    branches.getItems().setAll(transcript.branches());
    branches.setValue(
        model.branching().branchProperty().get() == null && forks
            ? transcript.branches().getFirst()
            : model.branching().branchProperty().get());
  }

  private void condition(String name, String value) {
    Label key = new Label(VisibleText.inOneLine(name));
    key.getStyleClass().add("condition-name");
    key.setMinWidth(Region.USE_PREF_SIZE);
    Label shown = new Label(VisibleText.inOneLine(value));
    shown.getStyleClass().add("condition-value");
    shown.setMaxWidth(280);
    HBox pair = new HBox(5, key, shown);
    pair.setAlignment(Pos.BASELINE_LEFT);
    conditions.getChildren().add(pair);
  }

  /** How a branch is named in the list. */
  private final class BranchName extends StringConverter<Branch> {
    @Override
    public String toString(@Nullable Branch branch) {
      return branch == null ? "" : texts.get("reader.branch", VisibleText.inOneLine(branch.name()));
    }

    @Override
    public @Nullable Branch fromString(String name) {
      return branches.getValue();
    }
  }
}
