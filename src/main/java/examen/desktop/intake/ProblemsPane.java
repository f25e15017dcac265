package examen.desktop.intake;

import examen.app.ImportPreview.Listed;
import examen.desktop.fx.Icon;
import examen.desktop.fx.SafeLabel;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import javafx.collections.FXCollections;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A list of problems with a filter. Close it when it is taken away. */
final class ProblemsPane extends VBox implements AutoCloseable {
  /** Room for two lines of words and the place: rows of one height are scrolled to exactly. */
  private static final double ROW = 68;

  private static final int TWO_LINES = 150;

  private final ProblemsViewModel model;
  private final Texts texts;
  private final ListView<Listed> list = new ListView<>();
  private final Subscriptions subscriptions = new Subscriptions();

  ProblemsPane(ProblemsViewModel model, Texts texts) {
    super(8);
    this.model = model;
    this.texts = texts;
    getStyleClass().add("problems");
    if (model.problems().inAll() == 0) {
      Label none = Pane.label(texts.get("import.problems.none"), "import-quiet");
      VBox box = new VBox(none);
      box.setAlignment(Pos.CENTER);
      VBox.setVgrow(box, Priority.ALWAYS);
      getChildren().add(box);
      return;
    }
    list.getStyleClass().add("problem-list");
    list.setFixedCellSize(ROW);
    list.setItems(model.shown());
    list.setCellFactory(view -> new ProblemCell(texts));
    list.setPlaceholder(Pane.label(texts.get("import.problems.no-match"), "import-quiet"));
    list.setAccessibleText(texts.get("import.problems"));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head(), list);
    if (model.unlisted() > 0) {
      getChildren()
          .add(
              Pane.label(
                  texts.get("import.problems.more", Texts.number(model.unlisted())),
                  "import-quiet"));
    }
  }

  @Override
  public void close() {
    subscriptions.close();
    list.setItems(FXCollections.emptyObservableList());
  }

  private Node head() {
    TextField filter = new TextField();
    filter.setPromptText(texts.get("import.problems.filter"));
    filter.setAccessibleText(texts.get("import.problems.filter"));
    filter.setOnAction(Event::consume);
    HBox.setHgrow(filter, Priority.ALWAYS);
    subscriptions.bindBoth(filter.textProperty(), model.filterProperty());
    ComboBox<ProblemsViewModel.Kind> kind = new ComboBox<>();
    kind.getItems().setAll(ProblemsViewModel.Kind.values());
    kind.setConverter(new KindName());
    kind.setAccessibleText(texts.get("import.problems.kind"));
    subscriptions.bindBoth(kind.valueProperty(), model.kindProperty());
    return Pane.line(8, filter, kind);
  }

  private final class KindName extends StringConverter<ProblemsViewModel.Kind> {
    @Override
    public String toString(ProblemsViewModel.@Nullable Kind kind) {
      return kind == null ? "" : texts.get("import.problems.kind." + kind.wire());
    }

    @Override
    public ProblemsViewModel.Kind fromString(String name) {
      return model.kindProperty().get();
    }
  }

  /** One problem: where, and what. */
  private static final class ProblemCell extends ListCell<Listed> {
    private final Texts texts;

    ProblemCell(Texts texts) {
      this.texts = texts;
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Listed listed, boolean empty) {
      super.updateItem(listed, empty);
      if (empty || listed == null) {
        setGraphic(null);
        setTooltip(null);
        setAccessibleText(null);
        return;
      }
      String place =
          listed.record().isEmpty() ? listed.source() : listed.source() + " · " + listed.record();
      String kind = texts.get(listed.refused() ? "import.problem.refused" : "import.problem.note");
      Node icon = (listed.refused() ? Icon.ALERT : Icon.NOTE).node(14);
      VBox words =
          new VBox(
              2,
              new SafeLabel(listed.text(), "problem-text", TWO_LINES),
              Pane.shortLabel(place, "import-place"));
      words.setMinWidth(0);
      HBox.setHgrow(words, Priority.ALWAYS);
      HBox line = new HBox(10, icon, words, badge(kind, listed.refused()));
      line.setMinWidth(0);
      line.setPrefWidth(0);
      line.setMinHeight(0);
      line.setPrefHeight(ROW - 16);
      line.setMaxHeight(ROW - 16);
      setGraphic(line);
      setTooltip(new Tooltip(VisibleText.inOneLine(listed.text())));
      setAccessibleText(
          kind + ": " + VisibleText.inOneLine(place) + ": " + VisibleText.inOneLine(listed.text()));
    }

    private static Label badge(String text, boolean refused) {
      Label badge = Pane.label(text, refused ? "badge-refused" : "badge-note");
      badge.setMinWidth(Region.USE_PREF_SIZE);
      return badge;
    }
  }
}
