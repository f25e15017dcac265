package examen.codebook;

import java.util.regex.Pattern;

/**
 * Identifies a question for good; its wording may change.
 *
 * @param value lower-case words joined by hyphens: {@code stated-belief}
 */
public record QuestionId(String value) implements Comparable<QuestionId> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  public QuestionId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a question id: " + value);
    }
  }

  @Override
  public int compareTo(QuestionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
