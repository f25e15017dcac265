package examen.desktop.shell;

import java.util.List;
import javafx.scene.input.KeyCombination;

/**
 * Something that a user can have done, in every place that offers it.
 *
 * @param id the name in settings, never shown
 * @param text key of its words
 * @param keys the keys that do it
 */
public record Action(String id, String text, List<KeyCombination> keys, Runnable run) {
  public Action {
    keys = List.copyOf(keys);
  }

  static Action of(String id, Runnable run, String... keys) {
    return new Action(
        id, "action." + id, List.of(keys).stream().map(KeyCombination::valueOf).toList(), run);
  }
}
