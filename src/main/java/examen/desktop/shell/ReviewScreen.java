package examen.desktop.shell;

import examen.app.Workbench;
import examen.desktop.codebook.CodebookView;
import examen.desktop.codebook.SystemCodebookDialogs;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.inspector.InspectorView;
import examen.desktop.inspector.TagPaletteView;
import examen.desktop.intake.Dialogs;
import examen.desktop.intake.ImportView;
import examen.desktop.intake.Step;
import examen.desktop.intake.SystemDialogs;
import examen.desktop.queue.QueueView;
import examen.desktop.reader.ReaderView;
import examen.desktop.source.SourceView;
import examen.rating.RaterId;
import java.time.LocalTime;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;

/** The workspaces in one window, whole: panels, sheets, keys. Close it with the window. */
public final class ReviewScreen implements AutoCloseable {
  private final ReviewViewModel model;
  private final FxWork work;
  private final ReviewShell shell;
  private final ReaderView reader;
  private final SourceView source;
  private final ImportView imports;
  private final TagPaletteView tags;
  private final CodebookScreen codebook;
  private final StackPane root = new StackPane();
  private final Subscriptions subscriptions = new Subscriptions();

  public ReviewScreen(
      Workbench workbench, RaterId rater, FxWork work, Texts texts, Supplier<LocalTime> clock) {
    this(
        new ReviewViewModel(workbench, rater, work, texts, clock),
        work,
        texts,
        window -> new SystemDialogs(window, texts));
  }

  /**
   * @param dialogs makes the dialogs for files to import, for the window that is given
   */
  ReviewScreen(
      ReviewViewModel model,
      FxWork work,
      Texts texts,
      Function<Supplier<Window>, Dialogs> dialogs) {
    this.model = model;
    this.work = work;
    reader = new ReaderView(model.reader(), work, texts);
    QueueView queue = new QueueView(model.queue(), texts);
    InspectorView inspector = new InspectorView(model.inspector(), texts);
    source = new SourceView(model.source(), texts);
    shell =
        new ReviewShell(
            model.shell(), new ReviewShell.Panels(queue, reader, inspector, source), texts);
    subscriptions.watch(model.source().openProperty(), shell::showSource);
    model.questions().setOnLeave(reader::requestFocus);
    subscriptions.add(() -> model.questions().setOnLeave(() -> {}));
    imports =
        new ImportView(
            model.imports(),
            dialogs.apply(() -> root.getScene().getWindow()),
            texts,
            model::showImported);
    DropTarget drop = new DropTarget(model.shell(), root, texts, subscriptions);
    tags = new TagPaletteView(model.tags(), texts, shell::takeFocus);
    root.getChildren().addAll(shell, tags, imports, drop);
    subscriptions.watch(model.imports().stepProperty(), step -> cover(step != Step.CLOSED));
    ReviewActions actions = new ReviewActions(model);
    codebook =
        new CodebookScreen(
            model.codebook(),
            new SystemCodebookDialogs(() -> root.getScene().getWindow(), texts),
            texts,
            actions.everywhere());
    subscriptions.onChange(model.shell().workspaceProperty(), this::go);
    subscriptions.handle(root, KeyEvent.KEY_PRESSED, event -> pressed(event, actions));
    subscriptions.filter(root, KeyEvent.KEY_PRESSED, this::linking);
    model.annotation().setOnLeaveNote(shell::takeFocus);
  }

  private void pressed(KeyEvent event, ReviewActions actions) {
    if (!model.imports().isOpen()) {
      switch (model.shell().workspaceProperty().get()) {
        case REVIEW -> actions.pressed(event);
        case CODEBOOK -> codebook.pressed(event);
      }
    }
  }

  /** While a link is made, some of the reader's keys mean something else. */
  private void linking(KeyEvent event) {
    boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    boolean reading =
        !model.imports().isOpen()
            && model.shell().workspaceProperty().get() == Workspace.REVIEW
            && !(event.getTarget() instanceof TextInputControl);
    if (plain && reading && model.annotation().linking().pressed(event.getCode())) {
      event.consume();
    }
  }

  private void go(Workspace workspace) {
    model.tags().close();
    switch (workspace) {
      case REVIEW -> {
        shell.showElsewhere(null);
        shell.takeFocus();
      }
      case CODEBOOK -> {
        model.codebook().open();
        shell.showElsewhere(codebook.view());
        codebook.view().takeFocus();
        // What loses the keyboard by being hidden gives it away once more, when it is next drawn.
        work.later(() -> codebook.view().takeFocus());
      }
    }
  }

  /** Closes the window, once what was not saved in it is saved or given up. */
  public void leave(Runnable closing) {
    if (model.codebook().unsaved().countProperty().get() > 0) {
      model.shell().workspaceProperty().set(Workspace.CODEBOOK);
    }
    model.codebook().unsaved().askToLeave(closing);
  }

  CodebookView codebookView() {
    return codebook.view();
  }

  public Parent root() {
    return root;
  }

  SourceView sourceView() {
    return source;
  }

  public ReviewViewModel model() {
    return model;
  }

  /** Fills the panels and puts the keyboard into the transcript. */
  public void start() {
    model.start();
    reader.requestFocus();
  }

  /** Says in one line what went wrong, where the user is looking. */
  public void problem(String message) {
    model.shell().activityProperty().set("");
    StringProperty place =
        model.imports().isOpen()
            ? model.imports().problemProperty()
            : model.shell().problemProperty();
    place.set(message);
  }

  @Override
  public void close() {
    model.inspector().current().note().flush();
    model.imports().close();
    subscriptions.close();
    imports.close();
    tags.close();
    codebook.close();
    shell.close();
  }

  /** While a sheet is shown, neither the mouse nor the keyboard gets at what is under it. */
  private void cover(boolean covered) {
    shell.setDisable(covered);
    if (!covered) {
      switch (model.shell().workspaceProperty().get()) {
        case REVIEW -> shell.takeFocus();
        case CODEBOOK -> codebook.view().takeFocus();
      }
    }
  }
}
