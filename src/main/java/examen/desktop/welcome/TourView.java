package examen.desktop.welcome;

import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Shows hints beside what they are about. All the rest can be used meanwhile. Close it with the
 * window.
 */
public final class TourView extends Pane implements AutoCloseable {
  private static final double WIDTH = 340;
  private static final double GAP = 12;

  private final TourViewModel model;
  private final Texts texts;
  private final Parent window;
  private final Region ring = new Region();
  private final Label count = new Label();
  private final Label words = new Label();
  private final Button next = new Button();
  private final Button back = new Button();
  private final VBox card = new VBox(10);
  private final Subscriptions subscriptions = new Subscriptions();

  /**
   * @param window all that hints can be about
   */
  public TourView(TourViewModel model, Parent window, Texts texts) {
    this.model = model;
    this.window = window;
    this.texts = texts;
    setPickOnBounds(false);
    ring.getStyleClass().add("tour-ring");
    ring.setMouseTransparent(true);
    count.getStyleClass().add("import-hint");
    words.setWrapText(true);
    words.getStyleClass().add("tour-words");
    card.getChildren().addAll(count, words, buttons());
    card.getStyleClass().add("tour-card");
    card.setAccessibleRole(AccessibleRole.DIALOG);
    getChildren().addAll(ring, card);
    subscriptions.watch(model.atProperty(), at -> show());
    subscriptions.onChange(widthProperty(), width -> requestLayout());
    subscriptions.onChange(heightProperty(), height -> requestLayout());
    subscriptions.handle(card, KeyEvent.KEY_PRESSED, this::pressed);
  }

  @Override
  public void close() {
    subscriptions.close();
  }

  private Node buttons() {
    back.setText(texts.get("tour.back"));
    back.setOnAction(event -> model.back());
    next.setOnAction(event -> model.next());
    next.getStyleClass().add("accent");
    Button leave = new Button(texts.get("tour.leave"));
    leave.setOnAction(event -> model.leave());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox buttons = new HBox(8, leave, gap, back, next);
    for (Button button : new Button[] {leave, back, next}) {
      button.setMinWidth(USE_PREF_SIZE);
    }
    buttons.setAlignment(Pos.CENTER_LEFT);
    return buttons;
  }

  private void show() {
    setVisible(model.isOn());
    setManaged(model.isOn());
    if (model.isOn()) {
      int at = model.atProperty().get();
      boolean last = at == model.hints().size() - 1;
      count.setText(texts.get("tour.count", at + 1, model.hints().size()));
      words.setText(texts.get(model.hints().get(at).text()));
      card.setAccessibleText(words.getText());
      next.setText(texts.get(last ? "tour.end" : "tour.next"));
      back.setDisable(at == 0);
      next.requestFocus();
      requestLayout();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      model.leave();
    } else if (event.getCode() == KeyCode.RIGHT) {
      model.next();
    } else if (event.getCode() == KeyCode.LEFT) {
      model.back();
    } else {
      return;
    }
    event.consume();
  }

  @Override
  protected void layoutChildren() {
    if (!model.isOn()) {
      return;
    }
    Node target = window.lookup(model.hints().get(model.atProperty().get()).target());
    double width = Math.min(Math.max(WIDTH, card.minWidth(-1)), getWidth() - 2 * GAP);
    double height = Math.min(card.prefHeight(width), getHeight() - 2 * GAP);
    boolean there = target != null && target.getScene() != null && isShown(target);
    ring.setVisible(there);
    if (!there) {
      card.resizeRelocate((getWidth() - width) / 2, (getHeight() - height) / 2, width, height);
      return;
    }
    Bounds at = sceneToLocal(target.localToScene(target.getLayoutBounds()));
    double left = Math.max(0, at.getMinX() - 3);
    double top = Math.max(0, at.getMinY() - 3);
    ring.resizeRelocate(
        left,
        top,
        Math.min(getWidth(), at.getMaxX() + 3) - left,
        Math.min(getHeight(), at.getMaxY() + 3) - top);
    place(at, width, height);
  }

  /** Beside the target where there is room, else above or below it, else upon its lower end. */
  private void place(Bounds at, double width, double height) {
    double x = Math.clamp(at.getCenterX() - width / 2, GAP, getWidth() - width - GAP);
    double y = Math.clamp(at.getMinY() + 40, GAP, Math.max(GAP, getHeight() - height - GAP));
    if (at.getMaxX() + GAP + width < getWidth()) {
      x = at.getMaxX() + GAP;
    } else if (at.getMinX() - GAP - width > 0) {
      x = at.getMinX() - GAP - width;
    } else if (at.getMaxY() + GAP + height < getHeight()) {
      y = at.getMaxY() + GAP;
    } else if (at.getMinY() - GAP - height > 0) {
      y = at.getMinY() - GAP - height;
    } else {
      y = Math.max(GAP, Math.min(at.getMaxY(), getHeight()) - height - 2 * GAP);
    }
    card.resizeRelocate(x, y, width, height);
  }

  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
