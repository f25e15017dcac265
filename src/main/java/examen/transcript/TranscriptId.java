package examen.transcript;

import java.util.regex.Pattern;

/**
 * Identifies a transcript by what its source says, so that reading the same sample again gives the
 * same id, from whichever file.
 *
 * @param value 32 lower-case hexadecimal digits
 */
public record TranscriptId(String value) implements Comparable<TranscriptId> {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  public TranscriptId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a transcript id: " + value);
    }
  }

  @Override
  public int compareTo(TranscriptId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
