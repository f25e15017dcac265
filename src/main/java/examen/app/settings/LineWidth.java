package examen.app.settings;

import java.util.Arrays;
import java.util.Optional;

/** How long the lines of a transcript may get. */
public enum LineWidth {
  NARROW("narrow"),
  NORMAL("normal"),
  WIDE("wide"),
  /** As wide as the window allows. */
  FULL("full");

  private final String wire;

  LineWidth(String wire) {
    this.wire = wire;
  }

  /** The name in settings and in the keys of texts. */
  public String wire() {
    return wire;
  }

  public static Optional<LineWidth> ofWire(String wire) {
    return Arrays.stream(values()).filter(it -> it.wire.equals(wire)).findFirst();
  }
}
