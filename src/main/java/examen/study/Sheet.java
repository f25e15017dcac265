package examen.study;

import examen.codebook.QuestionId;
import examen.rating.Annotation;
import examen.rating.FirstSight;
import examen.rating.Link;
import examen.rating.RaterId;
import examen.rating.Unsupported;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that one rater said of one transcript.
 *
 * @param submitted when the review was submitted; null while it is open
 * @param answers the answer to each question that is asked of them and answered
 * @param firstSight what they had answered when they could first know what others say; null if they
 *     never could
 */
public record Sheet(
    RaterId rater,
    @Nullable Instant submitted,
    Map<QuestionId, String> answers,
    @Nullable FirstSight firstSight,
    List<Annotation> annotations,
    List<Link> links,
    List<Unsupported> unsupported) {
  public Sheet {
    answers = Map.copyOf(answers);
    annotations = List.copyOf(annotations);
    links = List.copyOf(links);
    unsupported = List.copyOf(unsupported);
  }

  public boolean isSubmitted() {
    return submitted != null;
  }

  public Optional<String> answer(QuestionId question) {
    return Optional.ofNullable(answers.get(question));
  }
}
