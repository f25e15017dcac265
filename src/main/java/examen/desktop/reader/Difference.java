package examen.desktop.reader;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What is different between two lists that are mostly the same: what stands between their equal
 * beginning and their equal end.
 *
 * @param start the index at which both stretches begin
 * @param gone the stretch of the one
 * @param come the stretch of the other in its place
 */
record Difference<T>(int start, List<T> gone, List<T> come) {
  static <T> Difference<T> between(List<T> before, List<T> now) {
    int most = Math.min(before.size(), now.size());
    int start = 0;
    while (start < most && isSame(before.get(start), now.get(start))) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && isSame(before.get(before.size() - 1 - end), now.get(now.size() - 1 - end))) {
      end++;
    }
    return new Difference<>(
        start, before.subList(start, before.size() - end), now.subList(start, now.size() - end));
  }

  boolean isEmpty() {
    return size() == 0;
  }

  int size() {
    return gone.size() + come.size();
  }

  /** What is gone, and then what has come. */
  void both(Consumer<? super T> action) {
    gone.forEach(action);
    come.forEach(action);
  }

  /** Mostly they are the very same things, which need not be compared in all that they hold. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Object one, Object other) {
    return one == other || Objects.equals(one, other);
  }
}
