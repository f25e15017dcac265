package examen.desktop.shell;

import examen.app.ClassifierRuns;
import examen.app.FullReveal;
import examen.desktop.fx.Pause;
import examen.desktop.fx.Texts;
import examen.desktop.others.EverythingView;
import examen.desktop.others.EverythingViewModel;
import examen.desktop.runs.RunDialogs;
import examen.desktop.runs.RunsView;
import examen.desktop.runs.RunsViewModel;
import examen.desktop.runs.Step;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.StackPane;

/** The sheets of the Findings workspace: classifier runs, and that everything is shown. */
final class FindingsSheets extends StackPane implements AutoCloseable {
  /** So long after the last letter a file is looked at again, in milliseconds. */
  private static final int PAUSE = 400;

  private final RunsViewModel runs;
  private final EverythingViewModel everything;
  private final RunsView runsView;
  private final EverythingView everythingView;
  private final BooleanBinding open;

  /**
   * @param stored told after labels, or what they stand for, were stored
   * @param shown shows what may be shown after all of it was revealed
   */
  FindingsSheets(
      Session session, RunDialogs dialogs, Texts texts, Runnable stored, Runnable shown) {
    setPickOnBounds(false);
    runs =
        new RunsViewModel(
            new RunsViewModel.Means(
                session.work(),
                new ClassifierRuns(session.workbench(), session.rater()),
                session.workbench().codebook(),
                new Pause(PAUSE),
                stored,
                texts));
    everything =
        new EverythingViewModel(
            new EverythingViewModel.Means(
                session.work(), new FullReveal(session.workbench(), session.rater()), shown));
    runsView = new RunsView(runs, dialogs, texts);
    everythingView = new EverythingView(everything, texts);
    getChildren().addAll(runsView, everythingView);
    open =
        Bindings.createBooleanBinding(
            () -> runs.isOpen() || everything.openProperty().get(),
            runs.stepProperty(),
            everything.openProperty());
  }

  RunsViewModel runs() {
    return runs;
  }

  EverythingViewModel everything() {
    return everything;
  }

  /** Whether one of them is shown. */
  BooleanBinding openProperty() {
    return open;
  }

  /** Where it is said what went wrong. */
  StringProperty problemProperty() {
    return runs.isOpen() ? runs.problemProperty() : everything.problemProperty();
  }

  @Override
  public void close() {
    if (runs.stepProperty().get() == Step.BUSY) {
      runs.stop();
    }
    runsView.close();
    everythingView.close();
  }
}
