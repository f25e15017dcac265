package examen.desktop.fx;

import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Which keys do what: each action's own, unless the user chose others for it. */
public final class Keymap {
  private final ObjectProperty<Map<String, List<Keys>>> chosen =
      new SimpleObjectProperty<>(Map.of());

  /** What the user chose, by the id of the action. */
  public ObjectProperty<Map<String, List<Keys>>> chosenProperty() {
    return chosen;
  }

  /** The keys that do this now; empty if none does. */
  public List<Keys> of(Action action) {
    return chosen.get().getOrDefault(action.id(), action.keys());
  }
}
