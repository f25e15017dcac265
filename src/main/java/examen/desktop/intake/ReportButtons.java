package examen.desktop.intake;

import examen.app.ImportReport;
import examen.app.ReportJson;
import examen.desktop.fx.Buttons;
import examen.desktop.fx.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;

/** Takes a report out: copied, or written to a file. */
final class ReportButtons extends HBox {
  private final Label said = Pane.label("", "import-hint");
  private final Texts texts;

  ReportButtons(ImportReport report, ImportViewModel model, Dialogs dialogs, Texts texts) {
    super(10);
    this.texts = texts;
    setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    Button copy = Buttons.ofEnter(texts.get("import.report.copy"), () -> copy(report));
    Button text =
        Buttons.ofEnter(
            texts.get("import.report.text"),
            () -> save(model, dialogs, "import-report.txt", ReportText.of(report, texts)));
    Button json =
        Buttons.ofEnter(
            texts.get("import.report.json"),
            () -> save(model, dialogs, "import-report.json", ReportJson.indented(report) + "\n"));
    said.setMinWidth(0);
    getChildren().addAll(copy, text, json, said);
  }

  private void copy(ImportReport report) {
    ClipboardContent content = new ClipboardContent();
    content.putString(ReportText.of(report, texts));
    Clipboard.getSystemClipboard().setContent(content);
    said.setText(texts.get("import.report.copied"));
  }

  private void save(ImportViewModel model, Dialogs dialogs, String name, String text) {
    dialogs
        .target(name)
        .ifPresent(
            target ->
                model.save(text, target, () -> said.setText(texts.get("import.report.saved"))));
  }
}
