package examen.rating;

import java.util.UUID;

/** Identifies a link, on every machine. */
public record LinkId(UUID value) {
  /**
   * @throws IllegalArgumentException if {@code text} is not a UUID
   */
  public static LinkId of(String text) {
    return new LinkId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
