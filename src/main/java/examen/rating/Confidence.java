package examen.rating;

import java.util.Optional;

/** How sure a rater is. */
public enum Confidence {
  LOW("low"),
  MEDIUM("medium"),
  HIGH("high");

  private final String wire;

  Confidence(String wire) {
    this.wire = wire;
  }

  /** The name in files and in the store. */
  public String wire() {
    return wire;
  }

  public static Optional<Confidence> ofWire(String wire) {
    for (Confidence confidence : values()) {
      if (confidence.wire.equals(wire)) {
        return Optional.of(confidence);
      }
    }
    return Optional.empty();
  }
}
