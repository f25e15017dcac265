package examen.desktop.intake;

import examen.app.ConditionMapping;
import examen.app.ImportPreview.ConditionFound;
import examen.app.ImportPreview.ValueFound;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A condition that was found, and what is to become of it. */
public final class ConditionRow {
  /** How many values of one condition can be changed. */
  static final int MOST_VALUES = 100;

  private final ConditionFound found;
  private final BooleanProperty kept = new SimpleBooleanProperty(true);
  private final StringProperty name;
  private final StringProperty into;
  private final List<ValueRow> values;

  /** A value that was found, and how it is to be written. */
  public record ValueRow(ValueFound found, StringProperty becomes) {}

  ConditionRow(ConditionFound found) {
    this.found = found;
    name = new SimpleStringProperty(found.name());
    into = new SimpleStringProperty("");
    values =
        found.values().stream()
            .limit(MOST_VALUES)
            .map(value -> new ValueRow(value, new SimpleStringProperty(value.value())))
            .toList();
  }

  public ConditionFound found() {
    return found;
  }

  /** Whether transcripts keep this condition. */
  public BooleanProperty keptProperty() {
    return kept;
  }

  /** Its name in the project; where it is blank, the source's. */
  public StringProperty nameProperty() {
    return name;
  }

  /**
   * Name of another condition that is made from the changed values; where it is blank, they are
   * changed in place.
   */
  public StringProperty intoProperty() {
    return into;
  }

  public List<ValueRow> values() {
    return values;
  }

  /** The name under which it is kept. */
  public String target() {
    String wanted = name.get().strip();
    return wanted.isEmpty() ? found.name() : wanted;
  }

  /** Whether it is taken over as it was found. */
  public boolean unchanged() {
    return kept.get() && target().equals(found.name()) && fill().isEmpty();
  }

  /** The values that are written otherwise. */
  public Optional<ConditionMapping.Fill> fill() {
    Map<String, String> changed = new HashMap<>();
    boolean other = !into.get().isBlank();
    for (ValueRow row : values) {
      String becomes = row.becomes().get().strip();
      if (!becomes.isEmpty() && (other || !becomes.equals(row.found().value()))) {
        changed.put(row.found().value(), becomes);
      }
    }
    String to = other ? into.get().strip() : found.name();
    return changed.isEmpty()
        ? Optional.empty()
        : Optional.of(new ConditionMapping.Fill(found.name(), to, changed));
  }

  /** Takes over what was decided on the same condition before. */
  void takeOver(ConditionRow before) {
    kept.set(before.kept.get());
    name.set(before.name.get());
    into.set(before.into.get());
    Map<String, String> changed = new HashMap<>();
    before.values.forEach(row -> changed.put(row.found().value(), row.becomes().get()));
    values.forEach(
        row -> row.becomes().set(changed.getOrDefault(row.found().value(), row.becomes().get())));
  }

  /** All that can be changed. */
  List<Observable> observables() {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.<Observable>of(kept, name, into),
            values.stream().map(ValueRow::becomes))
        .toList();
  }
}
