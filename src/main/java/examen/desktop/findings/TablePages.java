package examen.desktop.findings;

import examen.desktop.fx.Texts;
import examen.report.Table;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A table, a page of its rows at a time where it has many. */
final class TablePages extends VBox {
  private static final int PAGE = 100;

  private final Table table;
  private final String title;
  private final Opener opener;
  private final Texts texts;
  private int from;

  TablePages(Table table, String title, Opener opener, Texts texts) {
    super(6);
    this.table = table;
    this.title = title;
    this.opener = opener;
    this.texts = texts;
    show();
  }

  private void show() {
    int to = Math.min(from + PAGE, table.rows().size());
    getChildren().setAll(new SideScroll(new TableSheet(table, title, opener, from, to)));
    if (table.rows().isEmpty()) {
      Label none = new Label(texts.get("findings.no-rows"));
      none.getStyleClass().add("findings-hint");
      getChildren().add(none);
    } else if (table.rows().size() > PAGE) {
      getChildren().add(pages(to));
    }
  }

  private HBox pages(int to) {
    Label where =
        new Label(
            texts.get(
                "findings.rows",
                Texts.number(from + 1L),
                Texts.number(to),
                Texts.number(table.rows().size())));
    where.getStyleClass().add("findings-hint");
    Button before = button("findings.rows.before", from - PAGE);
    before.setDisable(from == 0);
    Button after = button("findings.rows.after", from + PAGE);
    after.setDisable(to == table.rows().size());
    HBox pages = new HBox(8, where, before, after);
    pages.setAlignment(Pos.CENTER_LEFT);
    return pages;
  }

  private Button button(String key, int first) {
    Button button = new Button(texts.get(key));
    button.getStyleClass().setAll("find-button");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(
        event -> {
          from = first;
          show();
        });
    return button;
  }
}
