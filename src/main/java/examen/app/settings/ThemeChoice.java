package examen.app.settings;

import java.util.Arrays;
import java.util.Optional;

/** Which colours the window has. */
public enum ThemeChoice {
  LIGHT("light"),
  DARK("dark"),
  HIGH_CONTRAST("high-contrast"),
  /** Those that the system has. */
  SYSTEM("system");

  private final String wire;

  ThemeChoice(String wire) {
    this.wire = wire;
  }

  /** The name in settings and in the keys of texts. */
  public String wire() {
    return wire;
  }

  public static Optional<ThemeChoice> ofWire(String wire) {
    return Arrays.stream(values()).filter(it -> it.wire.equals(wire)).findFirst();
  }
}
