package examen.desktop.fx;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Long work under way: how far it is, and the way to stop it. */
public final class Job {
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyStringWrapper doing = new ReadOnlyStringWrapper("");
  private final Consumer<Runnable> onScreen;
  private final AtomicReference<@Nullable Told> told = new AtomicReference<>();

  Job(Consumer<Runnable> onScreen) {
    this.onScreen = onScreen;
  }

  /** Asks the work to stop at the next good place. */
  public void cancel() {
    cancelled.set(true);
  }

  /** Whether the work was asked to stop; for the work to look at. */
  public boolean cancelled() {
    return cancelled.get();
  }

  /**
   * Told by the work, from its own thread.
   *
   * @param done share done, 0 to 1; negative where it is not known
   * @param what a few words, such as the file that is being read
   */
  public void tell(double done, String what) {
    // One look at what was told last is enough, however often work tells.
    if (told.getAndSet(new Told(done, what)) == null) {
      onScreen.accept(this::show);
    }
  }

  private void show() {
    Told last = told.getAndSet(null);
    if (last != null) {
      share.set(last.done());
      doing.set(last.what());
    }
  }

  private record Told(double done, String what) {}

  /** Share done, 0 to 1; negative where it is not known. Changes on the JavaFX thread. */
  public ReadOnlyDoubleProperty shareProperty() {
    return share.getReadOnlyProperty();
  }

  /** What is being done. Changes on the JavaFX thread. */
  public ReadOnlyStringProperty doingProperty() {
    return doing.getReadOnlyProperty();
  }
}
