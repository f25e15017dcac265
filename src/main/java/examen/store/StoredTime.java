package examen.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Times as the project file has them: UTC, ISO 8601, always with three decimals, so that they sort
 * as text.
 */
final class StoredTime {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant PAST_LAST = Instant.parse("9999-12-31T23:59:59.999Z").plusMillis(1);

  private static final String SHAPE = "0000-00-00T00:00:00.000Z";
  private static final int NANOS_IN_A_MILLISECOND = 1_000_000;

  private StoredTime() {}

  static String text(Instant time) {
    if (time.isBefore(FIRST) || !time.isBefore(PAST_LAST)) {
      throw new StoreException("not stored: a time outside the years 0000 to 9999");
    }
    return FORM.format(time);
  }

  /**
   * Reads by hand what {@link #text} writes: a long log has many times, and the library's parser is
   * slow.
   */
  static Instant of(String text) {
    if (!hasForm(text)) {
      throw Stored.damaged("a time cannot be read");
    }
    try {
      return LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, 19),
              number(text, 20, 23) * NANOS_IN_A_MILLISECOND)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new StoreException("the project file is damaged: there is no such time", e);
    }
  }

  private static boolean hasForm(String text) {
    if (text.length() != SHAPE.length()) {
      return false;
    }
    for (int i = 0; i < SHAPE.length(); i++) {
      char shape = SHAPE.charAt(i);
      char c = text.charAt(i);
      if (shape == '0' ? c < '0' || c > '9' : c != shape) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
