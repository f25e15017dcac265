package examen.rating;

import examen.codebook.QuestionId;
import examen.transcript.Anchor;
import examen.transcript.TranscriptId;
import java.util.List;

/**
 * A rater's answer to a question about a transcript.
 *
 * @param answer id of one of the question's answers
 */
public record Verdict(RaterId rater, TranscriptId transcript, QuestionId question, String answer)
    implements Thing {
  @Override
  public List<Anchor> places() {
    return List.of();
  }

  /** Whether both are the same rater's on the same question of the same transcript. */
  public boolean isOn(Verdict other) {
    return key().equals(other.key());
  }

  @Override
  public String key() {
    return key(rater, transcript, question);
  }

  static String key(RaterId rater, TranscriptId transcript, QuestionId question) {
    return "verdict " + transcript + " " + question + " " + rater;
  }
}
