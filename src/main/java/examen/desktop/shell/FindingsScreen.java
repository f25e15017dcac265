package examen.desktop.shell;

import examen.desktop.findings.FindingsDialogs;
import examen.desktop.findings.FindingsView;
import examen.desktop.findings.FindingsViewModel;
import examen.desktop.findings.SavingViewModel;
import examen.desktop.fx.Action;
import examen.desktop.fx.ActionGroup;
import examen.desktop.fx.Keyboard;
import examen.desktop.fx.Keymap;
import examen.desktop.fx.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The Findings workspace in the window, with its keys; there once somebody has gone there. */
final class FindingsScreen implements AutoCloseable {
  private final FindingsViewModel model;
  private final SavingViewModel saving;
  private final FindingsDialogs dialogs;
  private final Texts texts;
  private final List<Action> own;
  private final Keyboard keyboard;
  private @Nullable FindingsView view;

  FindingsScreen(Analysing analysing, FindingsDialogs dialogs, Texts texts, Keymap keymap) {
    this.model = analysing.findings();
    this.saving = analysing.saving();
    this.dialogs = dialogs;
    this.texts = texts;
    keyboard = new Keyboard(keymap);
    own =
        Stream.of(
                Action.of("make-findings", () -> view().make(), "Shortcut+Enter"),
                Action.of("stop-findings", model::cancel).unless(this::notRunning),
                Action.of("choices-findings", () -> view().enterForm(), "Shortcut+L"),
                Action.of("read-findings", model::read, "F5"),
                Action.of("save-findings", () -> view().save(), "Shortcut+S").unless(this::none),
                Action.of("copy-findings", () -> view().copy(), "Shortcut+C").unless(this::none))
            .map(action -> action.in(ActionGroup.FINDINGS))
            .toList();
  }

  private String notRunning() {
    return model.runningProperty().get() == null ? texts.get("findings.not-running") : "";
  }

  private String none() {
    return model.madeProperty().get() == null ? texts.get("findings.none-made") : "";
  }

  /** What can be done in this workspace and in no other. */
  List<Action> actions() {
    return own;
  }

  FindingsView view() {
    FindingsView there = view;
    if (there == null) {
      there = new FindingsView(model, saving, dialogs, texts);
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

  @Override
  public void close() {
    model.cancel();
    if (view != null) {
      view.close();
    }
  }
}
