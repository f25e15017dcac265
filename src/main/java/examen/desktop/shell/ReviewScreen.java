package examen.desktop.shell;

import examen.app.Workbench;
import examen.app.settings.Care;
import examen.desktop.codebook.CodebookView;
import examen.desktop.codebook.NewerViewModel;
import examen.desktop.codebook.SystemCodebookDialogs;
import examen.desktop.findings.FindingsView;
import examen.desktop.fx.Action;
import examen.desktop.fx.ActionGroup;
import examen.desktop.fx.FileDialogs;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Keymap;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.inspector.InspectorView;
import examen.desktop.inspector.TagPaletteView;
import examen.desktop.intake.Dialogs;
import examen.desktop.intake.ImportView;
import examen.desktop.intake.SystemDialogs;
import examen.desktop.queue.QueueView;
import examen.desktop.reader.ReaderView;
import examen.desktop.settings.SettingsViewModel;
import examen.desktop.source.SourceView;
import examen.desktop.welcome.TourView;
import examen.desktop.welcome.TourViewModel;
import examen.rating.Rater;
import examen.rating.RaterId;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.StringProperty;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;

/** The workspaces in one window, whole: panels, sheets, keys. Close it with the window. */
public final class ReviewScreen implements AutoCloseable {
  private final ReviewViewModel model;
  private final ReviewShell shell;
  private final ReaderView reader;
  private final SourceView source;
  private final ImportView imports;
  private final TagPaletteView tags;
  private final CodebookScreen codebook;
  private final FindingsScreen findings;
  private final ReviewActions actions;
  private final Sheets sheets;
  private final SearchViews searches;
  private final TourView tour;
  private final Caring care;
  private final List<Action> everywhere;
  private final StackPane root = new StackPane();
  private final Subscriptions subscriptions = new Subscriptions();

  /** With settings that hold for this window alone. */
  public ReviewScreen(
      Workbench workbench, RaterId rater, FxWork work, Texts texts, Supplier<LocalTime> clock) {
    this(
        new ReviewViewModel(workbench, rater, work, texts, clock),
        SettingsViewModel.ofOneWindow(work),
        work,
        texts);
  }

  public ReviewScreen(ReviewViewModel model, SettingsViewModel settings, FxWork work, Texts texts) {
    this(model, settings, work, texts, window -> new SystemDialogs(new FileDialogs(window, texts)));
  }

  /**
   * @param dialogs makes the dialogs for files to import, for the window that is given
   */
  ReviewScreen(
      ReviewViewModel model,
      SettingsViewModel settings,
      FxWork work,
      Texts texts,
      Function<Supplier<Window>, Dialogs> dialogs) {
    this.model = model;
    Keymap keymap = settings.keymap();
    reader = new ReaderView(model.reader(), work, texts);
    QueueView queue = new QueueView(model.queue(), texts);
    queue.setScope(model.scope());
    InspectorView inspector = new InspectorView(model.inspector(), texts);
    source = new SourceView(model.source(), texts);
    shell =
        new ReviewShell(
            model.shell(), new ReviewShell.Panels(queue, reader, inspector, source), texts);
    searches = new SearchViews(model.searching(), queue, reader, shell, texts);
    imports =
        new ImportView(
            model.imports(),
            dialogs.apply(() -> root.getScene().getWindow()),
            texts,
            model::showImported);
    DropTarget drop = new DropTarget(model.shell(), root, texts, subscriptions);
    tags = new TagPaletteView(model.tags(), texts, shell::takeFocus);
    actions = new ReviewActions(model, keymap, texts);
    FileDialogs files = new FileDialogs(() -> root.getScene().getWindow(), texts);
    codebook =
        new CodebookScreen(
            model.codebook(), new SystemCodebookDialogs(files), texts, keymap, model.session());
    findings = new FindingsScreen(model, files, texts, keymap);
    sheets = new Sheets(model, all(), settings, work, texts);
    everywhere = everywhere(actions, sheets);
    tour = new TourView(sheets.tour(), shell, texts);
    root.getChildren().addAll(shell, tour, tags, searches.filter(), imports, codebook.newerView());
    root.getChildren().addAll(findings.sheets(), sheets, drop);
    care = new Caring(model, settings, reader, root, texts);
    watch(settings);
  }

  private static List<Action> everywhere(ReviewActions actions, Sheets sheets) {
    return Stream.concat(actions.all().stream(), sheets.actions().stream())
        .filter(action -> action.group().place() == ActionGroup.Place.EVERYWHERE)
        .toList();
  }

  private List<Action> all() {
    List<Action> all = new ArrayList<>(actions.all());
    all.addAll(reader.actions());
    all.addAll(codebook.actions());
    all.addAll(findings.actions());
    return all.stream().map(actions::unlessCovered).toList();
  }

