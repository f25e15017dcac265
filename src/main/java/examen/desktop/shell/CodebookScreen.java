package examen.desktop.shell;

import examen.desktop.codebook.CodebookDialogs;
import examen.desktop.codebook.CodebookView;
import examen.desktop.codebook.CodebookViewModel;
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
  private @Nullable CodebookView view;

  CodebookScreen(CodebookViewModel model, CodebookDialogs dialogs, Texts texts, Keymap keymap) {
    this.model = model;
    this.dialogs = dialogs;
    this.texts = texts;
    keyboard = new Keyboard(keymap);
    own =
        Stream.of(
                Action.of("new-rule", this::begin, "Shortcut+N"),
                Action.of("save-rules", model::save, "Shortcut+S"),
                Action.of("find-rule", () -> view().find(), "Shortcut+F"))
            .map(action -> action.in(ActionGroup.CODEBOOK))
            .toList();
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
    if (view != null) {
      view.close();
    }
  }
}
