package examen.rating;

import java.util.regex.Pattern;

/**
 * Identifies a rater in every project they work on.
 *
 * @param value 1 to 64 letters, digits, dots, hyphens or underscores
 */
public record RaterId(String value) implements Comparable<RaterId> {
  private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}._-]{1,64}");

  public RaterId {
    if (!isId(value)) {
      throw new IllegalArgumentException(
          "a rater is named by 1 to 64 letters, digits, dots, hyphens or underscores");
    }
  }

  /** Whether somebody can have this id. */
  public static boolean isId(String text) {
    return FORM.matcher(text).matches();
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
