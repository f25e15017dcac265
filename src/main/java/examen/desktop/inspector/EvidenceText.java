package examen.desktop.inspector;

import examen.codebook.Codebook;
import examen.codebook.Evidence;
import examen.codebook.Tag;
import examen.codebook.TagId;
import examen.desktop.fx.Texts;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says which annotation an answer asks for. */
final class EvidenceText {
  /** More tags than these are not named one by one. */
  private static final int MOST_NAMED = 3;

  private EvidenceText() {}

  static String of(Evidence evidence, @Nullable Codebook codebook, Texts texts) {
    return switch (evidence) {
      case Evidence.None _ -> "";
      case Evidence.AnyTag _ -> texts.get("question.wanted");
      case Evidence.OfKind(var kind) -> texts.get("question.wanted." + kind.wire());
      case Evidence.OfTags(List<TagId> tags) ->
          tags.size() > MOST_NAMED
              ? texts.get("question.wanted.some", named(tags.subList(0, MOST_NAMED), codebook))
              : texts.get("question.wanted.tags", named(tags, codebook));
    };
  }

  private static String named(List<TagId> tags, @Nullable Codebook codebook) {
    return tags.stream()
        .map(id -> codebook == null ? id.value() : name(id, codebook))
        .map(name -> "“" + name + "”")
        .collect(Collectors.joining(", "));
  }

  private static String name(TagId id, Codebook codebook) {
    return codebook.tag(id).map(Tag::name).orElse(id.value());
  }
}
