package examen.desktop.intake;

import examen.app.ImportPreview.Listed;
import examen.app.ImportPreview.Problems;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The problems of an import, and those that a filter lets through. */
public final class ProblemsViewModel {
  private final Problems problems;
  private final ObservableList<Listed> shown = FXCollections.observableArrayList();
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.ALL);

  /** Which problems are shown. */
  public enum Kind {
    ALL("all"),
    REFUSED("refused"),
    NOTES("notes");

    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }

    /** The name in text keys. */
    public String wire() {
      return wire;
    }

    boolean has(Listed listed) {
      return switch (this) {
        case ALL -> true;
        case REFUSED -> listed.refused();
        case NOTES -> !listed.refused();
      };
    }
  }

  public ProblemsViewModel(Problems problems) {
    this.problems = problems;
    filter.addListener(changed -> refresh());
    kind.addListener(changed -> refresh());
    refresh();
  }

  public Problems problems() {
    return problems;
  }

  public ObservableList<Listed> shown() {
    return shown;
  }

  public StringProperty filterProperty() {
    return filter;
  }

  public ObjectProperty<Kind> kindProperty() {
    return kind;
  }

  /** Problems that are counted but not listed. */
  public int unlisted() {
    return problems.inAll() - problems.listed().size();
  }

  private void refresh() {
    List<String> words = List.of(filter.get().toLowerCase(Locale.ROOT).strip().split("\\s+"));
    shown.setAll(
        problems.listed().stream()
            .filter(kind.get()::has)
            .filter(listed -> matches(listed, words))
            .toList());
  }

  private static boolean matches(Listed listed, List<String> words) {
    String text =
        (listed.source() + " " + listed.record() + " " + listed.text()).toLowerCase(Locale.ROOT);
    return words.stream().allMatch(text::contains);
  }
}
