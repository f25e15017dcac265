package examen.desktop.inspector;

import examen.desktop.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A few values of which at most one holds: a button with its key for each. */
final class ChoiceRow<T> extends VBox {
  private final List<Choice<T>> choices;
  private final List<Button> buttons = new ArrayList<>();
  private final Texts texts;

  /** One of the values, the key that sets it, and its name. */
  record Choice<T>(T value, String key, String text) {}

  ChoiceRow(String title, List<Choice<T>> choices, Consumer<T> action, Texts texts) {
    super(2);
    this.choices = choices;
    this.texts = texts;
    for (Choice<T> each : choices) {
      buttons.add(CardButtons.of(each.key(), each.text(), () -> action.accept(each.value())));
    }
    Label name = new Label(title);
    name.getStyleClass().add("card-small");
    getChildren().addAll(name, CardButtons.row(3, buttons));
  }

  /**
   * @param holds null for none
   */
  void show(@Nullable T holds) {
    for (int i = 0; i < buttons.size(); i++) {
      Choice<T> each = choices.get(i);
      if (each.value().equals(holds)) {
        CardButtons.chosen(buttons.get(i), texts.get("inspector.current.chosen", each.text()));
      } else {
        CardButtons.notChosen(buttons.get(i), each.text());
      }
    }
  }
}
