package examen.desktop.fx;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
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

  /**
   * A day and the time of day to the minute.
   *
   * @param moment has both; what has a zone is shown by the clock of that, here and below
   */
  public static String moment(TemporalAccessor moment) {
    return moment(moment, FormatStyle.SHORT);
  }

  /** A day and the time of day to the second. */
  public static String exactMoment(TemporalAccessor moment) {
    return moment(moment, FormatStyle.MEDIUM);
  }

  private static String moment(TemporalAccessor moment, FormatStyle time) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, time)
        .withLocale(locale())
        .format(moment);
  }

  private static Locale locale() {
    return Locale.getDefault(Locale.Category.FORMAT);
  }
}
