package examen.app.privacy;

import examen.export.Contents;
import examen.rating.RaterId;
import java.util.Collection;
import java.util.Iterator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is made unrecognisable in an export.
 *
 * @param raters how raters and sources are named
 * @param redaction takes secrets out; null to leave them in
 */
public record Privacy(Naming raters, @Nullable Redaction redaction) {
  /** How raters and sources are named. */
  public enum Naming {
    /** As they are. */
    OWN,
    /** Raters by pseudonyms, sources by their file's name alone. */
    PSEUDONYMS,
    /** Raters by pseudonyms, sources with their folders. */
    PSEUDONYMS_WITH_FOLDERS
  }

  /** Everything as it is. */
  public static final Privacy NONE = new Privacy(Naming.OWN, null);

  /**
   * The contents as they may leave the house. They are changed as they are read; counts of a
   * redaction are whole once all was.
   *
   * @param all who ever rated in the project
   * @param salt the project's own
   */
  public Contents of(Contents contents, Collection<RaterId> all, String salt) {
    return switch (raters) {
      case OWN -> redacted(contents);
      case PSEUDONYMS -> redacted(named(contents, new Pseudonyms(all, salt, Pseudonyms::fileName)));
      case PSEUDONYMS_WITH_FOLDERS ->
          redacted(named(contents, new Pseudonyms(all, salt, UnaryOperator.identity())));
    };
  }

  private static Contents named(Contents contents, Pseudonyms names) {
    return new Contents(
        contents.codebook(),
        contents.runs().stream().map(names::of).toList(),
        each(contents.samples(), names::of));
  }

  private Contents redacted(Contents contents) {
    Redaction by = redaction;
    return by == null
        ? contents
        : new Contents(
            contents.codebook(),
            contents.runs().stream().map(run -> RedactedSample.of(by, run)).toList(),
            each(contents.samples(), sample -> RedactedSample.of(by, sample)));
  }

  /** One at a time, as a project may be larger than memory. */
  private static Iterator<Contents.Sample> each(
      Iterator<Contents.Sample> samples, UnaryOperator<Contents.Sample> change) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return samples.hasNext();
      }

      @Override
      public Contents.Sample next() {
        return change.apply(samples.next());
      }
    };
  }
}
