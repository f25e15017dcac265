package examen.codebook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A versioned set of tags (for spans) and questions (for whole transcripts), with what readers are
 * warned of.
 *
 * @param version counts up from 1 with each change
 * @param tags parents before their sub-tags, in the order in which they are offered
 */
public record Codebook(
    String id,
    int version,
    String name,
    List<Tag> tags,
    List<Question> questions,
    List<Warning> warnings) {
  /** One that warns of nothing. */
  public Codebook(String id, int version, String name, List<Tag> tags, List<Question> questions) {
    this(id, version, name, tags, questions, List.of());
  }

  /**
   * @throws IllegalArgumentException if two tags share an id, a key or a category, a parent is
   *     missing, two questions or two warnings share an id, a question depends on one that is not
   *     asked before it, or an answer asks for a tag that is not there
   */
  public Codebook {
    tags = List.copyOf(tags);
    questions = List.copyOf(questions);
    Set<TagId> ids = new HashSet<>();
    Set<String> keys = new HashSet<>();
    Set<String> categories = new HashSet<>();
    for (Tag tag : tags) {
      require(ids.add(tag.id()), "two tags with the id " + tag.id());
      require(
          tag.parent() == null || ids.contains(tag.parent()), "no parent before tag " + tag.id());
      require(tag.key() == null || keys.add(tag.key()), "two tags with the key " + tag.key());
      require(
          tag.category() == null || categories.add(tag.category()),
          "two tags for the category " + tag.category());
    }
    warnings = List.copyOf(warnings);
    require(
        warnings.stream().map(Warning::id).distinct().count() == warnings.size(),
        "two warnings with one id");
    Map<QuestionId, Question> asked = new HashMap<>();
    for (Question question : questions) {
      requirePremise(question, asked);
      require(
          asked.put(question.id(), question) == null, "two questions with the id " + question.id());
      question.answers().forEach(answer -> requireTags(answer.evidence(), ids));
    }
  }

  /** Only what was asked before decides, so that nothing depends on itself in a circle. */
  private static void requirePremise(Question question, Map<QuestionId, Question> before) {
    Premise premise = question.premise();
    if (premise != null) {
      Question decides = before.get(premise.question());
      require(
          decides != null
              && premise.answers().stream().allMatch(a -> decides.answer(a).isPresent()),
          "no such answer before question " + question.id());
    }
  }

  private static void requireTags(Evidence evidence, Set<TagId> tags) {
    if (evidence instanceof Evidence.OfTags(List<TagId> asked)) {
      asked.forEach(tag -> require(tags.contains(tag), "no tag " + tag + " to show an answer"));
    }
  }

  public Optional<Tag> tag(TagId tag) {
    return tags.stream().filter(t -> t.id().equals(tag)).findFirst();
  }

  /** The tag that this key puts. */
  public Optional<Tag> tagForKey(String key) {
    return tags.stream().filter(t -> key.equals(t.key())).findFirst();
  }

  /**
   * The tag for highlights of this category. A codebook that says of no tag which category it is
   * for was written before tags could say so: there, a reasoning tag is for the category of its
   * name.
   */
  public Optional<Tag> tagForCategory(String category) {
    return tags.stream().filter(t -> category.equals(categoryOf(t))).findFirst();
  }

  /** The category that this tag is for, its parent's where it says none. */
  public Optional<String> categoryOf(TagId tag) {
    Optional<Tag> at = tag(tag);
    while (at.isPresent()) {
      String own = categoryOf(at.get());
      if (own != null) {
        return Optional.of(own);
      }
      TagId parent = at.get().parent();
      at = parent == null ? Optional.empty() : tag(parent);
    }
    return Optional.empty();
  }

  private @Nullable String categoryOf(Tag tag) {
    boolean said = tags.stream().anyMatch(t -> t.category() != null);
    boolean named = !said && tag.kind() == TagKind.REASONING && tag.parent() == null;
    return named ? tag.id().value() : tag.category();
  }

  public Optional<Question> question(QuestionId question) {
    return questions.stream().filter(q -> q.id().equals(question)).findFirst();
  }

  /** What a reader of a transcript under these conditions is warned of. */
  public List<Warning> warningsFor(Map<String, String> conditions) {
    return warnings.stream().filter(warning -> warning.isFor(conditions)).toList();
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
