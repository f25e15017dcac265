package examen.rating;

import examen.codebook.QuestionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a rater had answered on a transcript when they could first know what others say of it: when
 * they first submitted their review, or had it shown to them before that.
 *
 * @param answers their verdicts then
 * @param openedAgain whether a review that was submitted was opened again since
 */
public record FirstSight(Instant at, List<Verdict> answers, boolean openedAgain) {
  public FirstSight {
    answers = List.copyOf(answers);
  }

  /** The same, and the review was opened again. */
  FirstSight thenOpened() {
    return new FirstSight(at, answers, true);
  }

  /** The answer to this question then; empty if there was none. */
  public Optional<String> answer(QuestionId question) {
    return answers.stream()
        .filter(verdict -> verdict.question().equals(question))
        .map(Verdict::answer)
        .findFirst();
  }
}
