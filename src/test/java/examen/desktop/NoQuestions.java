package examen.desktop;

import examen.codebook.QuestionId;
import examen.desktop.inspector.QuestionsViewModel;
import examen.transcript.Anchor;

/** Questions that nothing comes of, for tests that are about something else. */
public final class NoQuestions implements QuestionsViewModel.Actions {
  private NoQuestions() {}

  public static QuestionsViewModel model() {
    return new QuestionsViewModel(new NoQuestions());
  }

  @Override
  public void answer(QuestionId question, String answer) {}

  @Override
  public void withdraw(QuestionId question) {}

  @Override
  public void submit() {}

  @Override
  public void reopen() {}

  @Override
  public void goTo(Anchor place) {}
}
