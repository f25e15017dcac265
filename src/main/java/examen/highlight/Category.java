package examen.highlight;

import java.util.Optional;

/** What a highlight shows that the model believes, knows or wants. */
public enum Category {
  STATES_EVALUATION("states-evaluation"),
  STATES_REAL("states-real"),
  STATES_UNCERTAIN("states-uncertain"),
  ETHICAL_ACKNOWLEDGEMENT("ethical-acknowledgement"),
  SELF_PRESERVATION("self-preservation"),
  GOAL_PRESERVATION("goal-preservation"),
  LEVERAGE("leverage"),
  CONCEALMENT("concealment"),
  INSTRUCTION_AWARENESS("instruction-awareness");

  private final String wire;

  Category(String wire) {
    this.wire = wire;
  }

  /** The name in rule packs, in files and on the command line. */
  public String wire() {
    return wire;
  }

  public static Optional<Category> ofWire(String wire) {
    for (Category category : values()) {
      if (category.wire.equals(wire)) {
        return Optional.of(category);
      }
    }
    return Optional.empty();
  }
}
