package examen.rating;

import java.util.UUID;

/** Identifies a step of the log, on every machine. */
public record StepId(UUID value) implements Comparable<StepId> {
  /**
   * @throws IllegalArgumentException if {@code text} is not a UUID
   */
  public static StepId of(String text) {
    return new StepId(UUID.fromString(text));
  }

  /** By time of making, as the ids are UUIDs of version 7. */
  @Override
  public int compareTo(StepId other) {
    return value.toString().compareTo(other.value.toString());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
