package examen.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import examen.codebook.Answer;
import examen.codebook.Codebook;
import examen.codebook.Evidence;
import examen.codebook.Premise;
import examen.codebook.Question;
import examen.codebook.QuestionId;
import examen.codebook.Tag;
import examen.codebook.TagId;
import examen.codebook.TagKind;
import examen.rating.AnswerSheet.Item;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AnswerSheetTest {
  private static final RaterId ANN = new RaterId("ann");
  private static final RaterId BOB = new RaterId("bob");
  private static final TranscriptId ID = new TranscriptId("0123456789abcdef0123456789abcdef");
  private static final QuestionId ACTION = new QuestionId("action");
  private static final QuestionId WHICH = new QuestionId("which");
  private static final QuestionId GRAVE = new QuestionId("grave");
  private static final QuestionId REMARK = new QuestionId("remark");

  /** Which is asked after yes, grave after which is blackmail; a remark may stay open. */
  private static final Codebook BOOK =
      new Codebook(
          "b",
          1,
          "B",
          List.of(tag("blackmail"), tag("leak")),
          List.of(
              new Question(
                  ACTION,
                  "Action?",
                  "",
                  List.of(
                      new Answer("no", "No"),
                      new Answer(
                          "yes",
                          "Yes",
                          new Evidence.OfTags(List.of(new TagId("blackmail"), new TagId("leak")))),
                      new Answer("unclear", "Unclear"))),
              new Question(
                  WHICH,
                  "Which?",
                  "",
                  List.of(new Answer("blackmail", "Blackmail"), new Answer("leak", "Leak")),
                  new Premise(ACTION, List.of("yes")),
                  Question.Need.REQUIRED),
              new Question(
                  GRAVE,
                  "Grave?",
                  "",
                  List.of(new Answer("no", "No"), new Answer("yes", "Yes")),
                  new Premise(WHICH, List.of("blackmail")),
                  Question.Need.REQUIRED),
              new Question(
                  REMARK,
                  "Odd?",
                  "",
                  List.of(new Answer("no", "No"), new Answer("yes", "Yes", new Evidence.AnyTag())),
                  null,
                  Question.Need.OPTIONAL)));

  private final List<Thing> things = new ArrayList<>();

  @Test
  void whatIsNotAnsweredIsOpenAndNotNo() {
    assertEquals("action=OPEN which=NOT_ASKED grave=NOT_ASKED remark=OPEN", standings());
    assertEquals(Optional.of("the question action is not answered"), sheet().refusal());
    assertEquals(List.of(ACTION), missing());
    assertEquals(2, sheet().asked());
    assertEquals(0, sheet().answered());
  }

  @Test
  void noEndsTheQuestionsThatHangOnYes() {
    answer(ANN, ACTION, "no");
    assertEquals("action=ANSWERED which=NOT_ASKED grave=NOT_ASKED remark=OPEN", standings());
    assertEquals(Optional.empty(), sheet().refusal());
  }

  @Test
  void yesAsksForItsPlaceAndForMore() {
    answer(ANN, ACTION, "yes");
    assertEquals("action=UNPROVED which=OPEN grave=NOT_ASKED remark=OPEN", standings());
    assertEquals(
        Optional.of("no annotation shows the answer yes to the question action"),
        sheet().refusal());
    mark(BOB, "blackmail", 9);
    mark(ANN, "other", 9);
    assertEquals(List.of(ACTION, WHICH), missing(), "neither another's nor another tag shows it");
    mark(ANN, "leak/press", 20);
    mark(ANN, "blackmail", 3);
    assertEquals("action=ANSWERED which=OPEN grave=NOT_ASKED remark=OPEN", standings());
    assertEquals(
        List.of("blackmail", "leak/press"),
        sheet().items().getFirst().evidence().stream().map(a -> a.tag().value()).toList(),
        "in reading order");
    answer(ANN, WHICH, "blackmail");
    assertEquals("action=ANSWERED which=ANSWERED grave=OPEN remark=OPEN", standings());
  }

  @Test
  void anAnswerThatIsNotAskedForAnyMoreIsKeptAndDecidesNothing() {
    answer(ANN, WHICH, "blackmail");
    answer(ANN, GRAVE, "yes");
    answer(ANN, ACTION, "unclear");
    assertEquals("action=ANSWERED which=NOT_ASKED grave=NOT_ASKED remark=OPEN", standings());
    assertEquals("yes", sheet().items().get(2).given());
    assertEquals(1, sheet().answered());
    assertEquals(
        List.of(true, false, false, true, true),
        List.of(ACTION, WHICH, GRAVE, REMARK, new QuestionId("gone")).stream()
            .map(sheet()::asks)
            .toList());
  }

  @Test
  void anOptionalQuestionIsHeldToItsPlaceOnceItIsAnswered() {
    answer(ANN, ACTION, "no");
    answer(ANN, REMARK, "yes");
    assertEquals(List.of(REMARK), missing());
    mark(ANN, "of-another-codebook", 3);
    assertEquals(List.of(), missing());
  }

  @Test
  void anAnswerThatTheCodebookHasNotLeavesTheQuestionOpen() {
    answer(ANN, ACTION, "perhaps");
    answer(BOB, ACTION, "no");
    assertEquals("action=OPEN which=NOT_ASKED grave=NOT_ASKED remark=OPEN", standings());
    assertEquals("perhaps", sheet().items().getFirst().given());
    assertEquals(Optional.empty(), sheet().items().getFirst().answer());
  }

  private String standings() {
    return sheet().items().stream()
        .map(item -> item.question().id() + "=" + item.standing())
        .collect(Collectors.joining(" "));
  }

  private List<QuestionId> missing() {
    return sheet().missing().stream().map(Item::question).map(Question::id).toList();
  }

  private AnswerSheet sheet() {
    return AnswerSheet.of(BOOK, ANN, things);
  }

  private void answer(RaterId rater, QuestionId question, String answer) {
    things.add(new Verdict(rater, ID, question, answer));
  }

  private void mark(RaterId rater, String tag, int start) {
    things.add(
        new Annotation(
            new AnnotationId(new UUID(7, things.size())),
            rater,
            new TagId(tag),
            List.of(new Anchor(ID, 0, 0, new Span(start, start + 2), "ab")),
            null,
            null,
            null,
            ""));
  }

  private static Tag tag(String id) {
    return new Tag(new TagId(id), id, TagKind.ACTION, null, "d", List.of(), List.of(), "c1", null);
  }
}
