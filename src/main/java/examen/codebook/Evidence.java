package examen.codebook;

import java.util.List;

/** Which annotation an answer asks for, as the place in the text that shows it. */
public sealed interface Evidence {
  /** None. */
  record None() implements Evidence {}

  /** Any annotation at all. */
  record AnyTag() implements Evidence {}

  /** An annotation with a tag of this kind. */
  record OfKind(TagKind kind) implements Evidence {}

  /** An annotation with one of these tags or of their sub-tags. */
  record OfTags(List<TagId> tags) implements Evidence {
    public OfTags {
      tags = List.copyOf(tags);
      if (tags.isEmpty()) {
        throw new IllegalArgumentException("evidence names at least one tag");
      }
    }
  }

  /** Whether an annotation with this tag of this codebook is what is asked for. */
  default boolean isShownBy(TagId tag, Codebook codebook) {
    return switch (this) {
      case None _ -> false;
      case AnyTag _ -> true;
      case OfKind(TagKind kind) -> codebook.tag(tag).filter(t -> t.kind() == kind).isPresent();
      case OfTags(List<TagId> tags) ->
          tags.stream()
              .map(TagId::value)
              .anyMatch(t -> tag.value().equals(t) || tag.value().startsWith(t + "/"));
    };
  }
}
