package examen.desktop.intake;

import examen.app.ImportPreview.Problems;
import examen.app.ImportReport;
import examen.desktop.fx.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A report: its figures, and what was refused or is to be known. Close it when it is taken away.
 */
final class ReportView extends VBox implements AutoCloseable {
  private final ProblemsPane problems;

  ReportView(ImportReport report, Texts texts) {
    super(16);
    HBox figures =
        new HBox(
            10,
            figure(report.imported(), texts.get("import.figure.imported"), "figure-good"),
            figure(report.duplicates(), texts.get("import.figure.duplicates"), "figure-plain"),
            figure(report.changed(), texts.get("import.figure.changed"), "figure-plain"),
            figure(
                report.rejected(),
                texts.get("import.figure.rejected"),
                report.rejected() > 0 ? "figure-bad" : "figure-plain"),
            figure(report.warnings(), texts.get("import.figure.warnings"), "figure-plain"),
            figure(report.files().size(), texts.get("import.figure.files"), "figure-plain"));
    problems = new ProblemsPane(new ProblemsViewModel(Problems.of(report)), texts);
    VBox.setVgrow(problems, Priority.ALWAYS);
    getChildren().addAll(figures, problems);
  }

  @Override
  public void close() {
    problems.close();
  }

  private static Node figure(int number, String what, String style) {
    Label count = Pane.label(Texts.number(number), "figure-number");
    VBox figure = new VBox(0, count, Pane.label(what, "figure-name"));
    figure.setAlignment(Pos.CENTER_LEFT);
    figure.getStyleClass().addAll("figure", style);
    figure.setMinWidth(90);
    figure.setPrefWidth(110);
    HBox.setHgrow(figure, Priority.ALWAYS);
    return figure;
  }
}
