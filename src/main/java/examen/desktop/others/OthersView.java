package examen.desktop.others;

import examen.desktop.fx.SafeLabel;
import examen.desktop.fx.Sheet;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.others.OthersViewModel.Line;
import examen.desktop.others.OthersViewModel.State;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What others say, over the window; nothing while it is closed. Close it with the window. */
public final class OthersView extends StackPane implements AutoCloseable {
  /** So many lines can be read; more make no difference. */
  private static final int MOST = 300;

  private static final double WIDE = 640;
  private static final double HIGH = 560;

  /** Where nothing is shown yet. */
  private static final double LOW = 240;

  private final OthersViewModel model;
  private final Texts texts;
  private final VBox content = new VBox(10);
  private final Sheet sheet;
  private final Subscriptions subscriptions = new Subscriptions();

  public OthersView(OthersViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    content.getStyleClass().add("sheet-body");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    sheet =
        new Sheet(texts.get("others.title"), scroll, () -> model.openProperty().set(false), texts);
    getChildren().add(sheet.within(WIDE, LOW));
    subscriptions.watch(model.openProperty(), this::show);
    subscriptions.watch(model.stateProperty(), this::fill);
  }

  @Override
  public void close() {
    subscriptions.close();
    content.getChildren().clear();
  }

  private void show(boolean open) {
    setVisible(open);
    setManaged(open);
    if (open && !content.getChildren().isEmpty()) {
      content.getChildren().getLast().requestFocus();
    }
  }

  private void fill(State state) {
    sheet.within(WIDE, state instanceof State.Shown ? HIGH : LOW);
    List<Node> nodes = new ArrayList<>();
    switch (state) {
      case State.NotYet _ -> nodes.add(hint("others.not-yet"));
      case State.Asks _ -> {
        nodes.add(hint("others.asks"));
        Button show = new Button(texts.get("others.show"));
        show.getStyleClass().add("others-show");
        show.setOnAction(event -> model.show());
        nodes.add(show);
      }
      case State.Shown(List<Line> lines) -> {
        nodes.add(hint(lines.isEmpty() ? "others.none" : "others.shown"));
        lines.stream().limit(MOST).map(OthersView::node).forEach(nodes::add);
      }
    }
    content.getChildren().setAll(nodes);
  }

  private Label hint(String key) {
    Label hint = new Label(texts.get(key));
    hint.getStyleClass().add("import-hint");
    hint.setWrapText(true);
    return hint;
  }

  private static Node node(Line line) {
    VBox node =
        new VBox(
            2, new SafeLabel(line.who(), "others-who"), new SafeLabel(line.what(), "others-what"));
    if (!line.words().isEmpty()) {
      node.getChildren().add(new SafeLabel(line.words(), "others-words"));
    }
    node.getStyleClass().add("others-line");
    return node;
  }
}
