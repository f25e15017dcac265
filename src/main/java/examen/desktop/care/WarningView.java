package examen.desktop.care;

import examen.codebook.Warning;
import examen.desktop.fx.Icon;
import examen.desktop.fx.KeyCap;
import examen.desktop.fx.SafeFlow;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Stands over a covered text: what it contains, and how it is shown. */
public final class WarningView extends StackPane implements AutoCloseable {
  private static final double WIDEST = 460;

  private final VBox said = new VBox(6);
  private final Subscriptions subscriptions = new Subscriptions();

  /**
   * @param focus puts the keyboard into the text
   */
  public WarningView(WarningViewModel model, Texts texts, Runnable focus) {
    getStyleClass().add("warning-cover");
    Label title = new Label(texts.get("warning.title"));
    title.getStyleClass().add("warning-title");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    HBox head = new HBox(10, Icon.ALERT.node(20), title);
    head.setAlignment(Pos.CENTER_LEFT);
    Button show = new Button(texts.get("warning.show"), new KeyCap("Enter"));
    show.getStyleClass().add("warning-show");
    show.setContentDisplay(ContentDisplay.RIGHT);
    show.setFocusTraversable(false);
    show.setOnAction(
        event -> {
          model.uncover();
          focus.run();
        });
    Label other = new Label(texts.get("warning.other"));
    other.getStyleClass().add("warning-note");
    other.setWrapText(true);
    VBox card = new VBox(12, head, said, show, other);
    card.getStyleClass().add("warning-card");
    card.setMaxSize(WIDEST, USE_PREF_SIZE);
    getChildren().add(card);
    subscriptions.watch(model.warningsProperty(), this::say);
    subscriptions.watch(
        model.coveringProperty(),
        covering -> {
          setVisible(covering);
          setManaged(covering);
        });
  }

  private void say(List<Warning> warnings) {
    said.getChildren().clear();
    for (Warning warning : warnings) {
      Label line = new Label(VisibleText.inOneLine(warning.text()));
      // JavaFX must not wrap right-to-left text; it is cut instead.
      line.setWrapText(!SafeFlow.hasRightToLeft(line.getText()));
      line.getStyleClass().add("warning-line");
      said.getChildren().add(line);
    }
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
