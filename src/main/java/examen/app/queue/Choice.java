package examen.app.queue;

/**
 * Something that transcripts may have in common.
 *
 * @param field what is looked at: one of those here, or {@link #CONDITION} and the condition's name
 */
public record Choice(String field, String value) implements Comparable<Choice> {
  /**
   * How far the rater is: {@code open}, {@code begun} or {@code submitted}; besides, {@link
   * #AGAIN}.
   */
  public static final String STATE = "state";

  /** The state of what is to be read again because of a newer codebook. */
  public static final String AGAIN = "again";

  /** A tag that the rater put somewhere in the transcript, by its id. */
  public static final String TAG = "tag";

  /** A category of which rules find something in the transcript. */
  public static final String HIGHLIGHT = "highlight";

  /** Before the name of a condition. */
  public static final String CONDITION = "condition ";

  /** That a condition has this value. */
  public static Choice condition(String name, String value) {
    return new Choice(CONDITION + name, value);
  }

  public boolean isCondition() {
    return field.startsWith(CONDITION);
  }

  /** The name of the condition. */
  public String condition() {
    return field.substring(CONDITION.length());
  }

  @Override
  public int compareTo(Choice other) {
    int byField = field.compareTo(other.field);
    return byField != 0 ? byField : value.compareTo(other.value);
  }
}
