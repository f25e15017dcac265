package examen.app.search;

import java.util.Optional;

/** The kinds of parts that have text to look through. */
public enum PartKind {
  TEXT("text"),
  REASONING("reasoning"),
  TOOL_CALL("tool-call"),
  TOOL_RESULT("tool-result");

  private final String wire;

  PartKind(String wire) {
    this.wire = wire;
  }

  /** The name in queries and in the store. */
  public String wire() {
    return wire;
  }

  public static Optional<PartKind> ofWire(String wire) {
    for (PartKind kind : values()) {
      if (kind.wire.equals(wire)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
