package examen.desktop.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;

class BreakViewModelTest {
  private final Instant[] now = {Instant.parse("2026-11-21T10:00:00Z")};
  private final int[] minutes = {50};
  private final SimpleStringProperty said = new SimpleStringProperty("");
  private final BreakViewModel breaks =
      new BreakViewModel(() -> now[0], () -> minutes[0], n -> n + " minutes", said);

  @Test
  void aBreakIsProposedAfterWorkWithoutOne() {
    work(49);
    assertEquals("", said.get());
    work(2);
    assertEquals("51 minutes", said.get());
  }

  @Test
  void whoDismissesItOrRestsStartsAnew() {
    work(51);
    said.set("");
    work(20);
    assertEquals("", said.get());
    work(40);
    assertEquals("60 minutes", said.get());
    now[0] = now[0].plus(Duration.ofMinutes(6));
    breaks.look();
    assertEquals("", said.get());
    work(49);
    assertEquals("", said.get());
  }

  @Test
  void whoWantsNoneIsProposedNone() {
    minutes[0] = 0;
    work(300);
    assertEquals("", said.get());
  }

  private void work(int howLong) {
    for (int i = 0; i < howLong; i++) {
      breaks.active();
      now[0] = now[0].plus(Duration.ofMinutes(1));
      breaks.look();
    }
  }
}
