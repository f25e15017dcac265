package examen.app;

import examen.codebook.Codebook;
import examen.codebook.Tag;
import examen.codebook.TagId;
import examen.highlight.Category;
import examen.rating.AnnotationId;
import examen.rating.Command;
import examen.rating.HighlightOutcome;
import examen.rating.HighlightRef;
import examen.rating.Tagging;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the commands by which a rater decides on highlights. To accept one also puts the tag on its
 * place that the codebook has for its category, if there is one.
 */
public final class Judging {
  private final Codebook codebook;
  private final Supplier<AnnotationId> ids;

  /**
   * @param ids gives each annotation that is put an id of its own
   */
  public Judging(Codebook codebook, Supplier<AnnotationId> ids) {
    this.codebook = codebook;
    this.ids = ids;
  }

  public Command accept(HighlightRef highlight) {
    return new Command.Decide(
        highlight, new HighlightOutcome.Accepted(), tagging(highlight.category()));
  }

  /** Under this category, with the tag that belongs to it. */
  public Command acceptAs(HighlightRef highlight, Category category) {
    return new Command.Decide(
        highlight, outcome(highlight, category.wire()), tagging(category.wire()));
  }

  /** With this tag, and under the category that it is for. */
  public Command acceptWith(HighlightRef highlight, TagId tag) {
    String shows = codebook.categoryOf(tag).filter(Judging::isCategory).orElse(tag.value());
    return new Command.Decide(highlight, outcome(highlight, shows), new Tagging(ids.get(), tag));
  }

  public Command reject(HighlightRef highlight) {
    return new Command.Decide(highlight, new HighlightOutcome.Rejected());
  }

  /** The tag that is put when a highlight of this category is accepted. */
  public static Optional<Tag> tagFor(Codebook codebook, Category category) {
    return codebook.tagForCategory(category.wire());
  }

  private static HighlightOutcome outcome(HighlightRef highlight, String shows) {
    return shows.equals(highlight.category())
        ? new HighlightOutcome.Accepted()
        : new HighlightOutcome.AcceptedAs(shows);
  }

  private @Nullable Tagging tagging(String category) {
    return Category.ofWire(category)
        .flatMap(c -> tagFor(codebook, c))
        .map(tag -> new Tagging(ids.get(), tag.id()))
        .orElse(null);
  }

  private static boolean isCategory(String word) {
    return Category.ofWire(word).isPresent();
  }
}
