package examen.desktop.fx;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Hears keys in one place of the window and knows which action they ask for. */
public final class Keyboard {
  private final Keymap keymap;
  private @Nullable KeyCodeCombination first;

  public Keyboard(Keymap keymap) {
    this.keymap = keymap;
  }

  /**
   * Does what is asked for.
   *
   * @param event of a key that was pressed, or of a sign that was typed
   * @return whether an action was asked for, or may be with the next key
   */
  public boolean heard(KeyEvent event, List<Action> actions) {
    boolean typed = event.getEventType() == KeyEvent.KEY_TYPED;
    if (!typed && event.getCode().isModifierKey()) {
      return false;
    }
    KeyCodeCombination before = first;
    first = typed ? before : null;
    Optional<Action> asked =
        actions.stream().filter(action -> asks(action, before, event)).findFirst();
    if (asked.isPresent()) {
      asked.get().run().run();
      return true;
    }
    if (!typed && before == null) {
      first = beginning(event, actions).orElse(null);
    }
    return first != null && !typed;
  }

  private boolean asks(Action action, @Nullable KeyCodeCombination before, KeyEvent event) {
    return keymap.of(action).stream()
        .filter(keys -> !(keys.isBare() && isTyping(event)))
        .anyMatch(keys -> asks(keys, before, event));
  }

  private static boolean asks(Keys keys, @Nullable KeyCodeCombination before, KeyEvent event) {
    if (event.getEventType() == KeyEvent.KEY_TYPED) {
      return !keys.typed().isEmpty() && keys.typed().equals(event.getCharacter());
    }
    return switch (keys.strokes().size()) {
      case 0 -> false;
      case 1 -> before == null && keys.strokes().getFirst().match(event);
      default -> keys.strokes().getFirst().equals(before) && keys.strokes().getLast().match(event);
    };
  }

  private Optional<KeyCodeCombination> beginning(KeyEvent event, List<Action> actions) {
    return isTyping(event)
        ? Optional.empty()
        : actions.stream()
            .flatMap(action -> keymap.of(action).stream())
            .filter(keys -> keys.strokes().size() > 1)
            .map(keys -> keys.strokes().getFirst())
            .filter(stroke -> stroke.match(event))
            .findFirst();
  }

  private static boolean isTyping(KeyEvent event) {
    return event.getTarget() instanceof TextInputControl;
  }
}
