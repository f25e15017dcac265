package examen.rating;

import java.util.Optional;

/** How far an action went. */
public enum Enactment {
  EXECUTED("executed"),
  ATTEMPTED("attempted"),
  CONSIDERED("considered");

  private final String wire;

  Enactment(String wire) {
    this.wire = wire;
  }

  /** The name in files and in the store. */
  public String wire() {
    return wire;
  }

  public static Optional<Enactment> ofWire(String wire) {
    for (Enactment enactment : values()) {
      if (enactment.wire.equals(wire)) {
        return Optional.of(enactment);
      }
    }
    return Optional.empty();
  }
}
