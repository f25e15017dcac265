package examen.desktop.findings;

import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The choices of the analysis that is chosen, each with its control. */
final class FormView extends VBox {
  private final FindingsViewModel model;
  private final Texts texts;
  private final Map<String, Region> controls = new HashMap<>();
  private final List<VBox> lines = new ArrayList<>();
  private Subscriptions shown = new Subscriptions();

  FormView(FindingsViewModel model, Texts texts, Subscriptions subscriptions) {
    super(13);
    this.model = model;
    this.texts = texts;
    getStyleClass().add("findings-form");
    subscriptions.watch(model.studyProperty(), study -> show());
    subscriptions.onChange(model.pickableProperty(), pickable -> show());
    subscriptions.add(() -> shown.close());
  }

  /** Puts the keyboard on the first choice with a mistake, or else on the first. */
  void takeFocus() {
    List<Field> form = model.form();
    form.stream()
        .filter(field -> !field.mistakeProperty().get().isEmpty())
        .findFirst()
        .or(() -> form.stream().findFirst())
        .map(field -> controls.get(field.choice().id()))
        .ifPresent(FormView::focus);
  }

  /** Scrolls to the first choice that something is wrong with. */
  private void showMistake() {
    for (VBox line : lines) {
      if (line.getChildren().getLast().isVisible() && getScene() != null) {
        getScene().getRoot().applyCss();
        getScene().getRoot().layout();
        Roving.bring(line);
        return;
      }
    }
  }

  private static void focus(Node node) {
    if (node.isFocusTraversable()) {
      node.requestFocus();
    } else if (node instanceof javafx.scene.Parent parent) {
      parent.getChildrenUnmodifiable().stream().findFirst().ifPresent(FormView::focus);
    }
  }

  private void show() {
    String focused = focused();
    shown.close();
    shown = new Subscriptions();
    controls.clear();
    lines.clear();
    getChildren().clear();
    Controls kinds = new Controls(model.form(), model.pickableProperty().get(), texts, shown);
    for (Field field : model.form()) {
      Region control = kinds.of(field);
      controls.put(field.choice().id(), control);
      getChildren().add(line(field, control));
    }
    Region again = controls.get(focused);
    if (again != null) {
      focus(again);
    }
  }

  /** The choice on whose control the keyboard is; empty where it is on none. */
  private String focused() {
    Node on = getScene() == null ? null : getScene().getFocusOwner();
    for (Node at = on; at != null; at = at.getParent()) {
      for (Map.Entry<String, Region> each : controls.entrySet()) {
        if (each.getValue().equals(at)) {
          return each.getKey();
        }
      }
    }
    return "";
  }

  private Node line(Field field, Region control) {
    Label title = new Label(field.choice().title());
    title.getStyleClass().add("rule-label");
    title.setLabelFor(control);
    Tooltip help = new Tooltip(sentence(field.choice().help()));
    help.setWrapText(true);
    help.setMaxWidth(380);
    title.setTooltip(help);
    Tooltip.install(control, help);
    control.setAccessibleHelp(sentence(field.choice().help()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label needed = new Label(texts.get("findings.needed"));
    needed.getStyleClass().add("findings-hint");
    HBox head = new HBox(8, title, gap, needed);
    shown.watch(
        field.valueProperty(),
        said -> needed.setVisible(field.choice().isRequired() && said.isBlank()));
    Label mistake = new Label();
    mistake.getStyleClass().add("rule-mistake");
    mistake.setWrapText(true);
    mistake.setMinHeight(USE_PREF_SIZE);
    shown.watch(
        field.mistakeProperty(),
        words -> {
          mistake.setText(words);
          mistake.setVisible(!words.isEmpty());
          mistake.setManaged(!words.isEmpty());
          if (!words.isEmpty()) {
            showMistake();
          }
        });
    VBox line = new VBox(4, head, control, mistake);
    lines.add(line);
    return line;
  }

  private static String sentence(String words) {
    return words.isEmpty()
        ? words
        : Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }
}
