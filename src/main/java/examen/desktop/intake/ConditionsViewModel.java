package examen.desktop.intake;

import examen.app.ConditionMapping;
import examen.app.ImportPreview.ConditionFound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The conditions that were found, and what is to become of them on import. */
public final class ConditionsViewModel {
  private final ObservableList<ConditionRow> rows = FXCollections.observableArrayList();
  private final ObservableList<Constant> constants = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<ConditionMapping> mapping =
      new ReadOnlyObjectWrapper<>(ConditionMapping.NONE);

  /** A condition that every transcript is given. */
  public record Constant(StringProperty name, StringProperty value) {
    boolean isWhole() {
      return !name.get().isBlank() && !value.get().isBlank();
    }
  }

  /** Shows what was found; what was decided on a condition of the same name stays. */
  void show(List<ConditionFound> found) {
    Map<String, ConditionRow> before = new HashMap<>();
    rows.forEach(row -> before.put(row.found().name(), row));
    List<ConditionRow> now = found.stream().map(ConditionRow::new).toList();
    for (ConditionRow row : now) {
      ConditionRow same = before.get(row.found().name());
      if (same != null) {
        row.takeOver(same);
      }
      row.observables().forEach(o -> o.addListener(changed -> refresh()));
    }
    rows.setAll(now);
    refresh();
  }

  void clear() {
    rows.clear();
    constants.clear();
    refresh();
  }

  public ObservableList<ConditionRow> rows() {
    return rows;
  }

  public ObservableList<Constant> constants() {
    return constants;
  }

  /** Adds a condition for all, yet to be named. */
  public Constant addConstant() {
    Constant constant = new Constant(new SimpleStringProperty(""), new SimpleStringProperty(""));
    constant.name().addListener(changed -> refresh());
    constant.value().addListener(changed -> refresh());
    constants.add(constant);
    return constant;
  }

  public void removeConstant(Constant constant) {
    constants.remove(constant);
    refresh();
  }

  /** What all the changes come to. */
  public ReadOnlyObjectProperty<ConditionMapping> mappingProperty() {
    return mapping.getReadOnlyProperty();
  }

  /** Names in the project that more than one of the source's conditions would get. */
  public List<String> clashes() {
    Set<String> seen = new HashSet<>();
    List<String> twice = new ArrayList<>();
    for (ConditionRow row : rows) {
      if (row.keptProperty().get() && !seen.add(row.target()) && !twice.contains(row.target())) {
        twice.add(row.target());
      }
    }
    return twice;
  }

  private void refresh() {
    Map<String, String> renamed = new HashMap<>();
    Set<String> dropped = new HashSet<>();
    for (ConditionRow row : rows) {
      if (!row.keptProperty().get()) {
        dropped.add(row.found().name());
      } else if (!row.target().equals(row.found().name())) {
        renamed.put(row.found().name(), row.target());
      }
    }
    Map<String, String> set = new LinkedHashMap<>();
    constants.stream()
        .filter(Constant::isWhole)
        .forEach(c -> set.put(c.name().get().strip(), c.value().get().strip()));
    mapping.set(
        new ConditionMapping(
            renamed, dropped, rows.stream().flatMap(row -> row.fill().stream()).toList(), set));
  }
}
