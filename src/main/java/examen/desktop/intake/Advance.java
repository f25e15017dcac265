package examen.desktop.intake;

/**
 * How far work is, and how fast.
 *
 * @param files files that are done with
 * @param filesInAll 0 where that is not known yet
 * @param file what is being worked on
 * @param share share done, 0 to 1; negative where it is not known
 * @param speed over the last while
 * @param secondsLeft negative where that cannot be said
 */
public record Advance(
    long files, long filesInAll, String file, double share, Speed speed, double secondsLeft) {
  public static final Advance NONE = new Advance(0, 0, "", -1, new Speed(0, 0), -1);

  /** How much is done a second; 0 where that cannot be said. */
  public record Speed(double records, double bytes) {}
}
