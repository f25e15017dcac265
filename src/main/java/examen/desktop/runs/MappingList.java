package examen.desktop.runs;

import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import java.util.List;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** What the values of each label of a file stand for; where there are several, one at a time. */
final class MappingList extends HBox implements AutoCloseable {
  private final Texts texts;
  private final StackPane place = new StackPane();
  private @Nullable MappingEditor editor;

  MappingList(List<MappingViewModel> mappings, Texts texts) {
    super(14);
    this.texts = texts;
    HBox.setHgrow(place, Priority.ALWAYS);
    if (mappings.isEmpty()) {
      getChildren().add(Parts.wrapped(texts.get("runs.no-labels"), "import-quiet"));
    } else if (mappings.size() == 1) {
      getChildren().add(place);
      show(mappings.getFirst());
    } else {
      getChildren().addAll(list(mappings), place);
    }
  }

  @Override
  public void close() {
    if (editor != null) {
      editor.close();
    }
  }

  private ListView<MappingViewModel> list(List<MappingViewModel> mappings) {
    ListView<MappingViewModel> list = new ListView<>();
    list.getStyleClass().addAll("format-list", "run-labels");
    list.setAccessibleText(texts.get("runs.tab.mapping"));
    list.getItems().setAll(mappings);
    list.setCellFactory(view -> new Cell());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, before, now) -> {
              if (now != null) {
                show(now);
              }
            });
    list.getSelectionModel().selectFirst();
    return list;
  }

  private void show(MappingViewModel mapping) {
    close();
    MappingEditor shown = new MappingEditor(mapping, texts);
    editor = shown;
    place.getChildren().setAll(shown);
  }

  private static final class Cell extends ListCell<MappingViewModel> {
    Cell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable MappingViewModel mapping, boolean empty) {
      super.updateItem(mapping, empty);
      String name =
          empty || mapping == null ? null : VisibleText.inOneLine(mapping.judged().name());
      setText(name);
      setTooltip(name == null ? null : new Tooltip(name));
    }
  }
}
