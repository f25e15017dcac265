package examen.desktop.reader;

import examen.highlight.Category;

/** Highlights that are shown or hidden together. A highlight is shown if all its layers are. */
public sealed interface Layer {
  /** Those of one category. */
  record Of(Category category) implements Layer {}

  /** Those that stand in one kind of text. */
  record In(Ground ground) implements Layer {}

  /** Those that the rater rejected. */
  record Rejected() implements Layer {}

  /** Those that no rule found and only decisions suggest. */
  record Suggested() implements Layer {}

  /** The kinds of text in which a model's own words stand. */
  enum Ground {
    REASONING("reasoning"),
    ANSWER("answer"),
    TOOL_CALL("tool-call");

    private final String wire;

    Ground(String wire) {
      this.wire = wire;
    }

    /** The name by which its words are found. */
    public String wire() {
      return wire;
    }
  }
}
