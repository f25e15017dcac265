package examen.desktop.intake;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Measures how fast work goes, over the last seconds, and says when it is time to tell. Used from
 * the thread of the work alone.
 */
final class Pace {
  private static final long BETWEEN = 80_000_000L;
  private static final long SPAN = 8_000_000_000L;
  private static final long SOONEST = 400_000_000L;

  private final Deque<Mark> marks = new ArrayDeque<>();

  private record Mark(long nanos, long done) {}

  /** Whether anything should be told now; the screen need not know of each file. */
  boolean isTime(long nanos) {
    return marks.isEmpty() || nanos - marks.getLast().nanos() >= BETWEEN;
  }

  /** Notes how much is done. */
  void mark(long nanos, long done) {
    marks.addLast(new Mark(nanos, done));
    while (marks.size() > 2 && nanos - marks.getFirst().nanos() > SPAN) {
      marks.removeFirst();
    }
  }

  /** Units a second; 0 where it is too early to say. */
  double perSecond() {
    if (marks.isEmpty()) {
      return 0;
    }
    Mark first = marks.getFirst();
    Mark last = marks.getLast();
    long nanos = last.nanos() - first.nanos();
    return nanos < SOONEST ? 0 : (last.done() - first.done()) * 1e9 / nanos;
  }
}
