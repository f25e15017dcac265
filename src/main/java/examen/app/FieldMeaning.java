package examen.app;

import examen.format.Mapping.Slot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a field of a file's records may stand for. */
public enum FieldMeaning {
  /** Nothing that a transcript is made of; it is kept all the same. */
  NOTHING("nothing"),
  MESSAGES(Slot.MESSAGES),
  SYSTEM(Slot.SYSTEM),
  PROMPT(Slot.PROMPT),
  REASONING(Slot.REASONING),
  RESPONSE(Slot.RESPONSE),
  /** The source's own name of the record. */
  ID(Slot.ID),
  MODEL(Slot.MODEL),
  /** A condition, under a name of its own. */
  CONDITION("condition"),
  /** What a classifier said, under a name of its own. */
  LABEL("label"),
  /** What people wrote, under the name of who wrote it. */
  NOTE("note"),
  /** Which transcript the record is a message of. */
  GROUP(Slot.GROUP),
  /** By which the messages of a transcript are put in order. */
  ORDER(Slot.ORDER),
  /** Whose turn a message is. */
  ROLE(Slot.ROLE),
  /** Who says a message. */
  SPEAKER(Slot.SPEAKER),
  /** What a message says. */
  TEXT(Slot.TEXT);

  private final String wire;
  private final @Nullable Slot slot;

  FieldMeaning(String wire) {
    this.wire = wire;
    this.slot = null;
  }

  FieldMeaning(Slot slot) {
    this.wire = slot.wire();
    this.slot = slot;
  }

  /** The name in mapping files. */
  public String wire() {
    return wire;
  }

  /** Whether several fields may stand for it, each under a name. */
  public boolean isNamed() {
    return this == CONDITION || this == LABEL || this == NOTE;
  }

  /** What a mapping calls it; empty for what is named, and for nothing. */
  Optional<Slot> slot() {
    return Optional.ofNullable(slot);
  }

  static FieldMeaning of(Slot slot) {
    for (FieldMeaning meaning : values()) {
      if (meaning.slot == slot) {
        return meaning;
      }
    }
    throw new IllegalArgumentException("no field can stand for " + slot.wire());
  }
}
