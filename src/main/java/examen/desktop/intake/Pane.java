package examen.desktop.intake;

import examen.desktop.fx.Buttons;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.VisibleText;
import javafx.beans.property.StringProperty;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the sheet shows in one step: its content, and the buttons at its foot. */
abstract class Pane extends VBox implements AutoCloseable {
  final Subscriptions subscriptions = new Subscriptions();
  private final HBox foot = new HBox(10);

  Pane() {
    getStyleClass().add("import-pane");
    foot.getStyleClass().add("import-foot");
    foot.setAlignment(Pos.CENTER_LEFT);
  }

  /** The node that gets the keyboard when this step begins. */
  abstract Node first();

  /** Fills the pane: what grows, then what stands at the foot. */
  final void fill(Node content, Node... buttons) {
    VBox.setVgrow(content, Priority.ALWAYS);
    foot.getChildren().setAll(buttons);
    getChildren().setAll(content, foot);
  }

  @Override
  public void close() {
    subscriptions.close();
  }

  /** Some words of ours, or of a source in one line. */
  static Label label(String text, String style) {
    Label label = new Label(VisibleText.inOneLine(text));
    label.getStyleClass().add(style);
    return label;
  }

  /** Words that are cut where there is no room, and then are told whole by a tip. */
  static Label shortLabel(String text, String style) {
    Label label = label(text, style);
    label.setMinWidth(0);
    label.setTooltip(new Tooltip(VisibleText.inOneLine(text)));
    return label;
  }

  /** The button that stands out, and that the Enter key presses. */
  static Button mainButton(String text, Runnable action) {
    Button button = Buttons.plain(text, action);
    button.getStyleClass().add("accent");
    button.setDefaultButton(true);
    return button;
  }

  static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  static HBox line(double spacing, Node... nodes) {
    HBox line = new HBox(spacing, nodes);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  /** A field for a text of the model's; the Enter key in it presses no button. */
  static TextField field(StringProperty text, String what) {
    TextField field = new TextField(text.get());
    field.setPromptText(what);
    field.setAccessibleText(what);
    field.textProperty().addListener((property, before, now) -> text.set(now));
    field.setOnAction(Event::consume);
    return field;
  }
}
