package examen.codebook;

import java.util.List;

/** What becomes of what was said under a codebook when a newer version takes its place. */
public sealed interface MigrationRule {
  /** How the rule is named in previews and lists, such as {@code blackmail -> extortion}. */
  String label();

  /** Tags that have one tag in their place; one tag has a new name, several are merged. */
  record Retag(List<TagId> from, TagId to) implements MigrationRule {
    public Retag {
      from = List.copyOf(from);
    }

    @Override
    public String label() {
      return String.join(" + ", from.stream().map(TagId::value).toList()) + " -> " + to;
    }
  }

  /** A tag that has several in its place; which, only a reader can say. */
  record Split(TagId from, List<TagId> into) implements MigrationRule {
    public Split {
      into = List.copyOf(into);
    }

    @Override
    public String label() {
      return from + " -> " + String.join(" or ", into.stream().map(TagId::value).toList());
    }
  }

  /** A tag that is no more, with its annotations. */
  record RemoveTag(TagId tag) implements MigrationRule {
    @Override
    public String label() {
      return "without " + tag;
    }
  }

  /** A question that has another id. */
  record RenameQuestion(QuestionId from, QuestionId to) implements MigrationRule {
    @Override
    public String label() {
      return "question " + from + " -> " + to;
    }
  }

  /** A question that is not asked any more, with its verdicts. */
  record RemoveQuestion(QuestionId question) implements MigrationRule {
    @Override
    public String label() {
      return "without question " + question;
    }
  }

  /** An answer that has another id. */
  record RenameAnswer(QuestionId question, String from, String to) implements MigrationRule {
    @Override
    public String label() {
      return "answer " + from + " -> " + to + " to " + question;
    }
  }

  /** An answer that can no longer be given; the question is open again where it was. */
  record RemoveAnswer(QuestionId question, String answer) implements MigrationRule {
    @Override
    public String label() {
      return "without answer " + answer + " to " + question;
    }
  }
}
