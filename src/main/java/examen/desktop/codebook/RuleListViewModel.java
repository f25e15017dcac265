package examen.desktop.codebook;

import examen.highlight.Category;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The rules that are listed, and which of them are shown. */
public final class RuleListViewModel {
  private final ObservableList<RuleRow> rows = FXCollections.observableArrayList();
  private final ObservableList<RuleRow> shown = FXCollections.observableArrayList();
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable Category> category = new SimpleObjectProperty<>();
  private @Nullable String current;

  RuleListViewModel() {
    filter.addListener((property, before, now) -> filter());
    category.addListener((property, before, now) -> filter());
  }

  /** All rules, the least trusted first. */
  public ObservableList<RuleRow> rows() {
    return rows;
  }

  /** The rules of the chosen category that have every word of the filter. */
  public ObservableList<RuleRow> shown() {
    return shown;
  }

  public StringProperty filterProperty() {
    return filter;
  }

  /** The category whose rules are shown; null for all. */
  public ObjectProperty<@Nullable Category> categoryProperty() {
    return category;
  }

  /** Shows the rules of this category alone, or all again. */
  public void choose(Category chosen) {
    category.set(chosen == category.get() ? null : chosen);
  }

  /** How many highlights the rules of each category have in what was counted. */
  public Map<Category, Integer> counts() {
    Map<Category, Integer> counts = new EnumMap<>(Category.class);
    for (Category each : Category.values()) {
      counts.put(each, 0);
    }
    rows.forEach(row -> counts.merge(row.category(), Math.max(0, row.highlights()), Integer::sum));
    return counts;
  }

  Optional<RuleRow> row(@Nullable String key) {
    return rows.stream().filter(row -> row.key().equals(key)).findFirst();
  }

  /** The rule that takes the place of this one when it goes. */
  Optional<RuleRow> beside(String key) {
    int at = Math.max(0, shown.indexOf(row(key).orElse(null)));
    List<RuleRow> others = shown.stream().filter(row -> !row.key().equals(key)).toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(others.get(Math.min(at, others.size() - 1)));
  }

  /**
   * Takes these rows in place of those before.
   *
   * @param selected key of the rule that is shown beside the list
   */
  void set(List<RuleRow> all, @Nullable String selected) {
    current = selected;
    List<RuleRow> now = new ArrayList<>(all);
    now.sort(RuleRow.LEAST_TRUSTED_FIRST);
    if (!now.equals(rows)) {
      rows.setAll(now);
      filter();
    }
  }

  private void filter() {
    RuleFilter chosen = new RuleFilter(filter.get(), category.get(), current);
    List<RuleRow> now = rows.stream().filter(chosen::shows).toList();
    if (!now.equals(shown)) {
      shown.setAll(now);
    }
  }
}
