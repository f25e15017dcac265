package examen.desktop.intake;

import examen.app.ImportReport;
import examen.app.PastImport;
import examen.desktop.fx.Buttons;
import examen.desktop.fx.Local;
import examen.desktop.fx.Texts;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The imports that were made, each with its report. */
final class HistoryPane extends Pane {

  private final ImportViewModel model;
  private final Dialogs dialogs;
  private final Texts texts;
  private final ListView<PastImport> list = new ListView<>();
  private final StackPane detail = new StackPane();
  private @Nullable ReportView shown;

  HistoryPane(ImportViewModel model, Dialogs dialogs, Texts texts) {
    this.model = model;
    this.dialogs = dialogs;
    this.texts = texts;
    list.getStyleClass().add("format-list");
    list.setAccessibleText(texts.get("import.history"));
    list.setCellFactory(view -> new Cell());
    Label none = label(texts.get("import.history.none"), "import-quiet");
    none.setWrapText(true);
    list.setPlaceholder(none);
    VBox left = new VBox(list);
    left.getStyleClass().add("import-left");
    VBox.setVgrow(list, Priority.ALWAYS);
    HBox.setHgrow(detail, Priority.ALWAYS);
    HBox content = new HBox(16, left, detail);
    content.getStyleClass().add("import-content");
    subscriptions.watch(
        list.getSelectionModel().selectedItemProperty(), past -> show(past, content));
    subscriptions.watchAny(
        model.history(),
        () -> {
          list.getItems().setAll(model.history());
          list.getSelectionModel().selectFirst();
        });
    subscriptions.add(this::closeShown);
  }

  @Override
  Node first() {
    return list;
  }

  private void show(@Nullable PastImport past, Node content) {
    closeShown();
    detail.getChildren().clear();
    Node close = Buttons.ofEnter(texts.get("import.close"), model::dismiss);
    Node back = Buttons.ofEnter(texts.get("import.new"), model::open);
    ImportReport report = past == null ? null : past.report();
    if (report != null) {
      ReportView view = new ReportView(report, texts);
      shown = view;
      detail.getChildren().add(view);
      fill(content, new ReportButtons(report, model, dialogs, texts), gap(), back, close);
    } else {
      if (past != null) {
        Label none = label(texts.get("import.history.no-report"), "import-quiet");
        detail.getChildren().add(none);
        StackPane.setAlignment(none, Pos.CENTER);
      }
      fill(content, gap(), back, close);
    }
  }

  private void closeShown() {
    if (shown != null) {
      shown.close();
      shown = null;
    }
  }

  private String counts(PastImport past) {
    ImportReport report = past.report();
    if (report == null) {
      return texts.get("import.history.unreported");
    }
    String imported = texts.count("import.transcripts", report.imported());
    return report.rejected() == 0
        ? imported
        : imported + ", " + texts.count("import.refused", report.rejected());
  }

  private final class Cell extends ListCell<PastImport> {
    Cell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable PastImport past, boolean empty) {
      super.updateItem(past, empty);
      if (empty || past == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      String when = Local.moment(past.at().atZone(ZoneId.systemDefault()));
      VBox box =
          new VBox(2, shortLabel(when, "format-name"), shortLabel(counts(past), "format-detail"));
      setGraphic(box);
      setAccessibleText(when + ": " + counts(past));
    }
  }
}
