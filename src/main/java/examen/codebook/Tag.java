package examen.codebook;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rater may mark a span with.
 *
 * @param parent the tag of which this is a sub-tag
 * @param includes what belongs here
 * @param excludes what does not, and where it belongs
 * @param colour name of one of the theme's tag colours, {@code c1} to {@code c12}
 * @param key the key that puts it, a digit or a letter
 * @param category of highlights that are marked with it when they are accepted, by its name in rule
 *     packs; null for none
 */
public record Tag(
    TagId id,
    String name,
    TagKind kind,
    @Nullable TagId parent,
    String definition,
    List<String> includes,
    List<String> excludes,
    String colour,
    @Nullable String key,
    @Nullable String category) {
  public Tag {
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
  }

  /** A tag that no category belongs to. */
  public Tag(
      TagId id,
      String name,
      TagKind kind,
      @Nullable TagId parent,
      String definition,
      List<String> includes,
      List<String> excludes,
      String colour,
      @Nullable String key) {
    this(id, name, kind, parent, definition, includes, excludes, colour, key, null);
  }

  public Optional<String> keyIfAny() {
    return Optional.ofNullable(key);
  }
}
