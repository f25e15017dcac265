package examen.desktop.runs;

import examen.desktop.fx.Buttons;
import examen.desktop.fx.VisibleText;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What the panes of the sheet are made of. */
final class Parts {
  private Parts() {}

  /** Words that are cut where there is no room, and then are told whole by a tip. */
  static Label line(String words, String style) {
    Label label = new Label(VisibleText.inOneLine(words));
    label.getStyleClass().add(style);
    label.setMinWidth(0);
    label.setTooltip(new Tooltip(VisibleText.inOneLine(words)));
    return label;
  }

  /** Words that go on in another line where there is no room. */
  static Label wrapped(String words, String style) {
    Label label = new Label(VisibleText.inOneLine(words));
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** The same beginning with a capital. */
  static String sentence(String words) {
    String line = VisibleText.inOneLine(words);
    return line.isEmpty() ? line : Character.toUpperCase(line.charAt(0)) + line.substring(1);
  }

  /** The button that stands out. */
  static Button main(String words, Runnable action) {
    Button button = Buttons.ofEnter(words, action);
    button.getStyleClass().add("accent");
    return button;
  }

  static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  static HBox foot(Node... nodes) {
    HBox foot = new HBox(10, nodes);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("import-foot");
    return foot;
  }

  static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
