package examen.desktop.inspector;

import examen.desktop.fx.OpeningKey;
import examen.desktop.fx.SafeFlow;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.rating.Annotation;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Where a note is typed. Lines wrap, unless there is right-to-left text in them: JavaFX throws when
 * that wraps.
 */
final class NoteField extends TextArea {
  private final CurrentViewModel model;
  private final OpeningKey key;

  NoteField(CurrentViewModel model, Texts texts, Subscriptions subscriptions) {
    this.model = model;
    getStyleClass().add("note-field");
    setPromptText(texts.get("inspector.note.prompt"));
    setAccessibleText(texts.get("inspector.note"));
    setPrefRowCount(2);
    setWrapText(true);
    setTextFormatter(new TextFormatter<>(this::wrappedIfItCan));
    subscriptions.watch(model.note().textProperty(), this::show);
    subscriptions.onChange(textProperty(), this::typed);
    subscriptions.onChange(
        focusedProperty(),
        focused -> {
          if (!focused) {
            model.note().flush();
          }
        });
    subscriptions.onChange(model.annotationProperty(), this::annotationIs);
    subscriptions.filter(this, KeyEvent.KEY_PRESSED, this::pressed);
    key = new OpeningKey(this, subscriptions);
    model.setOnNote(this::write);
    subscriptions.add(() -> model.setOnNote(() -> {}));
  }

  /** What the field cannot hold stays in the note, until the rater changes the note. */
  private void show(String note) {
    if (!note.equals(getText())) {
      setText(note);
      if (!note.equals(getText())) {
        model.note().shows(note);
      }
    }
  }

  private void typed(String now) {
    if (isFocused()) {
      model.note().textProperty().set(now);
    }
  }

  private TextFormatter.Change wrappedIfItCan(TextFormatter.Change change) {
    if (change.isContentChange()) {
      boolean wraps = !SafeFlow.hasRightToLeft(change.getControlNewText());
      if (wraps != isWrapText()) {
        setWrapText(wraps);
        lookupAll(".text").forEach(NoteField::unwrap);
      }
    }
    return change;
  }

  /** The width to wrap at would go with the next layout only, and be there when the text comes. */
  private static void unwrap(Node part) {
    if (part instanceof Text text) {
      text.setWrappingWidth(0);
    }
  }

  /** Before the field is hidden: JavaFX would give the keyboard to just any other. */
  private void annotationIs(@Nullable Annotation annotation) {
    if (annotation == null && isFocused()) {
      model.actions().leaveNote();
    }
  }

  private void write() {
    key.opening();
    requestFocus();
    positionCaret(getLength());
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      model.note().flush();
      model.actions().leaveNote();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      // The window submits then; what was typed belongs to it.
      model.note().flush();
    }
  }
}
