package examen.app.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys that a user chose in place of an action's own.
 *
 * @param byAction names of keys by the id of the action; an empty list for an action without keys
 */
public record KeyChoices(Map<String, List<String>> byAction) {
  public static final KeyChoices NONE = new KeyChoices(Map.of());

  public KeyChoices {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    byAction.forEach((action, keys) -> copy.put(action, List.copyOf(keys)));
    byAction = java.util.Collections.unmodifiableMap(copy);
  }
}
