package examen.app.settings;

import java.util.Arrays;
import java.util.Optional;

/** How close together things stand. */
public enum Density {
  COMPACT("compact"),
  NORMAL("normal"),
  ROOMY("roomy");

  private final String wire;

  Density(String wire) {
    this.wire = wire;
  }

  /** The name in settings and in the keys of texts. */
  public String wire() {
    return wire;
  }

  public static Optional<Density> ofWire(String wire) {
    return Arrays.stream(values()).filter(it -> it.wire.equals(wire)).findFirst();
  }
}
