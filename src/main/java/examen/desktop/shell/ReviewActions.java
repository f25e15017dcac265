package examen.desktop.shell;

import static examen.desktop.fx.ActionGroup.GO;
import static examen.desktop.fx.ActionGroup.HIGHLIGHTS;
import static examen.desktop.fx.ActionGroup.HISTORY;
import static examen.desktop.fx.ActionGroup.READ;

import examen.desktop.fx.Action;
import examen.desktop.fx.ActionGroup;
import examen.desktop.fx.Keyboard;
import examen.desktop.fx.Keymap;
import examen.desktop.fx.Texts;
import examen.desktop.reader.ReaderView;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What can be done in the Review workspace beside reading; the reader has its own keys. */
final class ReviewActions {
  private final ReviewViewModel review;
  private final Texts texts;
  private final List<Action> all;
  private final Keyboard keyboard;

  ReviewActions(ReviewViewModel review, Keymap keymap, Texts texts) {
    this.review = review;
    this.texts = texts;
    keyboard = new Keyboard(keymap);
    all =
        Stream.of(going(), review.searching().actions(), deciding(), marking(), past())
            .flatMap(List::stream)
            .toList();
  }

  private List<Action> going() {
    return List.of(
        Action.of("workspace-review", () -> go(Workspace.REVIEW), "Shortcut+1").in(GO),
        Action.of("workspace-findings", () -> go(Workspace.FINDINGS), "Shortcut+4").in(GO),
        Action.of("workspace-codebook", () -> go(Workspace.CODEBOOK), "Shortcut+5").in(GO),
        Action.of("import", review.imports()::open, "Shortcut+I").in(GO),
        Action.of("earlier-imports", review.imports()::openHistory, "Shortcut+Shift+I").in(GO),
        Action.of("next-transcript", review.queue()::next, "Right").in(READ),
        Action.of("previous-transcript", review.queue()::previous, "Left").in(READ),
        Action.of("queue-scope", review.scope()::toggle).in(READ).unless(this::oneQueue),
        Action.of("source", review.source()::toggle, "Shortcut+U").in(READ),
        Action.of("others", review.others()::open).in(READ).unless(this::atNothing));
  }

  private List<Action> deciding() {
    return Stream.of(
            Action.of("accept-highlight", review.deciding()::accept, "A").unless(this::atNone),
            Action.of("reject-highlight", review.deciding()::reject, "X").unless(this::atNone),
            Action.of("choose-tag", review::chooseTag, "C").unless(this::atNone),
            Action.of("accept-rule", review.deciding()::acceptAll, "Shift+A").unless(this::atNone),
            Action.of("reject-rule", review.deciding()::rejectAll, "Shift+X").unless(this::atNone),
            Action.of("hide-layer", review.deciding()::hideLayer, "Open Bracket")
                .unless(this::atNone),
            Action.of("show-layers", review.reader().marking()::showAll, "Close Bracket"),
            Action.of("layers", review.reader()::goToLayers, "Shortcut+L"))
        .map(action -> action.in(HIGHLIGHTS))
        .toList();
  }

  private List<Action> marking() {
    return Stream.concat(
            AnnotationKeys.of(review).stream(),
            Stream.of(
                Action.of("remove-annotation", review::removeAtCaret, "U", "Delete")
                    .unless(this::onNoAnnotation),
                Action.of("questions", review.answering()::enter, "Tab"),
                Action.of("submit", review.answering()::submit, "Shortcut+Enter")))
        .toList();
  }

  private List<Action> past() {
    return List.of(
        Action.of("undo", review::undo, "Shortcut+Z").in(HISTORY).unless(this::nothingToUndo),
        Action.of("redo", review::redo, "Shortcut+Shift+Z", "Shortcut+Y").in(HISTORY));
  }

  private String atNothing() {
    return review.reader().transcriptProperty().get() == null
        ? texts.get("review.no-transcript")
        : "";
  }

  private String atNone() {
    return review.reader().highlightProperty().get() == null
        ? texts.get("review.no-highlight")
        : "";
  }

  private String onNoAnnotation() {
    return review.reader().annotationsAtCaretProperty().get().isEmpty()
        ? texts.get("review.no-annotation")
        : "";
  }

  private String oneQueue() {
    return review.scope().offeredProperty().get() ? "" : texts.get("review.one-queue");
  }

  private String nothingToUndo() {
    return review.shell().undoProperty().get().isEmpty() ? texts.get("review.no-undo") : "";
  }

  List<Action> all() {
    return all;
  }

  private void go(Workspace workspace) {
    review.shell().workspaceProperty().set(workspace);
  }

  /**
   * Does what the key asks for; single keys mean nothing while text is typed.
   *
   * @param more what can be done besides
   */
  void heard(KeyEvent event, List<Action> more) {
    // Elsewhere Tab goes on from control to control.
    if (event.getCode() == KeyCode.TAB && !(event.getTarget() instanceof ReaderView)) {
      return;
    }
    boolean covered = review.warning().coveringProperty().get();
    if (!covered && event.getEventType() == KeyEvent.KEY_PRESSED && alone(event)) {
      if (answersChoice(event.getCode())) {
        event.consume();
        return;
      }
    }
    List<Action> here =
        Stream.concat(all.stream(), more.stream())
            .filter(action -> !covered || !needsText(action.group()))
            .toList();
    if (keyboard.heard(event, here)
        || (!covered
            && event.getEventType() == KeyEvent.KEY_PRESSED
            && alone(event)
            && review.putTagWithKey(name(event.getCode())))) {
      event.consume();
    }
  }

  /** The same, refused wherever it is offered while the words it is for cannot be seen. */
  Action unlessCovered(Action action) {
    return needsText(action.group())
        ? action.unless(
            () ->
                review.warning().coveringProperty().get()
                    ? texts.get("warning.action")
                    : action.refusal().get())
        : action;
  }

  /** Whether it would mark words that cannot be seen while the text is covered. */
  private static boolean needsText(ActionGroup group) {
    return switch (group) {
      case VIEW, SELECT, HIGHLIGHTS, ANNOTATE -> true;
      case GO, READ, FIND, HISTORY, CODEBOOK, FINDINGS, WINDOW -> false;
    };
  }

  /** Whether this is a key by itself, and not for a text that is being typed. */
  private static boolean alone(KeyEvent event) {
    return !(event.getTarget() instanceof TextInputControl)
        && !event.isShortcutDown()
        && !event.isAltDown()
        && !event.isShiftDown();
  }

  /** While tags and categories are offered, their keys choose and Escape chooses none. */
  private boolean answersChoice(KeyCode code) {
    return switch (code) {
      case ESCAPE -> review.deciding().choseNone();
      default -> review.deciding().chose(name(code));
    };
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
