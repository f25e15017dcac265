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
    @Nullable String key) {
  public Tag {
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
  }

  public Optional<String> keyIfAny() {
    return Optional.ofNullable(key);
  }
}
