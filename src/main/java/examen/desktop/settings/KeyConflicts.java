package examen.desktop.settings;

import examen.app.settings.KeyChoices;
import examen.desktop.fx.Action;
import examen.desktop.fx.ActionGroup;
import examen.desktop.fx.Keys;
import examen.desktop.fx.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which keys cannot be given to an action, and who has them. */
public final class KeyConflicts {
  /** What the system, text fields, or moving from control to control need. */
  private static final List<Keys> RESERVED =
      Stream.of(
              "Tab",
              "Shift+Tab",
              "Shortcut+Tab",
              "Enter",
              "Esc",
              "Alt+F4",
              "Alt+Tab",
              "Shortcut+Q",
              "Shortcut+A",
              "Shortcut+C",
              "Shortcut+V",
              "Shortcut+X",
              "F10",
              "Shortcut+Alt+Delete",
              "Print Screen")
          .map(Keys::of)
          .toList();

  private final List<Action> actions;
  private final Function<Keys, Optional<String>> tagWith;
  private final Texts texts;

  /**
   * @param tagWith the name of the tag that keys put, if they put one
   */
  public KeyConflicts(List<Action> actions, Function<Keys, Optional<String>> tagWith, Texts texts) {
    this.actions = List.copyOf(actions);
    this.tagWith = tagWith;
    this.texts = texts;
  }

  /**
   * Why this action cannot have these keys; empty if it can.
   *
   * @param chosen what other actions have in place of their own
   */
  public String refusal(Action action, Keys keys, Map<String, List<Keys>> chosen) {
    boolean own = action.keys().contains(keys);
    if (!own && RESERVED.contains(keys)) {
      return texts.get("settings.keys.reserved", keys.shown());
    }
    Optional<String> tag = tagWith.apply(keys);
    if (tag.isPresent() && action.group().meets(ActionGroup.ANNOTATE)) {
      return texts.get("settings.keys.of-tag", keys.shown(), tag.get());
    }
    return actions.stream()
        .filter(other -> !other.id().equals(action.id()))
        .filter(other -> other.group().meets(action.group()))
        .filter(
            other ->
                chosen.getOrDefault(other.id(), other.keys()).stream().anyMatch(keys::clashesWith))
        .findFirst()
        .map(other -> texts.get("settings.keys.taken", keys.shown(), texts.get(other.text())))
        .orElse("");
  }

  /** Why these choices cannot be used as a whole; empty if they can. */
  String refusal(KeyChoices choices, List<Action> known) {
    Map<String, Action> byId = new HashMap<>();
    known.forEach(action -> byId.put(action.id(), action));
    Map<String, List<Keys>> chosen = SettingsViewModel.keys(choices);
    for (Map.Entry<String, List<String>> choice : choices.byAction().entrySet()) {
      Action action = byId.get(choice.getKey());
      if (action == null) {
        return texts.get("settings.keys.unknown-action", choice.getKey());
      }
      List<Keys> keys = chosen.getOrDefault(choice.getKey(), List.of());
      if (keys.size() != choice.getValue().size()) {
        return texts.get("settings.keys.unknown-key", texts.get(action.text()));
      }
      for (Keys each : keys) {
        String refusal = refusal(action, each, chosen);
        if (!refusal.isEmpty()) {
          return refusal;
        }
      }
    }
    return "";
  }
}
