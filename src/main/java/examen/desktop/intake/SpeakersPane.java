package examen.desktop.intake;

import examen.app.SpeakerRole;
import examen.desktop.fx.Buttons;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What stands in some texts where speakers are named, and who each of them is. */
final class SpeakersPane extends CorrectingPane {
  private final Node first;

  SpeakersPane(ImportViewModel model, SpeakersViewModel speakers, Texts texts) {
    super(texts);
    GridPane grid = new GridPane(12, 6);
    grid.getStyleClass().add("condition-rows");
    int at = 0;
    for (SpeakersViewModel.SpeakerRow row : speakers.rows()) {
      Label mark = shortLabel(row.found().mark(), "field-place");
      mark.setMaxWidth(Double.MAX_VALUE);
      GridPane.setHgrow(mark, Priority.ALWAYS);
      Label times =
          label(texts.count("import.speakers.times", row.found().times()), "import-quiet");
      times.setMinWidth(Region.USE_PREF_SIZE);
      grid.addRow(at++, mark, times, role(row));
    }
    Button use = use(model, speakers.usableProperty());
    first = speakers.rows().isEmpty() ? use : grid.getChildren().get(2);
    Node head =
        head(
            speakers.found().source(), speakers.found().files(), texts.get("import.speakers.hint"));
    fill(
        content(head, grid, speakers.trial()),
        Buttons.ofEnter(texts.get("import.back"), model::back),
        gap(),
        use);
  }

  @Override
  Node first() {
    return first;
  }

  private Node role(SpeakersViewModel.SpeakerRow row) {
    ComboBox<SpeakerRole> role =
        choice(
            List.of(SpeakerRole.values()),
            value -> texts.get("import.speakers.is." + value.wire()),
            texts.get("import.speakers.is", VisibleText.inOneLine(row.found().mark())));
    role.setPrefWidth(170);
    role.setMinWidth(170);
    subscriptions.watch(row.role(), role::setValue);
    role.valueProperty().addListener((property, before, now) -> row.role().set(now));
    return role;
  }
}
