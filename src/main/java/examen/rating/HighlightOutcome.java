package examen.rating;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a rater decided on a highlight. */
public sealed interface HighlightOutcome {
  /** The name in files and in the store. */
  default String wire() {
    return switch (this) {
      case Accepted _ -> "accepted";
      case Rejected _ -> "rejected";
      case AcceptedAs _ -> "accepted-as";
    };
  }

  /** The category under which it was accepted instead of its own; empty where there is none. */
  default Optional<String> other() {
    return this instanceof AcceptedAs(String category) ? Optional.of(category) : Optional.empty();
  }

  /**
   * The outcome with this name.
   *
   * @param other the category that it was accepted under instead; null where there is none
   * @return empty if no outcome has this name, or this one wants, or wants no, other category
   */
  static Optional<HighlightOutcome> ofWire(String wire, @Nullable String other) {
    Stream<HighlightOutcome> all =
        other == null
            ? Stream.of(new Accepted(), new Rejected())
            : Stream.of(new AcceptedAs(other));
    return all.filter(outcome -> outcome.wire().equals(wire)).findFirst();
  }

  /** It shows what its category says. */
  record Accepted() implements HighlightOutcome {}

  /** It shows nothing of the kind; kept, as it tells how often a rule is wrong. */
  record Rejected() implements HighlightOutcome {}

  /**
   * It shows something, but of another category.
   *
   * @param category name of that category, as in rule packs; or id of the tag that it was accepted
   *     with, where that tag is for no category
   */
  record AcceptedAs(String category) implements HighlightOutcome {
    public AcceptedAs {
      HighlightRef.requireWord(category);
    }
  }
}
