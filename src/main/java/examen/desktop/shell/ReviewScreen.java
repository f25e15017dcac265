package examen.desktop.shell;

import examen.app.Workbench;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Texts;
import examen.desktop.inspector.InspectorView;
import examen.desktop.queue.QueueView;
import examen.desktop.reader.ReaderView;
import examen.rating.RaterId;
import java.time.LocalTime;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;

/** The Review workspace, whole: panels, keys, and what they work on. Close it with the window. */
public final class ReviewScreen implements AutoCloseable {
  private final ReviewViewModel model;
  private final ReviewShell shell;
  private final ReaderView reader;

  public ReviewScreen(
      Workbench workbench, RaterId rater, FxWork work, Texts texts, Supplier<LocalTime> clock) {
    model = new ReviewViewModel(workbench, rater, work, texts, clock);
    reader = new ReaderView(model.reader(), work, texts);
    QueueView queue = new QueueView(model.queue(), texts);
    InspectorView inspector = new InspectorView(model.inspector(), texts);
    shell = new ReviewShell(model.shell(), new ReviewShell.Panels(queue, reader, inspector), texts);
    ReviewActions actions = new ReviewActions(model);
    shell.addEventHandler(KeyEvent.KEY_PRESSED, actions::pressed);
  }

  public Parent root() {
    return shell;
  }

  public ReviewViewModel model() {
    return model;
  }

  /** Fills the panels and puts the keyboard into the transcript. */
  public void start() {
    model.start();
    reader.requestFocus();
  }

  /** Says in one line what went wrong. */
  public void problem(String message) {
    model.shell().activityProperty().set("");
    model.shell().problemProperty().set(message);
  }

  @Override
  public void close() {
    shell.close();
  }
}
