package examen.codebook;

import java.util.List;
import java.util.Optional;

/** What a rater is asked about a whole transcript; the answers exclude each other. */
public record Question(QuestionId id, String text, String help, List<Answer> answers) {
  public Question {
    answers = List.copyOf(answers);
  }

  public Optional<Answer> answer(String answerId) {
    return answers.stream().filter(a -> a.id().equals(answerId)).findFirst();
  }
}
