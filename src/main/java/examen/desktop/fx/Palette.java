package examen.desktop.fx;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Lines that are found by typing some of their words, and of which one is chosen.
 *
 * @param <T> what a line stands for
 */
public abstract class Palette<T> {
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final StringProperty typed =
      new SimpleStringProperty("") {
        @Override
        protected void invalidated() {
          find();
        }
      };
  private final IntegerProperty chosen = new SimpleIntegerProperty();
  private final ObservableList<T> found = FXCollections.observableArrayList();

  /** Whether the palette is shown. */
  public final BooleanProperty openProperty() {
    return open;
  }

  /** What is typed to find a line. */
  public final StringProperty typedProperty() {
    return typed;
  }

  /** What fits what is typed, the best first. */
  public final ObservableList<T> found() {
    return found;
  }

  /** Which of what was found Enter takes, from 0. */
  public final IntegerProperty chosenProperty() {
    return chosen;
  }

  /** Shows the palette, with nothing typed. */
  public void open() {
    typed.set("");
    find();
    open.set(true);
  }

  public final void close() {
    open.set(false);
  }

  /** Goes down by so many lines, or up; round at both ends. */
  public final void move(int by) {
    if (!found.isEmpty()) {
      chosen.set(Math.floorMod(chosen.get() + by, found.size()));
    }
  }

  /** What Enter takes; empty where nothing was found. */
  protected final Optional<T> chosen() {
    return chosen.get() < found.size() ? Optional.of(found.get(chosen.get())) : Optional.empty();
  }

  /** All that fits these words, the best first. */
  protected abstract List<T> fitting(String words);

  private void find() {
    found.setAll(fitting(typed.get()));
    chosen.set(0);
  }
}
