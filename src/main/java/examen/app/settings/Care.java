package examen.app.settings;

/**
 * What is done for people who read ugly things for hours.
 *
 * @param breakMinutes after how many minutes of work a break is proposed; 0 for never
 * @param tourSeen whether the tour of the sample project was shown
 * @param coversWarned whether texts that the codebook warns of stay covered until they are asked
 *     for
 */
public record Care(int breakMinutes, boolean tourSeen, boolean coversWarned) {
  /** A day. */
  public static final int MOST_MINUTES = 24 * 60;

  public static final Care DEFAULT = new Care(50, false, true);

  public Care {
    breakMinutes = Math.clamp(breakMinutes, 0, MOST_MINUTES);
  }

  public Care withBreak(int minutes) {
    return new Care(minutes, tourSeen, coversWarned);
  }

  public Care withTourSeen() {
    return new Care(breakMinutes, true, coversWarned);
  }

  /** With texts that the codebook warns of covered. */
  public Care covering() {
    return new Care(breakMinutes, tourSeen, true);
  }

  /** With texts that the codebook warns of shown at once. */
  public Care notCovering() {
    return new Care(breakMinutes, tourSeen, false);
  }
}
