package examen.desktop.shell;

import examen.desktop.codebook.CodebookDialogs;
import examen.desktop.codebook.CodebookView;
import examen.desktop.codebook.CodebookViewModel;
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
  private final List<Action> all;
  private @Nullable CodebookView view;

  /**
   * @param everywhere the actions that mean the same in every workspace
   */
  CodebookScreen(
      CodebookViewModel model, CodebookDialogs dialogs, Texts texts, List<Action> everywhere) {
    this.model = model;
    this.dialogs = dialogs;
    this.texts = texts;
    own =
        List.of(
            Action.of("new-rule", this::begin, "Shortcut+N"),
            Action.of("save-rules", model::save, "Shortcut+S"),
            Action.of("find-rule", () -> view().find(), "Shortcut+F"));
    all = Stream.concat(own.stream(), everywhere.stream()).toList();
  }

  /** What can be done in this workspace and in no other. */
  List<Action> actions() {
    return own;
  }

  CodebookView view() {
    CodebookView there = view;
    if (there == null) {
      there = new CodebookView(model, dialogs, texts);
      view = there;
    }
    return there;
  }

  /** All keys here are with Ctrl, so that they mean something while text is typed too. */
  void pressed(KeyEvent event) {
    if (all.stream().anyMatch(action -> ReviewActions.ran(action, event))) {
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
    if (view != null) {
      view.close();
    }
  }
}
