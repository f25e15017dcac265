package examen.codebook;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A versioned set of tags (for spans) and questions (for whole transcripts).
 *
 * @param version counts up from 1 with each change
 * @param tags parents before their sub-tags, in the order in which they are offered
 */
public record Codebook(
    String id, int version, String name, List<Tag> tags, List<Question> questions) {
  /**
   * @throws IllegalArgumentException if two tags share an id or a key, a parent is missing or two
   *     questions share an id
   */
  public Codebook {
    tags = List.copyOf(tags);
    questions = List.copyOf(questions);
    Set<TagId> ids = new HashSet<>();
    Set<String> keys = new HashSet<>();
    for (Tag tag : tags) {
      require(ids.add(tag.id()), "two tags with the id " + tag.id());
      require(
          tag.parent() == null || ids.contains(tag.parent()), "no parent before tag " + tag.id());
      require(tag.key() == null || keys.add(tag.key()), "two tags with the key " + tag.key());
    }
    Set<QuestionId> asked = new HashSet<>();
    for (Question question : questions) {
      require(asked.add(question.id()), "two questions with the id " + question.id());
    }
  }

  public Optional<Tag> tag(TagId tag) {
    return tags.stream().filter(t -> t.id().equals(tag)).findFirst();
  }

  /** The tag that this key puts. */
  public Optional<Tag> tagForKey(String key) {
    return tags.stream().filter(t -> key.equals(t.key())).findFirst();
  }

  public Optional<Question> question(QuestionId question) {
    return questions.stream().filter(q -> q.id().equals(question)).findFirst();
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
