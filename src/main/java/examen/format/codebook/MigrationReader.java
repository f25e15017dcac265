package examen.format.codebook;

import examen.codebook.MigrationRule;
import examen.codebook.QuestionId;
import examen.codebook.TagId;
import examen.format.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the rules by which a codebook takes the place of an earlier version. A rule is one of
 * {@code rename-tag} with {@code to}, {@code merge-tags} with {@code into}, {@code split-tag} with
 * {@code into}, {@code remove-tag}, {@code rename-question} with {@code to}, {@code
 * remove-question}, {@code rename-answer} with {@code question} and {@code to}, {@code
 * remove-answer} with {@code question}.
 */
final class MigrationReader {
  private static final Set<String> KINDS =
      Set.of(
          "rename-tag",
          "merge-tags",
          "split-tag",
          "remove-tag",
          "rename-question",
          "remove-question",
          "rename-answer",
          "remove-answer");

  private MigrationReader() {}

  static List<MigrationRule> read(List<CodebookNode> nodes) throws Malformed {
    List<MigrationRule> rules = new ArrayList<>();
    for (CodebookNode node : nodes) {
      List<String> kinds = node.keys().stream().filter(KINDS::contains).toList();
      if (kinds.size() != 1) {
        throw node.wrong("migration", "a rule is one of " + KINDS.stream().sorted().toList());
      }
      rules.add(rule(kinds.getFirst(), node));
    }
    return List.copyOf(rules);
  }

  private static MigrationRule rule(String kind, CodebookNode node) throws Malformed {
    switch (kind) {
      case "rename-tag", "rename-question" -> node.allow(kind, "to");
      case "merge-tags", "split-tag" -> node.allow(kind, "into");
      case "rename-answer" -> node.allow(kind, "question", "to");
      case "remove-answer" -> node.allow(kind, "question");
      default -> node.allow(kind);
    }
    return switch (kind) {
      case "rename-tag" -> new MigrationRule.Retag(List.of(tag(node, kind)), tag(node, "to"));
      case "merge-tags" -> new MigrationRule.Retag(tags(node, kind), tag(node, "into"));
      case "split-tag" -> new MigrationRule.Split(tag(node, kind), tags(node, "into"));
      case "remove-tag" -> new MigrationRule.RemoveTag(tag(node, kind));
      case "rename-question" ->
          new MigrationRule.RenameQuestion(question(node, kind), question(node, "to"));
      case "remove-question" -> new MigrationRule.RemoveQuestion(question(node, kind));
      case "rename-answer" ->
          new MigrationRule.RenameAnswer(
              question(node, "question"),
              node.text(kind, CodebookReader.ID),
              node.text("to", CodebookReader.ID));
      default ->
          new MigrationRule.RemoveAnswer(
              question(node, "question"), node.text(kind, CodebookReader.ID));
    };
  }

  private static TagId tag(CodebookNode node, String key) throws Malformed {
    return new TagId(node.text(key, CodebookReader.TAG_ID));
  }

  private static List<TagId> tags(CodebookNode node, String key) throws Malformed {
    List<String> said = node.texts(key);
    if (said.size() < 2
        || !said.stream().allMatch(t -> CodebookReader.TAG_ID.matcher(t).matches())) {
      throw node.wrong(key, "must be two tags or more");
    }
    return said.stream().map(TagId::new).toList();
  }

  private static QuestionId question(CodebookNode node, String key) throws Malformed {
    return new QuestionId(node.text(key, CodebookReader.ID));
  }
}
