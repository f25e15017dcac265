package examen.stats.span;

/** How many steps a search may still take: counted, not timed, so that all machines stop alike. */
final class Effort {
  private long left;

  Effort(long steps) {
    this.left = steps;
  }

  /** Whether this step may still be taken. */
  boolean spend() {
    left--;
    return left >= 0;
  }

  boolean isSpent() {
    return left <= 0;
  }
}
