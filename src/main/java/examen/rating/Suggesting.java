package examen.rating;

import java.util.Optional;

/** When a rater is shown what was learned from decisions on highlights. */
public enum Suggesting {
  OFF("off"),
  /**
   * Once their review of the transcript is submitted; until then they see rules' highlights only.
   */
  AFTER_SUBMISSION("after-submission"),
  /** Always. Before they submit, it is learned from nothing that they may not see. */
  ON("on");

  private final String wire;

  Suggesting(String wire) {
    this.wire = wire;
  }

  /** The name in projects and on the command line. */
  public String wire() {
    return wire;
  }

  public static Optional<Suggesting> ofWire(String wire) {
    for (Suggesting suggesting : values()) {
      if (suggesting.wire.equals(wire)) {
        return Optional.of(suggesting);
      }
    }
    return Optional.empty();
  }
}
