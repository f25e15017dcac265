package examen.rating;

import examen.codebook.Answer;
import examen.codebook.Codebook;
import examen.codebook.Premise;
import examen.codebook.Question;
import examen.codebook.QuestionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The questions of a codebook as one rater has answered them on one transcript.
 *
 * @param items one for each question, in the codebook's order
 */
public record AnswerSheet(List<Item> items) {
  /** How far the rater has got with a question. */
  public enum Standing {
    /** Its premise does not hold, or not yet. An answer that was given before is not counted. */
    NOT_ASKED,
    /** Asked, and not answered; that is none of its answers, and not "no". */
    OPEN,
    /** Answered, but the place that shows it is not marked. */
    UNPROVED,
    ANSWERED
  }

  /**
   * One question.
   *
   * @param given id of the answer in the log, which the codebook may not have any more; null where
   *     there is none
   * @param evidence the annotations that show the answer, in reading order
   */
  public record Item(
      Question question, @Nullable String given, Standing standing, List<Annotation> evidence) {
    public Item {
      evidence = List.copyOf(evidence);
    }

    /** The answer that was given, if the codebook has it. */
    public Optional<Answer> answer() {
      return Optional.ofNullable(given).flatMap(question::answer);
    }

    /** Whether a review cannot be submitted because of this question. */
    public boolean isMissing() {
      return switch (standing) {
        case NOT_ASKED, ANSWERED -> false;
        case OPEN -> question.need() == Question.Need.REQUIRED;
        case UNPROVED -> true;
      };
    }

    /** Why a review cannot be submitted; only of a question that is missing. */
    String reason() {
      return standing == Standing.UNPROVED
          ? "no annotation shows the answer %s to the question %s".formatted(given, question.id())
          : "the question %s is not answered".formatted(question.id());
    }
  }

  public AnswerSheet {
    items = List.copyOf(items);
  }

  /**
   * What this rater has answered.
   *
   * @param things what raters made on one transcript; those of others are passed over
   */
  public static AnswerSheet of(
      Codebook codebook, RaterId rater, Collection<? extends Thing> things) {
    Map<QuestionId, String> given = new HashMap<>();
    List<Annotation> annotations = new ArrayList<>();
    for (Thing thing : things) {
      if (!thing.rater().equals(rater)) {
        continue;
      }
      if (thing instanceof Verdict verdict) {
        given.put(verdict.question(), verdict.answer());
      } else if (thing instanceof Annotation annotation) {
        annotations.add(annotation);
      }
    }
    annotations.sort((a, b) -> a.anchors().getFirst().compareTo(b.anchors().getFirst()));
    return of(codebook, given, annotations);
  }

  /**
   * The same of what one rater gave and marked on one transcript.
   *
   * @param annotations in reading order
   */
  public static AnswerSheet of(
      Codebook codebook, Collection<Verdict> own, List<Annotation> annotations) {
    Map<QuestionId, String> given = new HashMap<>();
    own.forEach(verdict -> given.put(verdict.question(), verdict.answer()));
    return of(codebook, given, annotations);
  }

  private static AnswerSheet of(
      Codebook codebook, Map<QuestionId, String> given, List<Annotation> annotations) {
    Map<QuestionId, String> counted = new HashMap<>();
    List<Item> items = new ArrayList<>();
    for (Question question : codebook.questions()) {
      String answer = given.get(question.id());
      Answer known = answer == null ? null : question.answer(answer).orElse(null);
      List<Annotation> evidence =
          known == null
              ? List.of()
              : annotations.stream()
                  .filter(a -> known.evidence().isShownBy(a.tag(), codebook))
                  .toList();
      Standing standing = standing(question, counted, known, evidence);
      if (known != null && standing != Standing.NOT_ASKED) {
        counted.put(question.id(), known.id());
      }
      items.add(new Item(question, answer, standing, evidence));
    }
    return new AnswerSheet(items);
  }

  private static Standing standing(
      Question question,
      Map<QuestionId, String> counted,
      @Nullable Answer known,
      List<Annotation> evidence) {
    Premise premise = question.premise();
    if (premise != null
        && !premise.answers().contains(counted.getOrDefault(premise.question(), ""))) {
      return Standing.NOT_ASKED;
    }
    if (known == null) {
      return Standing.OPEN;
    }
    return known.needsEvidence() && evidence.isEmpty() ? Standing.UNPROVED : Standing.ANSWERED;
  }

  /** The questions because of which the review cannot be submitted, in order. */
  public List<Item> missing() {
    return items.stream().filter(Item::isMissing).toList();
  }

  /** Why the review cannot be submitted; empty if it can. */
  public Optional<String> refusal() {
    return missing().stream().findFirst().map(Item::reason);
  }

  /** Whether this question is asked; of one that is not in the codebook nothing is said against. */
  public boolean asks(QuestionId question) {
    return items.stream()
        .noneMatch(i -> i.question().id().equals(question) && i.standing() == Standing.NOT_ASKED);
  }

  /** How many questions are asked. */
  public int asked() {
    return (int) items.stream().filter(item -> item.standing() != Standing.NOT_ASKED).count();
  }

  /** How many of them are answered, with their place where one is asked for. */
  public int answered() {
    return (int) items.stream().filter(item -> item.standing() == Standing.ANSWERED).count();
  }
}
