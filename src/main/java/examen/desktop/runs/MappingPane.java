package examen.desktop.runs;

import examen.desktop.fx.Buttons;
import examen.desktop.fx.Texts;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the values of a label stand for that is in the project. */
final class MappingPane extends Pane {
  private final MappingEditor editor;

  MappingPane(RunsViewModel model, MappingViewModel mapping, Texts texts) {
    editor = new MappingEditor(mapping, texts);
    subscriptions.add(editor::close);
    VBox.setVgrow(editor, Priority.ALWAYS);
    VBox content =
        new VBox(
            10,
            Parts.line(mapping.judged().label(), "import-big"),
            Parts.wrapped(texts.get("runs.mapping.about"), "import-hint"),
            editor);
    fill(
        content,
        Buttons.ofEnter(texts.get("runs.back"), model::back),
        Parts.gap(),
        Parts.main(texts.get("runs.mapping.save"), model::saveMapping));
  }

  @Override
  Node first() {
    return editor.first();
  }
}
