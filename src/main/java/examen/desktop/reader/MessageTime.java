package examen.desktop.reader;

import examen.desktop.fx.Local;
import examen.transcript.Message;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** When a message was said, where its source says so under one of the usual names. */
final class MessageTime {
  private static final List<String> NAMES =
      List.of("timestamp", "created_at", "createdAt", "create_time", "time", "created", "date");

  /** Seconds since 1970 of the year 2001 and, read as milliseconds, of no year that matters. */
  private static final double EARLIEST = 1e9;

  private static final double MILLISECONDS = 1e11;
  private static final int LONGEST = 40;

  private MessageTime() {}

  /**
   * The time as the user's system writes it.
   *
   * @param zone in which a time is shown whose source gives its zone; others are shown as they are
   */
  static Optional<String> of(Message message, ZoneId zone) {
    return NAMES.stream()
        .map(name -> message.metadata().values().get(name))
        .filter(value -> value != null && value.length() <= LONGEST)
        .flatMap(value -> read(value, zone).stream())
        .findFirst()
        .map(Local::exactMoment);
  }

  /** A JSON text: a string with a date and time of ISO 8601, or a number since 1970. */
  private static Optional<LocalDateTime> read(String json, ZoneId zone) {
    try {
      if (!json.startsWith("\"")) {
        return since1970(Double.parseDouble(json), zone);
      }
      String text = json.substring(1, json.length() - 1).replace(' ', 'T');
      boolean zoned = text.endsWith("Z") || text.matches(".*T.*[+-]\\d\\d:?\\d\\d");
      return Optional.of(
          zoned
              ? OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDateTime()
              : LocalDateTime.parse(text));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDateTime> since1970(double number, ZoneId zone) {
    if (!(number >= EARLIEST && number < EARLIEST * 1e5)) {
      return Optional.empty();
    }
    double millis = number < MILLISECONDS ? number * 1000 : number;
    return Optional.of(LocalDateTime.ofInstant(Instant.ofEpochMilli((long) millis), zone));
  }
}
