package examen.transcript;

import java.util.Optional;

/** Whose turn a message is. */
public enum Role {
  SYSTEM("system"),
  USER("user"),
  ASSISTANT("assistant"),
  TOOL("tool");

  private final String wire;

  Role(String wire) {
    this.wire = wire;
  }

  /** The name in files and in the store. */
  public String wire() {
    return wire;
  }

  public static Optional<Role> ofWire(String wire) {
    for (Role role : values()) {
      if (role.wire.equals(wire)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
