package examen.desktop.fx;

import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;

/** Says in an empty field what may be typed there, in as many words as there is room for. */
public final class Prompt {
  private final TextField field;
  private final List<String> words;

  /**
   * @param words of one meaning, the longest first; the last is shown however narrow the field is
   */
  public Prompt(TextField field, Subscriptions subscriptions, String... words) {
    this.field = field;
    this.words = List.of(words);
    field.setAccessibleText(words[0]);
    subscriptions.onChange(field.fontProperty(), font -> show());
    subscriptions.onChange(field.insetsProperty(), insets -> show());
    subscriptions.watch(field.widthProperty(), width -> show());
  }

  private void show() {
    field.setPromptText(
        words.stream().filter(this::fits).findFirst().orElseGet(() -> words.getLast()));
  }

  private boolean fits(String each) {
    Text text = new Text(each);
    text.setFont(field.getFont());
    double room = field.getWidth() - field.snappedLeftInset() - field.snappedRightInset();
    return text.getLayoutBounds().getWidth() <= room;
  }
}
