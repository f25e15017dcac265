package examen.desktop.fx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Does something once after a time, whatever the window does meanwhile. */
public final class Once {
  private Once() {}

  /** Does it after so many seconds, on a thread of its own. */
  public static void after(int seconds, Runnable action) {
    CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS).execute(action);
  }
}
