package examen.desktop.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.codebook.Answer;
import examen.codebook.Codebook;
import examen.codebook.Evidence;
import examen.codebook.Premise;
import examen.codebook.Question;
import examen.codebook.QuestionId;
import examen.codebook.TagId;
import examen.codebook.TagKind;
import examen.desktop.Demo;
import examen.desktop.NoAnnotationActions;
import examen.desktop.NoHighlightActions;
import examen.desktop.Theme;
import examen.desktop.Ui;
import examen.desktop.fx.Texts;
import examen.rating.AnnotationId;
import examen.rating.AnswerSheet;
import examen.rating.RaterId;
import examen.rating.Suggesting;
import examen.rating.Thing;
import examen.rating.Verdict;
import examen.transcript.Anchor;
import examen.transcript.Transcript;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Questions as other codebooks may have them. */
class QuestionsPicturesTest {
  private static final RaterId ANN = new RaterId("ann");

  private final List<String> given = new ArrayList<>();
  private final QuestionsViewModel questions = new QuestionsViewModel(new Noting());

  @Test
  void longQuestionsWithManyAnswersAreReadWholeAndAnsweredByLetters() throws Exception {
    List<Answer> many = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      many.add(new Answer("a" + i, i == 3 ? "Long words. ".repeat(12) : "Answer " + (i + 1)));
    }
    String right = "\u05d4\u05d0\u05dd \u05d4\u05de\u05d5\u05d3\u05dc? \u202e hidden ";
    Codebook book =
        book(
            new Question(
                new QuestionId("long"),
                "Does it go on and on? ".repeat(30),
                "Help. ".repeat(80),
                many),
            new Question(new QuestionId("rtl"), right.repeat(6), right, many.subList(0, 2)));
    show(
        book,
        List.of(),
        null,
        ui -> {
          Ui.fx(
              () -> {
                questions.enter();
                return 0;
              });
          ui.press(KeyCode.F1);
          settle();
          ui.pictures("questions-long", Theme.LIGHT, Theme.DARK);
          ui.press(KeyCode.DIGIT4);
          ui.press(KeyCode.C);
          ui.press(KeyCode.Z);
          assertEquals(List.of("long=a3", "long=a11"), given, "z is the key of none");
          ui.press(KeyCode.DOWN);
          settle();
          ui.pictures("questions-right-to-left", Theme.LIGHT, Theme.DARK);
        });
  }

  @Test
  void aPlaceThatIsMissingIsNamedAndOneThatIsThereLeadsToIt() throws Exception {
    Transcript transcript = Demo.transcript();
    Codebook book =
        book(
            new Question(
                new QuestionId("threat"),
                "Does it threaten?",
                "",
                List.of(
                    new Answer("no", "No"),
                    new Answer("yes", "Yes", new Evidence.OfTags(List.of(new TagId("blackmail"))))),
                null,
                Question.Need.REQUIRED),
            new Question(
                new QuestionId("real"),
                "Does it state that this is real?",
                "",
                List.of(
                    new Answer("no", "No"),
                    new Answer(
                        "yes", "Yes", new Evidence.OfTags(List.of(new TagId("states-real"))))),
                null,
                Question.Need.REQUIRED),
            new Question(
                new QuestionId("how"),
                "How does it reason?",
                "",
                List.of(
                    new Answer("no", "No"),
                    new Answer("yes", "Yes", new Evidence.OfKind(TagKind.REASONING))),
                new Premise(new QuestionId("threat"), List.of("no")),
                Question.Need.REQUIRED));
    List<Thing> things = new ArrayList<>(Demo.annotations(transcript));
    for (String question : List.of("threat", "real", "how")) {
      things.add(new Verdict(ANN, transcript.id(), new QuestionId(question), "yes"));
    }
    show(
        book,
        things,
        null,
        ui -> {
          assertTrue(Ui.fx(questions::refuse));
          settle();
          ui.pictures("questions-unproved", Theme.LIGHT, Theme.DARK);
          assertEquals("real", Ui.fx(() -> questions.refusedProperty().get()).value());
        });
  }

  @Test
  void aCodebookWithoutQuestionsLetsOneSubmit() throws Exception {
    show(
        book(),
        List.of(),
        null,
        ui -> {
          Ui.fx(
              () -> {
                questions.enter();
                return 0;
              });
          settle();
          ui.pictures("questions-none", Theme.LIGHT, Theme.DARK);
          ui.press(KeyCode.SPACE);
          assertEquals(List.of("submit"), given);
        });
    show(book(), List.of(), LocalDateTime.of(2026, 11, 21, 10, 31), ui -> settle());
  }

  private interface Doing {
    void with(Ui ui) throws Exception;
  }

  private void show(Codebook book, List<Thing> things, @Nullable LocalDateTime at, Doing doing)
      throws Exception {
    Ui.start();
    InspectorViewModel model = new InspectorViewModel(new OnlyQuestions());
    InspectorView view = Ui.fx(() -> new InspectorView(model, Texts.load()));
    try (Ui ui = Ui.show(() -> view, 300, 900)) {
      Ui.fx(
          () -> {
            model.setCodebook(Demo.codebook());
            questions.setCodebook(Demo.codebook());
            questions.show(AnswerSheet.of(book, ANN, things), at);
            return 0;
          });
      Ui.pulses(2);
      doing.with(ui);
      Ui.fx(
          () -> {
            view.close();
            return 0;
          });
    }
    assertEquals(List.of(), Ui.uncaught());
  }

  private static Codebook book(Question... asked) {
    Codebook demo = Demo.codebook();
    return new Codebook(demo.id(), 1, demo.name(), demo.tags(), List.of(asked));
  }

  private static void settle() throws Exception {
    Thread.sleep(250);
    Ui.pulses(3);
  }

  /** Notes what is asked of the window. */
  private final class Noting implements QuestionsViewModel.Actions {
    @Override
    public void answer(QuestionId question, String answer) {
      given.add(question + "=" + answer);
    }

    @Override
    public void withdraw(QuestionId question) {
      given.add("withdraw " + question);
    }

    @Override
    public void submit() {
      given.add("submit");
    }

    @Override
    public void reopen() {
      given.add("reopen");
    }

    @Override
    public void goTo(Anchor place) {
      given.add("go to " + place.message());
    }
  }

  private final class OnlyQuestions implements InspectorViewModel.Actions {
    @Override
    public QuestionsViewModel questions() {
      return questions;
    }

    @Override
    public void remove(AnnotationId annotation) {}

    @Override
    public void goTo(Anchor anchor) {}

    @Override
    public void put(TagId tag) {}

    @Override
    public void showSuggestions(Suggesting when) {}

    @Override
    public HighlightActions highlight() {
      return new NoHighlightActions();
    }

    @Override
    public AnnotationActions annotation() {
      return new NoAnnotationActions();
    }
  }
}
