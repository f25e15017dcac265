package examen.desktop.intake;

import examen.app.ImportReport;
import examen.desktop.fx.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Shows what an import did. */
final class DonePane extends Pane {
  private final Button show;

  /**
   * @param onShow called when the user wants to see what was imported
   */
  DonePane(
      ImportViewModel model, ImportReport report, Dialogs dialogs, Texts texts, Runnable onShow) {
    boolean stopped = model.stoppingProperty().get();
    String head =
        stopped
            ? texts.get("import.done.stopped")
            : (report.imported() == 0
                ? texts.get("import.done.nothing")
                : texts.count("import.done", report.imported()));
    ReportView view = new ReportView(report, texts);
    subscriptions.add(view::close);
    VBox content = new VBox(6, label(head, "import-big"));
    content
        .getChildren()
        .add(label(texts.get(stopped ? "import.done.half" : "import.done.kept"), "import-quiet"));
    content.getChildren().add(view);
    VBox.setMargin(view, new javafx.geometry.Insets(12, 0, 0, 0));
    VBox.setVgrow(view, Priority.ALWAYS);
    content.getStyleClass().add("import-content");
    show = mainButton(texts.get(report.imported() == 0 ? "import.close" : "import.show"), onShow);
    fill(content, new ReportButtons(report, model, dialogs, texts), gap(), show);
  }

  @Override
  Node first() {
    return show;
  }
}
