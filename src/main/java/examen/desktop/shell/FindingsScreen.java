package examen.desktop.shell;

import examen.desktop.findings.FindingsDialogs;
import examen.desktop.findings.FindingsView;
import examen.desktop.findings.FindingsViewModel;
import examen.desktop.findings.KeepPlanViewModel;
import examen.desktop.findings.SavingViewModel;
import examen.desktop.findings.SystemFindingsDialogs;
import examen.desktop.fx.Action;
import examen.desktop.fx.ActionGroup;
import examen.desktop.fx.FileDialogs;
import examen.desktop.fx.Keyboard;
import examen.desktop.fx.Keymap;
import examen.desktop.fx.Texts;
import examen.desktop.runs.SystemRunDialogs;
import examen.transcript.Transcript;
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
  private final FindingsSheets sheets;
  private final KeepPlanViewModel plans;
  private @Nullable FindingsView view;

  /**
   * @param review whose panels show what may be shown after everything was revealed
   */
  FindingsScreen(ReviewViewModel review, FileDialogs files, Texts texts, Keymap keymap) {
    this.model = review.analysing().findings();
    this.saving = review.analysing().saving();
    this.plans = review.analysing().plans();
    this.dialogs = new SystemFindingsDialogs(files);
    this.texts = texts;
    keyboard = new Keyboard(keymap);
    sheets =
        new FindingsSheets(
            review.session(),
            new SystemRunDialogs(files),
            texts,
            this::readAgain,
            () -> showMore(review));
    own =
        Stream.of(
                Action.of("make-findings", () -> view().make(), "Shortcut+Enter"),
                Action.of("stop-findings", model::cancel).unless(this::notRunning),
                Action.of("choices-findings", () -> view().enterForm(), "Shortcut+L"),
                Action.of("read-findings", model::read, "F5"),
                Action.of("save-findings", () -> view().save(), "Shortcut+S").unless(this::none),
                Action.of("copy-findings", () -> view().copy(), "Shortcut+C").unless(this::none),
                Action.of("classifier-runs", sheets.runs()::open, "Shortcut+R"),
                Action.of("show-everything", sheets.everything()::open))
            .map(action -> action.in(ActionGroup.FINDINGS))
            .toList();
  }

  private String notRunning() {
    return model.runningProperty().get() == null ? texts.get("findings.not-running") : "";
  }

  private String none() {
    return model.madeProperty().get() == null ? texts.get("findings.none-made") : "";
  }

  /** Something was stored of which analyses are made. */
  private void readAgain() {
    model.changed();
    model.open();
  }

  /** The rater may know more than before, of the transcript that is open as well. */
  private void showMore(ReviewViewModel review) {
    review.showStored();
    Transcript open = review.reader().transcriptProperty().get();
    if (open != null) {
      review.open(open.id());
    }
    model.open();
  }

  /** What is laid over the window. */
  FindingsSheets sheets() {
    return sheets;
  }

  /** What can be done in this workspace and in no other. */
  List<Action> actions() {
    return own;
  }

  FindingsView view() {
    FindingsView there = view;
    if (there == null) {
      there = new FindingsView(model, saving, dialogs, texts);
      there.offer(sheets.runs()::open, sheets.everything()::open);
      there.offer(plans);
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
    sheets.close();
    if (view != null) {
      view.close();
    }
  }
}
