package examen.desktop.intake;

/**
 * How far work is, and how fast.
 *
 * @param done units done
 * @param total units in all; 0 where that is not known yet
 * @param what what is being worked on
 * @param perSecond units a second, over the last while; 0 where that cannot be said yet
 */
public record Advance(long done, long total, String what, double perSecond) {
  public static final Advance NONE = new Advance(0, 0, "", 0);

  /** Share done, 0 to 1; negative where it is not known. */
  public double share() {
    return total <= 0 ? -1 : Math.min(1, (double) done / total);
  }

  /** Seconds left at this pace; negative where that cannot be said. */
  public double secondsLeft() {
    return total <= 0 || perSecond <= 0 ? -1 : Math.max(0, total - done) / perSecond;
  }
}
