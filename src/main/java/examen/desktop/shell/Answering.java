package examen.desktop.shell;

import examen.codebook.QuestionId;
import examen.desktop.inspector.QuestionsViewModel;
import examen.desktop.queue.QueueViewModel;
import examen.desktop.reader.ReaderViewModel;
import examen.desktop.source.SourceViewModel;
import examen.rating.Command;
import examen.rating.Decision;
import examen.transcript.Anchor;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** A rater's answers to the questions, and the submitting and reopening of the review. */
final class Answering implements QuestionsViewModel.Actions {
  private final Panels panels;
  private final BiConsumer<Command, Consumer<Decision>> act;
  private final Consumer<String> problem;
  private final QuestionsViewModel questions = new QuestionsViewModel(this);

  /** What is answered about, and where it goes on. */
  record Panels(QueueViewModel queue, ReaderViewModel reader, SourceViewModel source) {}

  /**
   * @param act has a command done, and calls what is given when it is done or refused and what
   *     holds then is shown
   * @param problem says in one line why something was not done
   */
  Answering(Panels panels, BiConsumer<Command, Consumer<Decision>> act, Consumer<String> problem) {
    this.panels = panels;
    this.act = act;
    this.problem = problem;
  }

  QuestionsViewModel questions() {
    return questions;
  }

  /** Puts the keyboard on the questions. */
  void enter() {
    uncover();
    questions.enter();
  }

  @Override
  public void answer(QuestionId question, String answer) {
    act(transcript -> new Command.Answer(transcript, question, answer));
  }

  @Override
  public void withdraw(QuestionId question) {
    act(transcript -> new Command.Withdraw(transcript, question));
  }

  @Override
  public void reopen() {
    Transcript shown = panels.reader().transcriptProperty().get();
    if (shown != null) {
      act.accept(new Command.Reopen(shown.id()), decision -> questions.enter());
    }
  }

  @Override
  public void goTo(Anchor place) {
    panels.reader().goTo(place);
  }

  @Override
  public void submit() {
    Transcript shown = panels.reader().transcriptProperty().get();
    if (shown == null) {
      return;
    }
    if (questions.isSubmitted()) {
      goOn();
    } else {
      act.accept(new Command.Submit(shown.id()), this::submitted);
    }
  }

  private void submitted(Decision decision) {
    switch (decision) {
      case Decision.Accepted _ -> goOn();
      case Decision.Refused(String reason) -> {
        uncover();
        if (questions.refuse()) {
          problem.accept("");
        }
      }
    }
  }

  private void goOn() {
    panels.queue().nextOpen();
    questions.leave();
  }

  /** The source may be where the questions are. */
  private void uncover() {
    if (panels.source().openProperty().get()) {
      panels.source().toggle();
    }
  }

  private void act(Function<TranscriptId, Command> command) {
    Transcript shown = panels.reader().transcriptProperty().get();
    if (shown != null) {
      act.accept(command.apply(shown.id()), decision -> {});
    }
  }
}
