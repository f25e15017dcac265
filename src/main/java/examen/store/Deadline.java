package examen.store;

import java.time.Duration;

/** How long a look into a file of unknown origin may still take. */
final class Deadline {
  private final long nanos;
  private volatile long end;

  Deadline(Duration time) {
    nanos = time.toNanos();
    restart();
  }

  void restart() {
    end = System.nanoTime() + nanos;
  }

  boolean isOver() {
    return System.nanoTime() - end > 0;
  }
}
