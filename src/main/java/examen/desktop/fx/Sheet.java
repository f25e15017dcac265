package examen.desktop.fx;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A sheet over the window: a head with a title, and what is below it. Escape puts it away. */
public final class Sheet extends StackPane {
  private final VBox card = new VBox();

  /**
   * @param close puts it away
   */
  public Sheet(String title, Region content, Runnable close, Texts texts) {
    getStyleClass().add("sheet-scrim");
    VBox.setVgrow(content, Priority.ALWAYS);
    card.getChildren().addAll(head(title, close, texts), content);
    card.getStyleClass().add("sheet");
    card.setAccessibleRole(AccessibleRole.DIALOG);
    card.setAccessibleText(title);
    getChildren().add(card);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close.run();
          }
          // Not all controls go on to the next one by themselves; the scene does it for them.
          if (event.getCode() != KeyCode.TAB) {
            event.consume();
          }
        });
    addEventHandler(KeyEvent.KEY_TYPED, KeyEvent::consume);
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getTarget().equals(this) && getStyleClass().contains("sheet-scrim")) {
            close.run();
          }
        });
  }

  /**
   * The same where nothing is behind it: a page of its own, which a click beside it leaves there.
   */
  public Sheet asPage() {
    getStyleClass().setAll("sheet-page");
    return this;
  }

  /** The same, no larger than this. */
  public Sheet within(double width, double height) {
    card.setMaxSize(width, height);
    return this;
  }

  /** The same, at the top of the window. */
  public Sheet atTop() {
    setAlignment(card, Pos.TOP_CENTER);
    getStyleClass().add("sheet-at-top");
    return this;
  }

  private static Node head(String title, Runnable close, Texts texts) {
    Label name = new Label(title);
    name.getStyleClass().add("sheet-title");
    name.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button button = new Button();
    button.setGraphic(Icon.CLOSE.node(13));
    button.getStyleClass().setAll("quiet-button");
    button.setAccessibleText(texts.get("sheet.close"));
    button.setTooltip(new Tooltip(texts.get("sheet.close.key")));
    button.setOnAction(event -> close.run());
    HBox head = new HBox(12, name, gap, button);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("sheet-head");
    return head;
  }
}
