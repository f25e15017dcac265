package examen.desktop.intake;

import examen.app.ImportPreview.Correctable;
import examen.app.RecordsFound;
import examen.app.SpeakerRole;
import examen.app.SpeakersFound;
import examen.desktop.fx.Buttons;
import examen.desktop.fx.Texts;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The files of which no format is sure: how each is read, and a button to say it otherwise. */
final class CorrectableList extends ScrollPane {
  private final Texts texts;
  private final VBox rows = new VBox(0);

  CorrectableList(ImportViewModel model, Correctable files, Texts texts) {
    this.texts = texts;
    getStyleClass().add("conditions");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    rows.getStyleClass().add("condition-rows");
    for (RecordsFound found : files.records()) {
      String said = found.said().isEmpty() ? texts.get("import.mapping.unread") : found.said();
      Runnable edit = () -> model.edit(found);
      add(
          found.source(),
          found.files(),
          said,
          Buttons.ofEnter(texts.get("import.mapping.edit"), edit));
    }
    for (SpeakersFound found : files.texts()) {
      Runnable edit = () -> model.edit(found);
      add(
          found.source(),
          found.files(),
          speakers(found),
          Buttons.ofEnter(texts.get("import.speakers.edit"), edit));
    }
    setContent(rows);
  }

  private String speakers(SpeakersFound found) {
    if (found.speakers().stream().allMatch(s -> s.role() == SpeakerRole.NONE)) {
      return texts.get(
          "import.speakers.unread",
          found.speakers().stream().map(s -> s.mark()).collect(Collectors.joining(", ")));
    }
    return found.speakers().stream()
        .map(s -> s.mark() + " = " + texts.get("import.speakers.is." + s.role().wire()))
        .collect(Collectors.joining(", "));
  }

  private void add(String source, int files, String said, Button edit) {
    String more = files > 1 ? " " + texts.count("import.correct.more", files - 1) : "";
    Label how = Pane.label(said, "import-quiet");
    how.setWrapText(true);
    how.setMinHeight(Region.USE_PREF_SIZE);
    VBox words = new VBox(3, Pane.shortLabel(source + more, "format-name"), how);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    edit.setAccessibleHelp(source);
    Node row = Pane.line(14, words, edit);
    row.getStyleClass().add("correctable-row");
    rows.getChildren().add(row);
  }
}
