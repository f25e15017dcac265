package examen.desktop.shell;

import examen.desktop.reader.ReaderView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What can be done in the Review workspace beside reading; the reader has its own keys. */
final class ReviewActions {
  private static final Set<String> EVERYWHERE =
      Set.of("workspace-review", "workspace-codebook", "import", "earlier-imports");

  private final ReviewViewModel review;
  private final List<Action> all;

  ReviewActions(ReviewViewModel review) {
    this.review = review;
    List<Action> actions = new ArrayList<>(AnnotationKeys.of(review));
    actions.addAll(
        List.of(
            Action.of("workspace-review", () -> go(Workspace.REVIEW), "Shortcut+1"),
            Action.of("workspace-codebook", () -> go(Workspace.CODEBOOK), "Shortcut+5"),
            Action.of("next-transcript", review.queue()::next, "Right"),
            Action.of("previous-transcript", review.queue()::previous, "Left"),
            Action.of("remove-annotation", review::removeAtCaret, "U", "Delete"),
            Action.of("accept-highlight", review.deciding()::accept, "A"),
            Action.of("reject-highlight", review.deciding()::reject, "X"),
            Action.of("choose-tag", review::chooseTag, "C"),
            Action.of("accept-rule", review.deciding()::acceptAll, "Shift+A"),
            Action.of("reject-rule", review.deciding()::rejectAll, "Shift+X"),
            Action.of("hide-layer", review.deciding()::hideLayer, "Open Bracket"),
            Action.of("show-layers", review.reader().marking()::showAll, "Close Bracket"),
            Action.of("layers", review.reader()::goToLayers, "Shortcut+L"),
            Action.of("import", review.imports()::open, "Shortcut+I"),
            Action.of("earlier-imports", review.imports()::openHistory, "Shortcut+Shift+I"),
            Action.of("source", review.source()::toggle, "Shortcut+U"),
            Action.of("questions", review.answering()::enter, "Tab"),
            Action.of("submit", review.answering()::submit, "Shortcut+Enter"),
            Action.of("undo", review::undo, "Shortcut+Z"),
            Action.of("redo", review::redo, "Shortcut+Shift+Z", "Shortcut+Y")));
    all = List.copyOf(actions);
  }

  List<Action> all() {
    return all;
  }

  /** The actions that mean the same in every workspace. */
  List<Action> everywhere() {
    return all.stream().filter(action -> EVERYWHERE.contains(action.id())).toList();
  }

  private void go(Workspace workspace) {
    review.shell().workspaceProperty().set(workspace);
  }

  /** Does what the key asks for; single keys mean nothing while text is typed. */
  void pressed(KeyEvent event) {
    boolean typing = event.getTarget() instanceof TextInputControl;
    boolean modified = event.isShortcutDown() || event.isAltDown();
    // Elsewhere Tab goes on from control to control.
    boolean traverses =
        event.getCode() == KeyCode.TAB && !(event.getTarget() instanceof ReaderView);
    if ((typing && !modified) || traverses) {
      return;
    }
    if (!modified && !event.isShiftDown() && answersChoice(event.getCode())) {
      event.consume();
      return;
    }
    boolean done = all.stream().anyMatch(action -> ran(action, event));
    if (done
        || (!modified && !event.isShiftDown() && review.putTagWithKey(name(event.getCode())))) {
      event.consume();
    }
  }

  /** While tags and categories are offered, their keys choose and Escape chooses none. */
  private boolean answersChoice(KeyCode code) {
    return switch (code) {
      case ESCAPE -> review.deciding().choseNone();
      default -> review.deciding().chose(name(code));
    };
  }

  static boolean ran(Action action, KeyEvent event) {
    boolean asked = action.keys().stream().anyMatch(keys -> keys.match(event));
    if (asked) {
      action.run().run();
    }
    return asked;
  }

  /** The name of a tag's key: a digit, wherever on the keyboard, or a lower-case letter. */
  private static String name(KeyCode code) {
    if (code.isDigitKey() || code.isLetterKey()) {
      String name = code.getName().toLowerCase(java.util.Locale.ROOT);
      return name.substring(name.length() - 1);
    }
    return "";
  }
}
