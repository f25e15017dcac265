package examen.rating;

import java.util.UUID;

/** Identifies a plan in every file that holds it. */
public record PlanId(UUID value) implements Comparable<PlanId> {
  /**
   * @throws IllegalArgumentException if the text is no UUID
   */
  public static PlanId of(String text) {
    return new PlanId(UUID.fromString(text));
  }

  @Override
  public int compareTo(PlanId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
