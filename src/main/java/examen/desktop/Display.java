package examen.desktop;

import java.util.Locale;
import javafx.application.Platform;

/** Whether there is something to open a window on. */
final class Display {
  private Display() {}

  /** Without looking further than at the environment: on Linux a window needs X11 or Wayland. */
  static boolean isThere() {
    if ("Headless".equals(System.getProperty("glass.platform"))) {
      return true;
    }
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    return !linux || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
  }

  /**
   * Starts JavaFX and runs {@code first} on its thread.
   *
   * @return false if it cannot be started: the display that the environment names is not there, or
   *     a library of the system is missing
   */
  static boolean start(Runnable first) {
    try {
      Platform.startup(first);
      return true;
    } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
      return false;
    }
  }

  private static boolean isSet(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isBlank();
  }
}
