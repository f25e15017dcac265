package examen.app.settings;

/**
 * What is done for people who read ugly things for hours.
 *
 * @param breakMinutes after how many minutes of work a break is proposed; 0 for never
 * @param tourSeen whether the tour of the sample project was shown
 */
public record Care(int breakMinutes, boolean tourSeen) {
  /** A day. */
  public static final int MOST_MINUTES = 24 * 60;

  public static final Care DEFAULT = new Care(50, false);

  public Care {
    breakMinutes = Math.clamp(breakMinutes, 0, MOST_MINUTES);
  }
}
