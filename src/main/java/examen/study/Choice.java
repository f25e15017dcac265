package examen.study;

import java.util.List;

/**
 * Something that one chooses for an analysis. Commands, the window and reports make of it an
 * option, a control and a line.
 *
 * @param id name of the option without its dashes: lower-case words joined by hyphens
 * @param title as the window shows it
 * @param help one sentence without a full stop
 * @param fallback what holds if nothing is chosen; empty where nothing is needed, or {@link
 *     #REQUIRED}
 * @param options for {@link Kind#ONE_OF} all that can be chosen
 */
public record Choice(
    String id, String title, String help, Kind kind, String fallback, List<String> options) {
  /** As a fallback: something has to be chosen. */
  public static final String REQUIRED = "?";

  /** What can be chosen. */
  public enum Kind {
    /** What is counted, see {@link Outcome#of}. */
    OUTCOME,
    /** A question or a tag. */
    HUMAN,
    /** A label of a classifier run. */
    LABEL,
    /** A classifier run, by its id. */
    RUN,
    /** A question, tag, label or condition. */
    VARIABLE,
    /** Several of them, see {@link Names}. */
    VARIABLES,
    /** One of the answers of a variable that another choice names. */
    CATEGORY,
    /** Several of them, see {@link Names}. */
    CATEGORIES,
    /** The name of a condition, see {@link Names}. */
    CONDITION,
    /** Several of them. */
    CONDITIONS,
    /**
     * {@code condition=value} with commas between them: only transcripts of which all hold. See
     * {@link Names}.
     */
    WITHIN,
    /** {@code value=answer} with commas between them: what a label's values stand for. */
    MAPPING,
    /** See {@link Gold#of}. */
    GOLD,
    RATER,
    /** The name of a sampling plan. */
    PLAN,
    WHOLE_NUMBER,
    NUMBER,
    /** As it is written, such as several numbers with commas between them. */
    TEXT,
    ONE_OF
  }

  public Choice {
    options = List.copyOf(options);
  }

  public Choice(String id, String title, String help, Kind kind, String fallback) {
    this(id, title, help, kind, fallback, List.of());
  }

  public boolean isRequired() {
    return fallback.equals(REQUIRED);
  }
}
