package examen.desktop.fx;

/** The time that is left, in words that do not change with every second. */
public final class TimeLeft {
  private TimeLeft() {}

  /**
   * @param seconds not negative
   */
  public static String of(double seconds, Texts texts) {
    if (seconds < 5) {
      return texts.get("left.moment");
    }
    if (seconds < 55) {
      return texts.get("left.seconds", 10 * Math.max(1, Math.round(seconds / 10)));
    }
    long minutes = Math.max(1, Math.round(seconds / 60));
    return minutes < 90
        ? texts.count("left.minutes", (int) minutes)
        : texts.count("left.hours", (int) Math.min(9_999, Math.round(seconds / 3600)));
  }
}
