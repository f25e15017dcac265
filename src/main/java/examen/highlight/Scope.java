package examen.highlight;

import java.util.Optional;

/** How far a rule looks at once, for its patterns and for what vetoes them. */
public enum Scope {
  /** The whole sentence. */
  SENTENCE("sentence"),
  /** One clause of it, so that a "not" or an "if" elsewhere in the sentence does not count. */
  CLAUSE("clause");

  private final String wire;

  Scope(String wire) {
    this.wire = wire;
  }

  /** The name in rule packs. */
  public String wire() {
    return wire;
  }

  public static Optional<Scope> ofWire(String wire) {
    for (Scope scope : values()) {
      if (scope.wire.equals(wire)) {
        return Optional.of(scope);
      }
    }
    return Optional.empty();
  }
}
