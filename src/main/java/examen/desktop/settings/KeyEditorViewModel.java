package examen.desktop.settings;

import examen.app.Refusal;
import examen.app.settings.KeyChoices;
import examen.app.settings.KeyFile;
import examen.desktop.fx.Action;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Keymap;
import examen.desktop.fx.Keys;
import examen.desktop.fx.Texts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Changing keys: one at a time, all from a file, or back to what they were. */
public final class KeyEditorViewModel {
  private final SettingsViewModel settings;
  private final List<Action> actions;
  private final KeyConflicts conflicts;
  private final FxWork work;
  private final Texts texts;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final StringProperty waiting = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

  /**
   * An action with its keys.
   *
   * @param keys as they are on the keyboard
   * @param changed whether they are not the action's own
   */
  public record Row(String id, String words, List<String> keys, boolean changed) {
    public Row {
      keys = List.copyOf(keys);
    }
  }

  public KeyEditorViewModel(
      SettingsViewModel settings,
      List<Action> actions,
      KeyConflicts conflicts,
      FxWork work,
      Texts texts) {
    this.settings = settings;
    this.actions = List.copyOf(actions);
    this.conflicts = conflicts;
    this.work = work;
    this.texts = texts;
    fill();
  }

  /** All actions, in the order of the list of keys. */
  public ObservableList<Row> rows() {
    return rows;
  }

  /** The id of the action for which keys are awaited; empty while none is. */
  public StringProperty waitingProperty() {
    return waiting;
  }

  /** What was refused, or done, in one line. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Awaits the keys for this action. */
  public void await(String action) {
    waiting.set(action);
    message.set(texts.get("settings.keys.press", words(action)));
  }

  /** Keeps the keys as they are. */
  public void giveUp() {
    waiting.set("");
    message.set("");
  }

  /** Gives the action that waits these keys in place of all it has, unless they are taken. */
  public void press(Keys keys) {
    String id = waiting.get();
    Action action = action(id);
    String refusal = conflicts.refusal(action, keys, chosen());
    if (refusal.isEmpty()) {
      Map<String, List<Keys>> next = new HashMap<>(chosen());
      next.put(id, List.of(keys));
      take(next);
      message.set(texts.get("settings.keys.done", words(id), keys.shown()));
      waiting.set("");
    } else {
      message.set(refusal);
    }
  }

  /** Gives the action its own keys back, unless another one has them now. */
  public void reset(String id) {
    Map<String, List<Keys>> next = new HashMap<>(chosen());
    next.remove(id);
    for (Keys keys : action(id).keys()) {
      String refusal = conflicts.refusal(action(id), keys, next);
      if (!refusal.isEmpty()) {
        message.set(refusal);
        return;
      }
    }
    take(next);
    message.set("");
  }

  public void resetAll() {
    take(Map.of());
    message.set(texts.get("settings.keys.all-reset"));
  }

  /** Writes what was changed. */
  public void write(Path file) {
    KeyChoices choices = SettingsViewModel.choices(chosen());
    work.command(
        () -> {
          KeyFile.write(choices, file);
          return file;
        },
        written -> message.set(texts.get("settings.keys.written")));
  }

  /** Takes the keys of a file in place of all changes: all of them or, with a reason, none. */
  public void read(Path file) {
    work.command(() -> readOrRefuse(file), read -> took(read));
  }

  private record Read(KeyChoices choices, String refusal) {}

  private static Read readOrRefuse(Path file) {
    try {
      return new Read(KeyFile.read(file), "");
    } catch (Refusal e) {
      return new Read(KeyChoices.NONE, e.why());
    }
  }

  private void took(Read read) {
    String refusal =
        read.refusal().isEmpty() ? conflicts.refusal(read.choices(), actions) : read.refusal();
    if (refusal.isEmpty()) {
      take(SettingsViewModel.keys(read.choices()));
      message.set(texts.get("settings.keys.read"));
    } else {
      message.set(texts.get("settings.keys.refused", refusal));
    }
  }

  private void take(Map<String, List<Keys>> chosen) {
    settings.chooseKeys(
        chosen.entrySet().stream()
            .filter(it -> actions.stream().noneMatch(a -> isOwn(a, it.getKey(), it.getValue())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    fill();
  }

  private static boolean isOwn(Action action, String id, List<Keys> keys) {
    return action.id().equals(id) && action.keys().equals(keys);
  }

  private void fill() {
    Keymap keymap = settings.keymap();
    rows.setAll(
        actions.stream()
            .sorted(java.util.Comparator.comparing(Action::group))
            .map(
                action ->
                    new Row(
                        action.id(),
                        texts.get(action.text()),
                        keymap.of(action).stream().map(Keys::shown).toList(),
                        chosen().containsKey(action.id())))
            .toList());
  }

  private Map<String, List<Keys>> chosen() {
    return settings.keymap().chosenProperty().get();
  }

  private String words(String id) {
    return texts.get(action(id).text());
  }

  private Action action(String id) {
    return actions.stream().filter(action -> action.id().equals(id)).findFirst().orElseThrow();
  }
}
