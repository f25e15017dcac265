package examen.rating;

import java.util.Optional;

/** When raters of a project may have themselves shown what others say of a transcript. */
public enum Revealing {
  /** Once their review of it is submitted. */
  AFTER_SUBMISSION("after-submission"),
  /** Before, too; that it was shown is recorded. */
  ANY_TIME("any-time");

  private final String wire;

  Revealing(String wire) {
    this.wire = wire;
  }

  /** The name in projects and on the command line. */
  public String wire() {
    return wire;
  }

  public static Optional<Revealing> ofWire(String wire) {
    for (Revealing revealing : values()) {
      if (revealing.wire.equals(wire)) {
        return Optional.of(revealing);
      }
    }
    return Optional.empty();
  }
}
