package examen.desktop.welcome;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** A tour of a few hints, gone through one by one, left at any time. */
public final class TourViewModel {
  /** No hint is shown. */
  public static final int NONE = -1;

  private final List<Hint> hints;
  private final IntegerProperty at = new SimpleIntegerProperty(NONE);

  /**
   * One hint.
   *
   * @param target how to find what it is about: a selector as in a style sheet
   * @param text key of its words
   */
  public record Hint(String target, String text) {}

  public TourViewModel(List<Hint> hints) {
    this.hints = List.copyOf(hints);
  }

  public List<Hint> hints() {
    return hints;
  }

  /** Which hint is shown, from 0; {@link #NONE} for none. */
  public IntegerProperty atProperty() {
    return at;
  }

  public boolean isOn() {
    return at.get() != NONE;
  }

  public void start() {
    at.set(0);
  }

  /** The next hint; after the last one, none. */
  public void next() {
    at.set(at.get() + 1 < hints.size() ? at.get() + 1 : NONE);
  }

  public void back() {
    at.set(Math.max(0, at.get() - 1));
  }

  public void leave() {
    at.set(NONE);
  }
}
