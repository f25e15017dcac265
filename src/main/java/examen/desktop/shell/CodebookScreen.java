package examen.desktop.shell;

import examen.app.NewerCodebook;
import examen.desktop.codebook.CodebookDialogs;
import examen.desktop.codebook.CodebookView;
import examen.desktop.codebook.CodebookViewModel;
import examen.desktop.codebook.NewerView;
import examen.desktop.codebook.NewerViewModel;
import examen.desktop.fx.Action;
import examen.desktop.fx.ActionGroup;
import examen.desktop.fx.Keyboard;
import examen.desktop.fx.Keymap;
import examen.desktop.fx.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The Codebook workspace in the window, with its keys; there once somebody has gone there. */
final class CodebookScreen implements AutoCloseable {
  private final CodebookViewModel model;
  private final CodebookDialogs dialogs;
  private final Texts texts;
  private final List<Action> own;
  private final Keyboard keyboard;
  private final NewerViewModel newer;
  private final NewerView newerView;
  private Runnable onReopen = () -> {};
  private @Nullable CodebookView view;

  CodebookScreen(
      CodebookViewModel model,
      CodebookDialogs dialogs,
      Texts texts,
      Keymap keymap,
      Session session) {
    this.model = model;
    this.dialogs = dialogs;
    this.texts = texts;
    keyboard = new Keyboard(keymap);
    newer =
        new NewerViewModel(
            new NewerViewModel.Means(
                session.work(),
                () -> new NewerCodebook(session.workbench(), session.rater()),
                session.workbench().codebook(),
                () -> onReopen.run(),
                () -> model.unsaved().countProperty().get() > 0));
    newerView = new NewerView(newer, dialogs, texts);
    own =
        Stream.of(
                Action.of("new-rule", this::begin, "Shortcut+N"),
                Action.of("save-rules", model::save, "Shortcut+S"),
                Action.of("find-rule", () -> view().find(), "Shortcut+F"),
                Action.of("newer-codebook", newer::open, "Shortcut+Shift+N"))
            .map(action -> action.in(ActionGroup.CODEBOOK))
            .toList();
  }

  /** What can be done in this workspace and in no other. */
  List<Action> actions() {
    return own;
  }

  /** The sheet on which a newer codebook is put in use. */
  NewerView newerView() {
    return newerView;
  }

  NewerViewModel newer() {
    return newer;
  }

  /** Called when the project has another codebook and is to be opened again. */
  void setOnReopen(Runnable action) {
    onReopen = action;
  }

  CodebookView view() {
    CodebookView there = view;
    if (there == null) {
      there = new CodebookView(model, dialogs, texts);
      there.setNewer(newer);
      view = there;
    }
    return there;
  }

  /**
   * Does what the key asks for.
   *
   * @param more what can be done besides
   */
  void heard(KeyEvent event, List<Action> more) {
    if (keyboard.heard(event, Stream.concat(own.stream(), more.stream()).toList())) {
      event.consume();
    }
  }

  private void begin() {
    model.begin();
    view().edit();
  }

  @Override
  public void close() {
    model.close();
    newerView.close();
    if (view != null) {
      view.close();
    }
  }
}
