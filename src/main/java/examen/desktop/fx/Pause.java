package examen.desktop.fx;

import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Waits until nothing was asked for a while, and then does what was asked last. */
public final class Pause implements Delay {
  private final int millis;

  /** Made when it is wanted: only where there is a screen does time pass for it. */
  private @Nullable PauseTransition wait;

  /**
   * @param millis how long nothing must have been asked, in milliseconds
   */
  public Pause(int millis) {
    this.millis = millis;
  }

  @Override
  public void then(Runnable action) {
    close();
    PauseTransition next = new PauseTransition(Duration.millis(millis));
    next.setOnFinished(event -> action.run());
    next.play();
    wait = next;
  }

  @Override
  public void close() {
    if (wait != null) {
      wait.stop();
      wait = null;
    }
  }
}
