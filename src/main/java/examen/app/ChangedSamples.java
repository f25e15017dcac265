package examen.app;

import java.util.Optional;

/**
 * What becomes of a sample that its source calls by the name of one that is there already, when it
 * does not say the same as that.
 */
public enum ChangedSamples {
  /** It is reported and stays out. */
  REPORT("report"),
  /** It is taken in beside the one that is there. */
  IMPORT("import");

  private final String wire;

  ChangedSamples(String wire) {
    this.wire = wire;
  }

  /** The name on the command line. */
  public String wire() {
    return wire;
  }

  public static Optional<ChangedSamples> ofWire(String wire) {
    for (ChangedSamples changed : values()) {
      if (changed.wire.equals(wire)) {
        return Optional.of(changed);
      }
    }
    return Optional.empty();
  }
}
