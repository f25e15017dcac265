package examen.desktop.codebook;

import examen.app.RuleLine.Origin;
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
import javafx.collections.ListChangeListener;
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
  RuleTableView(CodebookViewModel model, Texts texts, Runnable edit, Subscriptions subscriptions) {
    this.model = model;
    this.texts = texts;
    this.edit = edit;
    getStyleClass().add("rule-table");
    setAccessibleText(texts.get("rules.table"));
    setFixedCellSize(ROW);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    Label none = new Label(texts.get("rules.none"));
    none.getStyleClass().add("queue-none");
    setPlaceholder(none);
    addColumns();
    sorted = new SortedList<>(model.list().shown());
    subscriptions.bind(sorted.comparatorProperty(), comparatorProperty());
    setItems(sorted);
    subscriptions.onChange(getSelectionModel().selectedItemProperty(), this::chosen);
    // Behind the table's own, which lets go of the rows that were chosen.
    ListChangeListener<RuleRow> again = change -> selectAgain();
    sorted.addListener(again);
    subscriptions.add(() -> sorted.removeListener(again));
    selectAgain();
    subscriptions.onChange(model.selectedProperty(), key -> selectAgain());
    subscriptions.filter(this, KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void addColumns() {
    fixed(38, add("on", RuleRow::use, this::switchCell, Comparator.naturalOrder()));
    sized(150, 90, add("id", row -> row, () -> new TextCell<>(this::showId), byId()));
    sized(118, 60, add("category", RuleRow::category, this::categoryCell, byName()));
    fixed(62, add("origin", RuleRow::origin, this::originCell, Comparator.naturalOrder()));
    fixed(56, add("highlights", RuleRow::highlights, this::numberCell, Comparator.naturalOrder()));
    fixed(
        48, add("transcripts", RuleRow::transcripts, this::numberCell, Comparator.naturalOrder()));
    sized(
        150,
        126,
        add("accepted", RuleRow::decisions, () -> new AcceptedCell(texts), RuleRow.byTrust()));
  }

  private static void fixed(double width, TableColumn<?, ?> column) {
    column.setPrefWidth(width);
    column.setMinWidth(width);
    column.setMaxWidth(width);
  }

  private static void sized(double width, double least, TableColumn<?, ?> column) {
    column.setPrefWidth(width);
    column.setMinWidth(least);
  }

  private <T> TableColumn<RuleRow, T> add(
      String key,
      Function<RuleRow, T> value,
      Supplier<TableCell<RuleRow, T>> cell,
      Comparator<? super T> order) {
    TableColumn<RuleRow, T> column = new TableColumn<>(texts.get("rules.column." + key));
    column.setId(key);
    column.setCellValueFactory(row -> new SimpleObjectProperty<>(value.apply(row.getValue())));
    column.setCellFactory(of -> cell.get());
    column.setComparator(order::compare);
    getColumns().add(column);
    return column;
  }

  private TableCell<RuleRow, Origin> originCell() {
    return new TextCell<>((cell, origin) -> cell.setText(texts.get("rules.is." + origin.wire())));
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
