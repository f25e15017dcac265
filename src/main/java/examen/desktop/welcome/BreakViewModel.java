package examen.desktop.welcome;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Proposes a break, quietly, after a while of work without one. */
public final class BreakViewModel {
  /** Who does nothing for so long has had a break. */
  private static final Duration BREAK = Duration.ofMinutes(5);

  private final InstantSource clock;
  private final IntSupplier minutes;
  private final IntFunction<String> words;
  private final StringProperty said;
  private @Nullable Instant since;
  private @Nullable Instant latest;

  /**
   * @param minutes after how many a break is proposed; 0 for never
   * @param words what is said after so many minutes
   * @param said where it is said; emptied by the user to have it go away
   */
  public BreakViewModel(
      InstantSource clock, IntSupplier minutes, IntFunction<String> words, StringProperty said) {
    this.clock = clock;
    this.minutes = minutes;
    this.words = words;
    this.said = said;
    said.addListener(
        (property, before, now) -> {
          if (now.isEmpty()) {
            since = null;
          }
        });
  }

  /** The user does something. */
  public void active() {
    Instant now = clock.instant();
    if (latest != null && Duration.between(latest, now).compareTo(BREAK) >= 0) {
      rested();
    }
    if (since == null) {
      since = now;
    }
    latest = now;
  }

  /** Looks whether it is time; called every now and then. */
  public void look() {
    Instant now = clock.instant();
    if (minutes.getAsInt() == 0
        || (latest != null && Duration.between(latest, now).compareTo(BREAK) >= 0)) {
      rested();
    } else if (since != null) {
      long worked = Duration.between(since, now).toMinutes();
      if (worked >= minutes.getAsInt()) {
        said.set(words.apply((int) worked));
      }
    }
  }

  private void rested() {
    since = null;
    said.set("");
  }
}
