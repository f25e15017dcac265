package examen.desktop.intake;

import examen.desktop.fx.Buttons;
import examen.desktop.fx.Icon;
import examen.desktop.fx.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Asks for files and folders. */
final class ChoosingPane extends Pane {
  private final Button files;

  ChoosingPane(ImportViewModel model, Dialogs dialogs, Texts texts) {
    files = mainButton(texts.get("import.choose.files"), () -> model.add(dialogs.files()));
    Button folder =
        Buttons.ofEnter(
            texts.get("import.choose.folder"),
            () -> model.add(dialogs.folder().map(List::of).orElse(List.<Path>of())));
    VBox zone =
        new VBox(
            14,
            Icon.INBOX.node(44),
            label(texts.get("import.choose.drop"), "import-big"),
            label(texts.get("import.choose.what"), "import-quiet"),
            line(10, files, folder));
    ((javafx.scene.layout.HBox) zone.getChildren().getLast()).setAlignment(Pos.CENTER);
    zone.setAlignment(Pos.CENTER);
    zone.getStyleClass().add("drop-zone");
    VBox content = new VBox(zone);
    VBox.setVgrow(zone, javafx.scene.layout.Priority.ALWAYS);
    content.getStyleClass().add("import-content");
    Button again = Buttons.ofEnter(texts.get("import.look-again"), model::look);
    again.setVisible(!model.paths().isEmpty());
    fill(
        content,
        Buttons.ofEnter(texts.get("import.history"), model::openHistory),
        gap(),
        again,
        Buttons.ofEnter(texts.get("import.cancel"), model::dismiss));
  }

  @Override
  Node first() {
    return files;
  }
}