  private void watch(SettingsViewModel settings) {
    reader.setKeymap(settings.keymap());
    shell.overReader(care.warning());
    subscriptions.watch(model.source().openProperty(), shell::showSource);
    model.questions().setOnLeave(reader::requestFocus);
    subscriptions.add(() -> model.questions().setOnLeave(() -> {}));
    subscriptions.onChange(
        sheets.tour().atProperty(), at -> toured(settings, at.intValue() == TourViewModel.NONE));
    subscriptions.watch(model.imports().stepProperty(), step -> cover());
    subscriptions.watch(sheets.openProperty(), open -> cover());
    subscriptions.watch(codebook.newer().openProperty(), open -> cover());
    subscriptions.watch(searches.coversProperty(), open -> cover());
    subscriptions.watch(findings.sheets().openProperty(), open -> cover());
    subscriptions.watch(
        settings.settingsProperty(), now -> reader.setLongestLine(LineLength.in(now.appearance())));
    subscriptions.onChange(model.shell().workspaceProperty(), this::go);
    subscriptions.handle(root, KeyEvent.KEY_PRESSED, this::heard);
    subscriptions.handle(root, KeyEvent.KEY_TYPED, this::heard);
    subscriptions.filter(root, KeyEvent.KEY_PRESSED, this::linking);
    model.annotation().setOnLeaveNote(shell::takeFocus);
    subscriptions.add(() -> model.annotation().setOnLeaveNote(() -> {}));
  }

  private void heard(KeyEvent event) {
    if (!isCovered()) {
      switch (model.shell().workspaceProperty().get()) {
        case REVIEW -> actions.heard(event, sheets.actions());
        case CODEBOOK -> codebook.heard(event, everywhere);
        case FINDINGS -> findings.heard(event, everywhere);
      }
    }
  }

  /** While a link is made, some of the reader's keys mean something else. */
  private void linking(KeyEvent event) {
    boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    boolean reading =
        !isCovered()
            && sheets.tour().atProperty().get() == TourViewModel.NONE
            && model.shell().workspaceProperty().get() == Workspace.REVIEW
            && !(event.getTarget() instanceof TextInputControl);
    if (plain && reading && model.annotation().linking().pressed(event.getCode())) {
      event.consume();
    }
  }

  private void go(Workspace workspace) {
    model.tags().close();
    switch (workspace) {
      case REVIEW -> shell.showElsewhere(null, shell::takeFocus);
      case CODEBOOK -> {
        model.codebook().open();
        shell.showElsewhere(codebook.view(), codebook.view()::takeFocus);
      }
      case FINDINGS -> {
        model.analysing().findings().open();
        shell.showElsewhere(findings.view(), findings.view()::takeFocus);
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

  /** Called when another person goes on in this project. */
  public void setOnOther(Consumer<Rater> other) {
    model.identity().setOnOther(other);
  }

  /** Called when the project has another codebook and is to be opened again. */
  public void setOnReopen(Runnable action) {
    codebook.setOnReopen(action);
  }

  NewerViewModel newer() {
    return codebook.newer();
  }

  CodebookView codebookView() {
    return codebook.view();
  }

  FindingsSheets findingsSheets() {
    return findings.sheets();
  }

  FindingsView findingsView() {
    return findings.view();
  }

  public Parent root() {
    return root;
  }

  Sheets sheets() {
    return sheets;
  }

  SourceView sourceView() {
    return source;
  }

  public ReviewViewModel model() {
    return model;
  }

  /** Fills the panels and puts the keyboard where work begins. */
  public void start() {
    model.start();
    shell.takeFocus();
  }

  /** Says in one line what went wrong, where the user is looking. */
  public void problem(String message) {
    model.shell().activityProperty().set("");
    problemPlace().set(message);
  }

  private StringProperty problemPlace() {
    if (codebook.newer().openProperty().get()) {
      return codebook.newer().problemProperty();
    }
    if (findings.sheets().openProperty().get()) {
      return findings.sheets().problemProperty();
    }
    return model.imports().isOpen()
        ? model.imports().problemProperty()
        : model.shell().problemProperty();
  }

  @Override
  public void close() {
    model.inspector().current().note().flush();
    model.imports().close();
    subscriptions.close();
    imports.close();
    tags.close();
    codebook.close();
    findings.close();
    sheets.close();
    searches.close();
    care.close();
    tour.close();
    shell.close();
  }

  /** Shows around, unless this user was shown around once. */
  public void tourOnce() {
    if (!sheets.settings().care().tourSeen()) {
      sheets.tour().start();
    }
  }

  private void toured(SettingsViewModel settings, boolean ended) {
    settings.changeCare(Care::withTourSeen);
    if (ended && !isCovered()) {
      shell.takeFocus();
    }
  }

  private boolean isCovered() {
    return model.imports().isOpen()
        || sheets.openProperty().get()
        || codebook.newer().openProperty().get()
        || findings.sheets().openProperty().get()
        || searches.coversProperty().get();
  }

  /** While a sheet is shown, neither the mouse nor the keyboard gets at what is under it. */
  private void cover() {
    boolean covered = isCovered();
    if (covered == shell.isDisable()) {
      return;
    }
    shell.setDisable(covered);
    if (covered) {
      model.tags().close();
    } else {
      switch (model.shell().workspaceProperty().get()) {
        case REVIEW -> shell.takeFocus();
        case CODEBOOK -> codebook.view().takeFocus();
        case FINDINGS -> findings.view().takeFocus();
      }
    }
  }
}
