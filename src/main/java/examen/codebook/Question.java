package examen.codebook;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rater is asked about a whole transcript; the answers exclude each other.
 *
 * @param help may be empty
 * @param premise null where it is always asked
 * @param need whether a review can be submitted without an answer
 */
public record Question(
    QuestionId id,
    String text,
    String help,
    List<Answer> answers,
    @Nullable Premise premise,
    Need need) {
  /** Whether a question that is asked must be answered. */
  public enum Need {
    REQUIRED,
    OPTIONAL
  }

  public Question {
    answers = List.copyOf(answers);
  }

  /** A question that is always asked and must be answered. */
  public Question(QuestionId id, String text, String help, List<Answer> answers) {
    this(id, text, help, answers, null, Need.REQUIRED);
  }

  public Optional<Answer> answer(String answerId) {
    return answers.stream().filter(a -> a.id().equals(answerId)).findFirst();
  }
}
