package examen.desktop.codebook;

import examen.app.RuleLine.Use;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import examen.highlight.Category;
import java.util.Comparator;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The table of rules. */
final class RuleTableView extends TableView<RuleRow> {
  private static final double ROW = 30;

  private final CodebookViewModel model;
  private final Texts texts;
  private final Runnable edit;
  private final SortedList<RuleRow> sorted;
  private boolean selecting;

  /**
   * @param edit puts the keyboard where the rule is written
   */
  RuleTableView(
      CodebookViewModel model, Texts texts, Runnable edit, Subscriptions subscriptions) {
    this.model = model;
    this.texts = texts;
    this.edit = edit;
    getStyleClass().add("rule-table");
    setAccessibleText(texts.get("rules.table"));
    setFixedCellSize(ROW);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    Label none = new Label(texts.get("rules.none"));
    none.getStyleClass().add("queue-none");
    setPlaceholder(none);
    addColumns();
    sorted = new SortedList<>(model.list().shown());
    subscriptions.bind(sorted.comparatorProperty(), comparatorProperty());
    setItems(sorted);
    subscriptions.onChange(getSelectionModel().selectedItemProperty(), this::chosen);
    subscriptions.watchAny(sorted, this::selectAgain);
    subscriptions.onChange(model.selectedProperty(), key -> selectAgain());
    subscriptions.filter(this, KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void addColumns() {
    add("on", 40, RuleRow::use, this::switchCell, Comparator.naturalOrder());
    add("category", 130, RuleRow::category, this::categoryCell, byName());
    add("id", 150, row -> row, () -> new TextCell<>(this::showId), byId());
    add(
        "origin",
        66,
        RuleRow::origin,
        () -> new TextCell<>((cell, origin) -> cell.setText(texts.get("rules.is." + origin.wire()))),
        Comparator.naturalOrder());
    add("highlights", 60, RuleRow::highlights, this::numberCell, Comparator.naturalOrder());
    add("transcripts", 60, RuleRow::transcripts, this::numberCell, Comparator.naturalOrder());
    add("accepted", 190, RuleRow::decisions, () -> new AcceptedCell(texts), RuleRow.byTrust());
  }

  private <T> void add(
      String key,
      double width,
      Function<RuleRow, T> value,
      Supplier<TableCell<RuleRow, T>> cell,
      Comparator<? super T> order) {
    TableColumn<RuleRow, T> column = new TableColumn<>(texts.get("rules.column." + key));
    column.setId(key);
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, 40));
    column.setCellValueFactory(row -> new SimpleObjectProperty<>(value.apply(row.getValue())));
    column.setCellFactory(of -> cell.get());
    column.setComparator(order::compare);
    getColumns().add(column);
  }

  private Comparator<Category> byName() {
    return Comparator.comparing(category -> texts.get("category." + category.wire()));
  }

  private static Comparator<RuleRow> byId() {
    return Comparator.comparing(RuleRow::id);
  }

  private TableCell<RuleRow, Use> switchCell() {
    TextCell<Use> cell =
        new TextCell<>(
            (shown, use) -> {
              shown.setText(use == Use.ON ? "✓" : "–");
              shown.setAccessibleText(texts.get("rules.is." + use.wire()));
            });
    cell.getStyleClass().add("rule-switch");
    cell.setAlignment(Pos.CENTER);
    cell.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          RuleRow row = cell.getTableRow() == null ? null : cell.getTableRow().getItem();
          if (row != null) {
            model.toggle(row.key());
          }
        });
    return cell;
  }

  private TableCell<RuleRow, Category> categoryCell() {
    return new TextCell<>(
        (cell, category) -> {
          cell.setText(texts.get("category." + category.wire()));
          cell.setGraphic(CategoryBar.sample(category));
        });
  }

  private void showId(TableCell<RuleRow, RuleRow> cell, RuleRow row) {
    String id = row.id().isEmpty() ? texts.get("rules.unnamed") : VisibleText.inOneLine(row.id());
    cell.setText(row.unsaved() ? texts.get("rules.unsaved.row", id) : id);
  }

  private TableCell<RuleRow, Integer> numberCell() {
    TextCell<Integer> cell =
        new TextCell<>(
            (shown, count) ->
                shown.setText(count == RuleRow.NOT_COUNTED ? "–" : Texts.number(count)));
    cell.setAlignment(Pos.CENTER_RIGHT);
    return cell;
  }

  private void chosen(@Nullable RuleRow row) {
    if (row != null && !selecting) {
      model.select(row.key());
    }
  }

  /** Rows are made anew; the rule stays chosen. */
  private void selectAgain() {
    RuleRow now =
        sorted.stream()
            .filter(row -> row.key().equals(model.selectedProperty().get()))
            .findFirst()
            .orElse(null);
    selecting = true;
    if (now == null) {
      getSelectionModel().clearSelection();
    } else if (!now.equals(getSelectionModel().getSelectedItem())) {
      getSelectionModel().select(now);
      getFocusModel().focus(sorted.indexOf(now));
    }
    selecting = false;
  }

  /** Brings the chosen rule into sight. */
  void showChosen() {
    int at = getSelectionModel().getSelectedIndex();
    if (at >= 0) {
      scrollTo(Math.max(0, at - 3));
    }
  }

  private void pressed(KeyEvent event) {
    RuleRow row = getSelectionModel().getSelectedItem();
    if (row == null || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    boolean used =
        switch (event.getCode()) {
          case SPACE -> done(() -> model.toggle(row.key()));
          case ENTER -> done(edit);
          case DELETE -> done(() -> model.remove(row.key()));
          default -> false;
        };
    if (used) {
      event.consume();
    }
  }

  private static boolean done(Runnable action) {
    action.run();
    return true;
  }

  /** A cell that shows a value, and steps back where its rule is off. */
  private static final class TextCell<T> extends TableCell<RuleRow, T> {
    private final BiConsumer<TableCell<RuleRow, T>, T> show;

    TextCell(BiConsumer<TableCell<RuleRow, T>, T> show) {
      this.show = show;
    }

    @Override
    protected void updateItem(T value, boolean isEmpty) {
      super.updateItem(value, isEmpty);
      if (isEmpty || value == null) {
        setText(null);
        setGraphic(null);
      } else {
        show.accept(this, value);
      }
      RuleRow row = getTableRow() == null ? null : getTableRow().getItem();
      boolean off = row != null && row.use() == Use.OFF;
      getStyleClass().remove("rule-off");
      if (off) {
        getStyleClass().add("rule-off");
      }
    }
  }
}
