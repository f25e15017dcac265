package examen.desktop.commands;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The command palette: what can be done, and where one can go, by typing some of its words. */
public final class PaletteViewModel {
  /** More lines than anybody would look through. */
  static final int MOST = 60;

  private static final int REMEMBERED = 12;

  private final Supplier<List<Entry>> source;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final StringProperty typed = new SimpleStringProperty("");
  private final ObservableList<Entry> found = FXCollections.observableArrayList();
  private final IntegerProperty chosen = new SimpleIntegerProperty();
  private final List<String> recent = new ArrayList<>();
  private List<Entry> entries = List.of();

  /**
   * @param source all that there is, asked whenever the palette opens
   */
  public PaletteViewModel(Supplier<List<Entry>> source) {
    this.source = source;
    typed.addListener((property, before, now) -> find());
  }

  public BooleanProperty openProperty() {
    return open;
  }

  public StringProperty typedProperty() {
    return typed;
  }

  /** What fits, the best first; among equals, what was done last comes first. */
  public ObservableList<Entry> found() {
    return found;
  }

  /** The line that Enter does. */
  public IntegerProperty chosenProperty() {
    return chosen;
  }

  /** Shows the palette, with nothing typed. */
  public void open() {
    entries = List.copyOf(source.get());
    typed.set("");
    find();
    open.set(true);
  }

  public void close() {
    open.set(false);
  }

  /** Goes down by so many lines, or up; round at both ends. */
  public void move(int by) {
    if (!found.isEmpty()) {
      chosen.set(Math.floorMod(chosen.get() + by, found.size()));
    }
  }

  /** Does the chosen line and puts the palette away; one that is refused stays. */
  public void run() {
    if (chosen.get() < found.size()) {
      run(found.get(chosen.get()));
    }
  }

  /** Does this line, unless it is refused. */
  public void run(Entry entry) {
    if (entry.refusal().get().isEmpty()) {
      recent.remove(entry.id());
      recent.addFirst(entry.id());
      if (recent.size() > REMEMBERED) {
        recent.removeLast();
      }
      close();
      entry.run().run();
    }
  }

  private void find() {
    String wanted = typed.get();
    record Scored(Entry entry, int score) {}
    found.setAll(
        entries.stream()
            .map(entry -> new Scored(entry, Match.of(wanted, entry)))
            .filter(scored -> scored.score() != Match.NONE)
            .sorted(
                Comparator.comparingInt((Scored scored) -> -scored.score())
                    .thenComparingInt(scored -> age(scored.entry())))
            .limit(MOST)
            .map(Scored::entry)
            .toList());
    chosen.set(0);
  }

  private int age(Entry entry) {
    int at = recent.indexOf(entry.id());
    return at < 0 ? REMEMBERED : at;
  }
}
