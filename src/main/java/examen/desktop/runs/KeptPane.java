package examen.desktop.runs;

import examen.app.ClassifyReport;
import examen.desktop.fx.Buttons;
import examen.desktop.fx.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a file brought. */
final class KeptPane extends Pane {
  private final Button back;

  KeptPane(RunsViewModel model, ClassifyReport report, Texts texts) {
    back = Buttons.ofEnter(texts.get("runs.to-list"), model::back);
    VBox content =
        new VBox(
            10,
            Parts.line(texts.get("runs.kept", report.run()), "import-big"),
            Parts.wrapped(Account.of(report, texts), "import-quiet"));
    if (!report.refused().isEmpty()) {
      RefusedList refused = new RefusedList(report.refused(), texts);
      VBox.setVgrow(refused, Priority.ALWAYS);
      content.getChildren().add(refused);
    }
    fill(content, back, Parts.gap(), Parts.main(texts.get("runs.close"), model::close));
  }

  @Override
  Node first() {
    return back;
  }
}
