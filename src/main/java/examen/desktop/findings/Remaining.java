package examen.desktop.findings;

/** Reckons how long work goes on that tells how far it is. */
final class Remaining {
  /** Before so much time has passed nothing is said of what is left. */
  private static final double SOONEST = 0.8;

  private double fromShare;
  private long fromNanos;
  private double latest;

  /**
   * @param nanos when the work began
   */
  Remaining(long nanos) {
    fromNanos = nanos;
  }

  /**
   * How many seconds are left; negative where that cannot be said yet.
   *
   * @param share how much is done, 0 to 1; less than before where another stretch of the work
   *     begins, of which alone the time is then reckoned; negative where it is not known
   */
  double seconds(double share, long nanos) {
    if (share < latest || latest < 0) {
      fromShare = Math.max(0, share);
      fromNanos = nanos;
    }
    latest = share;
    double passed = (nanos - fromNanos) / 1e9;
    double gained = share - fromShare;
    return gained > 0 && passed >= SOONEST ? passed * (1 - share) / gained : -1;
  }
}
