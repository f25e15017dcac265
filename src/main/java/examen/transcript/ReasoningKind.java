package examen.transcript;

import java.util.Optional;

/**
 * What a reader of a reasoning part has before them; a provider's summary is not the model's own
 * chain of thought.
 */
public enum ReasoningKind {
  /** The model's own words. */
  RAW("raw"),
  /** The provider's summary of them. */
  SUMMARISED("summarised"),
  /** Only a blob that the provider can read; the text is empty. */
  ENCRYPTED("encrypted"),
  /** The provider says that there was reasoning and left it out; the text is empty. */
  OMITTED("omitted");

  private final String wire;

  ReasoningKind(String wire) {
    this.wire = wire;
  }

  /** The name in files and in the store. */
  public String wire() {
    return wire;
  }

  public static Optional<ReasoningKind> ofWire(String wire) {
    for (ReasoningKind kind : values()) {
      if (kind.wire.equals(wire)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
