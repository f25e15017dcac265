package examen.rating;

import java.util.UUID;

/** Identifies an annotation, on every machine. */
public record AnnotationId(UUID value) implements Comparable<AnnotationId> {
  /**
   * @throws IllegalArgumentException if {@code text} is not a UUID
   */
  public static AnnotationId of(String text) {
    return new AnnotationId(UUID.fromString(text));
  }

  /** By time of making, as the ids are UUIDs of version 7. */
  @Override
  public int compareTo(AnnotationId other) {
    return value.toString().compareTo(other.value.toString());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
