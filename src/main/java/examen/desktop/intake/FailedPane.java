package examen.desktop.intake;

import examen.desktop.fx.Buttons;
import examen.desktop.fx.Icon;
import examen.desktop.fx.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Says that the work ended by an error, and what holds now. */
final class FailedPane extends Pane {
  private final Button back;

  FailedPane(ImportViewModel model, Texts texts) {
    VBox content =
        new VBox(
            10,
            Icon.ALERT.node(36),
            label(texts.get("import.failed"), "import-big"),
            label(
                texts.get(model.wrote() ? "import.failed.state" : "import.failed.looking"),
                "import-quiet"));
    content.setAlignment(Pos.CENTER);
    content.getStyleClass().addAll("import-content", "import-failed");
    back = mainButton(texts.get("import.back-to-choice"), model::back);
    fill(content, gap(), Buttons.ofEnter(texts.get("import.close"), model::dismiss), back);
  }

  @Override
  Node first() {
    return back;
  }
}
