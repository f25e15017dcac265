package examen.format.codebook;

import examen.codebook.Answer;
import examen.codebook.Evidence;
import examen.codebook.Premise;
import examen.codebook.Question;
import examen.codebook.QuestionId;
import examen.codebook.Tag;
import examen.codebook.TagId;
import examen.codebook.TagKind;
import examen.format.Malformed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the questions of a codebook. A question has {@code id}, {@code text}, {@code answers} and
 * perhaps {@code help}, {@code optional} (true: it may stay open) and {@code askedIf}: a {@code
 * question} before it and the {@code answers} of that one with which it is asked. An answer has
 * {@code id}, {@code text} and perhaps {@code evidence}, the annotation that shows it, by {@code
 * tags} (one of these or of their sub-tags) or by {@code kind}. Codebooks written before evidence
 * had tags say {@code needsEvidence}: any annotation.
 */
final class QuestionReader {
  private final Set<TagId> tags;
  private final Set<String> all = new HashSet<>();
  private final Map<String, Question> before = new HashMap<>();

  private QuestionReader(List<Tag> tags) {
    this.tags = tags.stream().map(Tag::id).collect(Collectors.toSet());
  }

  static List<Question> read(List<CodebookNode> nodes, List<Tag> tags) throws Malformed {
    QuestionReader reader = new QuestionReader(tags);
    for (CodebookNode node : nodes) {
      reader.all.add(node.text("id", CodebookReader.ID));
    }
    List<Question> questions = new ArrayList<>();
    for (CodebookNode node : nodes) {
      questions.add(reader.question(node));
    }
    return questions;
  }

  private Question question(CodebookNode node) throws Malformed {
    node.allow("id", "text", "help", "answers", "askedIf", "optional");
    String id = node.text("id", CodebookReader.ID);
    boolean optional = node.has("optional") && node.yes("optional");
    Question question =
        new Question(
            new QuestionId(id),
            node.text("text"),
            node.has("help") ? node.text("help") : "",
            answers(node),
            premise(node),
            optional ? Question.Need.OPTIONAL : Question.Need.REQUIRED);
    if (before.put(id, question) != null) {
      throw node.wrong("id", "is taken by a question before it");
    }
    return question;
  }

  private @Nullable Premise premise(CodebookNode node) throws Malformed {
    if (!node.has("askedIf")) {
      return null;
    }
    CodebookNode premise = node.object("askedIf");
    premise.allow("question", "answers");
    String named = premise.text("question", CodebookReader.ID);
    Question decides = before.get(named);
    if (decides == null) {
      throw premise.wrong(
          "question",
          all.contains(named)
              ? "must be a question before this one, so that none waits for itself"
              : "is no question of this codebook");
    }
    List<String> answers = premise.texts("answers");
    for (int i = 0; i < answers.size(); i++) {
      if (decides.answer(answers.get(i)).isEmpty()) {
        throw premise.wrong("answers[" + i + "]", "is no answer of that question");
      }
    }
    if (answers.isEmpty()) {
      throw premise.wrong("answers", "must be one or more");
    }
    return new Premise(decides.id(), answers);
  }

  private List<Answer> answers(CodebookNode question) throws Malformed {
    List<Answer> answers = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (CodebookNode node : question.list("answers")) {
      node.allow("id", "text", "needsEvidence", "evidence");
      String id = node.text("id", CodebookReader.ID);
      if (!ids.add(id)) {
        throw node.wrong("id", "is taken by an answer before it");
      }
      answers.add(new Answer(id, node.text("text"), evidence(node)));
    }
    if (answers.size() < 2) {
      throw question.wrong("answers", "must be two or more");
    }
    return answers;
  }

  private Evidence evidence(CodebookNode answer) throws Malformed {
    if (!answer.has("evidence")) {
      boolean any = answer.has("needsEvidence") && answer.yes("needsEvidence");
      return any ? new Evidence.AnyTag() : new Evidence.None();
    }
    if (answer.has("needsEvidence")) {
      throw answer.wrong("needsEvidence", "is said by evidence already");
    }
    CodebookNode evidence = answer.object("evidence");
    evidence.allow("tags", "kind");
    if (evidence.has("tags") == evidence.has("kind")) {
      throw answer.wrong("evidence", "must have either tags or kind");
    }
    return evidence.has("kind")
        ? new Evidence.OfKind(kind(evidence))
        : new Evidence.OfTags(tags(evidence));
  }

  private static TagKind kind(CodebookNode evidence) throws Malformed {
    return TagKind.ofWire(evidence.text("kind"))
        .orElseThrow(() -> evidence.wrong("kind", "must be action or reasoning"));
  }

  private List<TagId> tags(CodebookNode evidence) throws Malformed {
    List<TagId> asked = new ArrayList<>();
    for (String named : evidence.texts("tags")) {
      String place = "tags[" + asked.size() + "]";
      if (!CodebookReader.TAG_ID.matcher(named).matches() || !tags.contains(new TagId(named))) {
        throw evidence.wrong(place, "is no tag of this codebook");
      }
      asked.add(new TagId(named));
    }
    if (asked.isEmpty()) {
      throw evidence.wrong("tags", "must be one or more");
    }
    return asked;
  }
}
