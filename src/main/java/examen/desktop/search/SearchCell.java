package examen.desktop.search;

import examen.app.SearchHit;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A hit: where it is, and its words between those before and after them. */
final class SearchCell extends ListCell<SearchHit> {
  private static final PseudoClass COVERED = PseudoClass.getPseudoClass("covered");

  private final Texts texts;
  private final SearchViewModel model;
  private final Label title = new Label();
  private final Label place = new Label();
  private final Label before = new Label();
  private final Label match = new Label();
  private final Label after = new Label();
  private final HBox line;

  SearchCell(SearchViewModel model, Texts texts) {
    this.texts = texts;
    this.model = model;
    title.getStyleClass().add("search-title");
    place.getStyleClass().add("search-place");
    before.getStyleClass().add("search-context");
    match.getStyleClass().add("search-match");
    after.getStyleClass().add("search-context");
    before.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    before.setAlignment(Pos.CENTER_RIGHT);
    title.setMinWidth(30);
    place.setMinWidth(Region.USE_PREF_SIZE);
    HBox where = new HBox(8, title, gap(), place);
    where.setAlignment(Pos.CENTER_LEFT);
    where.getStyleClass().add("search-where");
    grows(before);
    grows(after);
    match.setMinWidth(40);
    line = new HBox(4, where, before, match, after);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinWidth(0);
    line.setPrefWidth(0);
    setOnMouseClicked(
        event -> {
          if (!isEmpty()) {
            model.open(getIndex());
          }
        });
  }

  @Override
  protected void updateItem(@Nullable SearchHit hit, boolean empty) {
    super.updateItem(hit, empty);
    setText(null);
    if (empty || hit == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    title.setText(VisibleText.inOneLine(model.title(hit)));
    place.setText(
        texts.get(
            "search.place",
            Texts.number(hit.anchor().message() + 1L),
            hit.kind().equals("text")
                ? texts.get("role." + hit.role().wire())
                : texts.get("search.kind." + hit.kind())));
    showWords(hit);
    setAccessibleText(
        String.join(
            " ",
            title.getText(),
            place.getText(),
            texts.get("role." + hit.role().wire()),
            before.getText(),
            match.getText(),
            after.getText()));
    setGraphic(line);
  }

  private void showWords(SearchHit hit) {
    boolean covered = model.covering().covers(hit.anchor().transcript());
    pseudoClassStateChanged(COVERED, covered);
    before.setText(covered ? "" : VisibleText.inOneLine(hit.before()));
    match.setText(covered ? texts.get("warning.hit") : VisibleText.inOneLine(hit.anchor().quote()));
    after.setText(covered ? "" : VisibleText.inOneLine(hit.after()));
  }

  private static void grows(Label label) {
    label.setMinWidth(0);
    label.setPrefWidth(10);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }
}
