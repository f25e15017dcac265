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

  /**
   * How far the work was at a time.
   *
   * @param share share done, 0 to 1
   */
  record Mark(long nanos, long records, long bytes, double share) {}

  /** Whether anything should be told now; the screen need not know of each file. */
  boolean isTime(long nanos) {
    return marks.isEmpty() || nanos - marks.getLast().nanos() >= BETWEEN;
  }

  void add(Mark mark) {
    marks.addLast(mark);
    while (marks.size() > 2 && mark.nanos() - marks.getFirst().nanos() > SPAN) {
      marks.removeFirst();
    }
  }

  /** Zero where it is too early to say. */
  Advance.Speed speed() {
    double seconds = seconds();
    return seconds == 0
        ? new Advance.Speed(0, 0)
        : new Advance.Speed(
            (last().records() - first().records()) / seconds,
            (last().bytes() - first().bytes()) / seconds);
  }

  /** Negative where it is too early to say, or where nothing moves. */
  double secondsLeft() {
    double seconds = seconds();
    double gained = seconds == 0 ? 0 : last().share() - first().share();
    return gained <= 0 ? -1 : Math.max(0, 1 - last().share()) * seconds / gained;
  }

  private double seconds() {
    if (marks.size() < 2) {
      return 0;
    }
    long nanos = last().nanos() - first().nanos();
    return nanos < SOONEST ? 0 : nanos / 1e9;
  }

  private Mark first() {
    return marks.getFirst();
  }

  private Mark last() {
    return marks.getLast();
  }
}
