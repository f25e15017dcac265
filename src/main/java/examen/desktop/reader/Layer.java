package examen.desktop.reader;

import examen.app.JudgedHighlight;
import examen.highlight.Category;
import examen.highlight.FoundBy;

/** Highlights that are shown or hidden together. A highlight is shown if all its layers are. */
public sealed interface Layer {
  /** Those of one category. */
  record Of(Category category) implements Layer {}

  /** Those that one classifier run points at. */
  record From(FoundBy.Run run) implements Layer {}

  /** Those that stand in one kind of text. */
  record In(Ground ground) implements Layer {}

  /** Those that the rater rejected. */
  record Rejected() implements Layer {}

  /** Those that no rule found and only decisions suggest. */
  record Suggested() implements Layer {}

  /** The layer of what this highlight shows, or of who points at it. */
  static Layer of(JudgedHighlight highlight) {
    return switch (highlight.highlight().foundBy()) {
      case FoundBy.Classifier by -> new From(by.run());
      case FoundBy.Rule _ -> new Of(highlight.category().orElseThrow());
    };
  }

  /** The kinds of text: a model's own words, and all others. */
  enum Ground {
    REASONING("reasoning"),
    ANSWER("answer"),
    TOOL_CALL("tool-call"),
    OTHER("other");

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
