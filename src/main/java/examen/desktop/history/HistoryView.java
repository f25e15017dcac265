package examen.desktop.history;

import examen.desktop.fx.Sheet;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import examen.rating.PastStep;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The list of steps over the window; nothing while it is closed. Close it with the window. */
public final class HistoryView extends StackPane implements AutoCloseable {
  private final HistoryViewModel model;
  private final ListView<HistoryViewModel.Row> list = new ListView<>();
  private final Subscriptions subscriptions = new Subscriptions();

  public HistoryView(HistoryViewModel model, Texts texts) {
    this.model = model;
    list.setItems(model.rows());
    list.setAccessibleText(texts.get("history.title"));
    list.getStyleClass().addAll("palette-list", "history-list");
    list.setCellFactory(view -> new StepCell());
    list.setPlaceholder(new Label(texts.get("history.none")));
    VBox.setVgrow(list, Priority.ALWAYS);
    Label hint = new Label(texts.get("history.hint"));
    hint.getStyleClass().add("import-hint");
    hint.setWrapText(true);
    VBox content = new VBox(8, hint, list);
    content.getStyleClass().add("sheet-body");
    getChildren()
        .add(
            new Sheet(
                    texts.get("history.title"),
                    content,
                    () -> model.openProperty().set(false),
                    texts)
                .within(620, 560));
    subscriptions.filter(list, KeyEvent.KEY_PRESSED, this::pressed);
    subscriptions.watch(model.openProperty(), this::show);
    // A list change listener, as the list itself gives up its selection before it is called.
    ListChangeListener<HistoryViewModel.Row> first =
        change -> list.getSelectionModel().selectFirst();
    model.rows().addListener(first);
    subscriptions.add(() -> model.rows().removeListener(first));
  }

  @Override
  public void close() {
    subscriptions.close();
    list.setItems(null);
  }

  private void show(boolean open) {
    setVisible(open);
    setManaged(open);
    if (open) {
      list.requestFocus();
    }
  }

  private void pressed(KeyEvent event) {
    HistoryViewModel.Row row = list.getSelectionModel().getSelectedItem();
    if (event.getCode() == KeyCode.ENTER && row != null) {
      event.consume();
      model.goTo(row);
    }
  }

  /** A step; what was undone is struck through and says so. */
  private final class StepCell extends ListCell<HistoryViewModel.Row> {
    private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");

    private final Label what = new Label();
    private final Label more = new Label();
    private final VBox lines = new VBox(1, what, more);

    StepCell() {
      what.getStyleClass().add("step-what");
      more.getStyleClass().add("step-more");
      lines.setAlignment(Pos.CENTER_LEFT);
      lines.setPrefWidth(0);
      setOnMouseClicked(
          event -> {
            HistoryViewModel.Row row = getItem();
            if (row != null && event.getClickCount() == 2) {
              model.goTo(row);
            }
          });
    }

    @Override
    protected void updateItem(HistoryViewModel.@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setGraphic(null);
        return;
      }
      what.setText(VisibleText.inOneLine(row.what()));
      more.setText(VisibleText.inOneLine(row.more()));
      pseudoClassStateChanged(
          UNDONE, row.state() == PastStep.State.UNDONE || row.state() == PastStep.State.GONE);
      setAccessibleText(row.what() + ", " + row.more());
      setGraphic(lines);
    }
  }
}
