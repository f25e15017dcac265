package examen.highlight;

import java.util.Optional;

/** What a highlight shows: one of the categories, or what another program calls it. */
public sealed interface Kind {
  /**
   * The name in decisions and in files. That of a classifier is written as one word, which is no
   * category's.
   */
  default String wire() {
    return switch (this) {
      case Of(Category category) -> category.wire();
      case Named(String name) -> Words.plain(name);
    };
  }

  /** The category; empty where it is none of them. */
  default Optional<Category> categoryIfAny() {
    return switch (this) {
      case Of(Category category) -> Optional.of(category);
      case Named _ -> Optional.empty();
    };
  }

  /** A category of ours. */
  record Of(Category category) implements Kind {}

  /**
   * A name that a classifier gave, which is none of our categories.
   *
   * @param name as the classifier wrote it
   */
  record Named(String name) implements Kind {}
}
