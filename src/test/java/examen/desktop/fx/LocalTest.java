package examen.desktop.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalTest {
  private static final LocalDateTime MOMENT = LocalDateTime.of(2026, 11, 21, 22, 31, 7);

  private final Locale before = Locale.getDefault(Locale.Category.FORMAT);

  @AfterEach
  void restore() {
    Locale.setDefault(Locale.Category.FORMAT, before);
  }

  @Test
  void numbersAndTimesAreWrittenAsTheSystemWritesThem() {
    Locale.setDefault(Locale.Category.FORMAT, Locale.UK);
    assertEquals("1,048,576", Local.number(1_048_576));
    assertEquals("0.25", Local.decimal(0.25, 2));
    assertEquals("22:31:07", Local.time(LocalTime.of(22, 31, 7)));
    assertEquals("21 Nov 2026, 22:31", Local.moment(MOMENT));
    assertEquals("21 Nov 2026, 22:31:07", Local.exactMoment(MOMENT));
    Locale.setDefault(Locale.Category.FORMAT, Locale.GERMANY);
    assertEquals("1.048.576", Local.number(1_048_576));
    assertEquals("0,25", Local.decimal(0.25, 2));
    assertEquals("21.11.2026, 22:31", Local.moment(MOMENT));
  }
}
