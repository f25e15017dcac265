package examen.codebook;

import java.util.regex.Pattern;

/**
 * Identifies a tag for good; names may change.
 *
 * @param value lower-case words joined by hyphens, a parent's id before a slash: {@code
 *     blackmail/explicit-threat}
 */
public record TagId(String value) implements Comparable<TagId> {
  private static final Pattern FORM =
      Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*");

  public TagId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a tag id: " + value);
    }
  }

  @Override
  public int compareTo(TagId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
