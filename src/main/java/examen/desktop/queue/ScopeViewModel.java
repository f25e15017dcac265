package examen.desktop.queue;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Whether the queue holds only what a plan gives the rater, or everything. */
public final class ScopeViewModel {
  private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper all = new ReadOnlyBooleanWrapper();
  private final Runnable changed;

  /**
   * @param changed has the queue filled anew
   */
  public ScopeViewModel(Runnable changed) {
    this.changed = changed;
  }

  /** Whether there is a plan for the rater, and they may look at what is not theirs. */
  public ReadOnlyBooleanProperty offeredProperty() {
    return offered.getReadOnlyProperty();
  }

  /** Whether everything is shown. */
  public ReadOnlyBooleanProperty allProperty() {
    return all.getReadOnlyProperty();
  }

  /** Takes whether there is a choice now. */
  public void offer(OwnChoice choice) {
    offered.set(choice == OwnChoice.MINE_OR_ALL);
    if (!offered.get()) {
      all.set(false);
    }
  }

  /** What a rater can choose. */
  public enum OwnChoice {
    /** There is one queue. */
    NONE,
    MINE_OR_ALL
  }

  /** Shows everything; false where that is so already, or not the rater's to choose. */
  public boolean showAll() {
    boolean can = offered.get() && !all.get();
    if (can) {
      toggle();
    }
    return can;
  }

  /** Shows everything, or only what is the rater's. */
  public void toggle() {
    if (offered.get()) {
      all.set(!all.get());
      changed.run();
    }
  }
}
