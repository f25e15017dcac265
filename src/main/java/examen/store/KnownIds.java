package examen.store;

import examen.codebook.QuestionId;
import examen.codebook.TagId;
import examen.rating.RaterId;
import examen.transcript.TranscriptId;
import java.util.HashMap;
import java.util.Map;

/**
 * The ids that were met while a log is read: each is looked at once and kept once, however often it
 * comes. To be let go with that reading.
 */
final class KnownIds {
  private final Map<String, RaterId> raters = new HashMap<>();
  private final Map<String, TranscriptId> transcripts = new HashMap<>();
  private final Map<String, TagId> tags = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();
  private final Map<String, QuestionId> questions = new HashMap<>();

  /**
   * @throws IllegalArgumentException as of all of these, if the text cannot be such an id
   */
  RaterId rater(String text) {
    return raters.computeIfAbsent(text, RaterId::new);
  }

  TranscriptId transcript(String text) {
    return transcripts.computeIfAbsent(text, TranscriptId::new);
  }

  TagId tag(String text) {
    return tags.computeIfAbsent(text, TagId::new);
  }

  /** Of words that come again and again, such as what a step is called. */
  String word(String text) {
    return words.computeIfAbsent(text, same -> same);
  }

  QuestionId question(String text) {
    return questions.computeIfAbsent(text, QuestionId::new);
  }
}
