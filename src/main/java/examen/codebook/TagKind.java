package examen.codebook;

import java.util.Optional;

/** What a tag is put on: something the model did, or something it thought. */
public enum TagKind {
  ACTION("action"),
  REASONING("reasoning");

  private final String wire;

  TagKind(String wire) {
    this.wire = wire;
  }

  /** The name in files. */
  public String wire() {
    return wire;
  }

  public static Optional<TagKind> ofWire(String wire) {
    for (TagKind kind : values()) {
      if (kind.wire.equals(wire)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
