package examen.desktop.reader;

import examen.desktop.reader.Block.Kind;
import examen.transcript.Role;
import org.jspecify.annotations.Nullable;

/** What can be folded throughout a transcript: the messages of a role, or a kind of part. */
public enum FoldScope {
  SYSTEM("system", Role.SYSTEM, null),
  USER("user", Role.USER, null),
  ASSISTANT("assistant", Role.ASSISTANT, null),
  TOOL("tool", Role.TOOL, null),
  REASONING("reasoning", null, Kind.REASONING),
  CALLS("calls", null, Kind.CALL),
  RESULTS("results", null, Kind.RESULT);

  private final String wire;
  private final @Nullable Role role;
  private final @Nullable Kind kind;

  FoldScope(String wire, @Nullable Role role, @Nullable Kind kind) {
    this.wire = wire;
    this.role = role;
    this.kind = kind;
  }

  /** The name in keys of texts and of actions. */
  public String wire() {
    return wire;
  }

  /** Whether it means whole messages of this role. */
  boolean means(Role other) {
    return role == other;
  }

  /** Whether it means parts of this kind. */
  boolean means(Kind other) {
    return kind == other;
  }

  /** Whether it means messages as a whole. */
  boolean ofMessages() {
    return role != null;
  }
}
