package examen.desktop.fx;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.chrono.ChronoLocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Numbers and times as the user's system writes them. */
public final class Local {
  private Local() {}

  /** A whole number: 1,048,576. */
  public static String number(long number) {
    return String.format(locale(), "%,d", number);
  }

  /**
   * A number with a fraction.
   *
   * @param digits after the point, 0 or more
   */
  public static String decimal(double number, int digits) {
    return String.format(locale(), "%,." + digits + "f", number);
  }

  /** A time of day to the second. */
  public static String time(LocalTime time) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withLocale(locale()).format(time);
  }

  /** A day and the time of day to the minute. */
  public static String moment(ChronoLocalDateTime<?> moment) {
    return minutes().format(moment);
  }

  /** A day and the time of day to the minute, by the clock of its zone. */
  public static String moment(ZonedDateTime moment) {
    return minutes().format(moment);
  }

  private static DateTimeFormatter minutes() {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale());
  }

  private static Locale locale() {
    return Locale.getDefault(Locale.Category.FORMAT);
  }
}
