package examen.app;

import examen.codebook.Codebook;
import examen.codebook.Tag;
import examen.highlight.Category;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a highlight can be accepted as by a key.
 *
 * @param tags that have a key, in the codebook's order
 * @param categories that no tag is for, each with a key that no tag has, in their order
 */
public record Choices(List<Tag> tags, Map<String, Category> categories) {
  /** Keys that mean nothing else in the reader. */
  private static final String FREE = "0123456789dfmortzbehilqvwy";

  public Choices {
    tags = List.copyOf(tags);
    categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
  }

  /** All that this codebook offers. */
  public static Choices of(Codebook codebook) {
    List<Tag> tags = codebook.tags().stream().filter(t -> t.keyIfAny().isPresent()).toList();
    List<String> free =
        FREE.chars()
            .mapToObj(Character::toString)
            .filter(key -> codebook.tagForKey(key).isEmpty())
            .toList();
    Map<String, Category> categories = new LinkedHashMap<>();
    for (Category category : Category.values()) {
      boolean hasTag = Judging.tagFor(codebook, category).isPresent();
      if (!hasTag && categories.size() < free.size()) {
        categories.put(free.get(categories.size()), category);
      }
    }
    return new Choices(tags, categories);
  }
}
