package examen.rating;

/**
 * Identifies a rater in every project they work on.
 *
 * @param value 1 to 64 letters, digits, dots, hyphens or underscores
 */
public record RaterId(String value) implements Comparable<RaterId> {
  public RaterId {
    if (!value.matches("[\\p{L}\\p{N}._-]{1,64}")) {
      throw new IllegalArgumentException(
          "a rater is named by 1 to 64 letters, digits, dots, hyphens or underscores");
    }
  }

  @Override
  public int compareTo(RaterId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
