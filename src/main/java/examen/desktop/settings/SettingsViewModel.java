package examen.desktop.settings;

import examen.app.settings.Appearance;
import examen.app.settings.Care;
import examen.app.settings.KeyChoices;
import examen.app.settings.Settings;
import examen.app.settings.SettingsStore;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Keymap;
import examen.desktop.fx.Keys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** What the user chose for all projects: each change holds at once and is kept. */
public final class SettingsViewModel {
  private final SettingsStore store;
  private final FxWork work;
  private final ReadOnlyObjectWrapper<Settings> settings;
  private final Keymap keymap = new Keymap();
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final String problem;

  public SettingsViewModel(SettingsStore store, FxWork work) {
    this.store = store;
    this.work = work;
    SettingsStore.Loaded loaded = store.load();
    settings = new ReadOnlyObjectWrapper<>(loaded.settings());
    problem = loaded.problem();
    keymap.chosenProperty().set(keys(loaded.settings().keys()));
  }

  /** Settings that hold until the window is closed. */
  public static SettingsViewModel ofOneWindow(FxWork work) {
    return new SettingsViewModel(SettingsStore.none(), work);
  }

  /** What could not be read of the settings, in one line; empty if all could. */
  public String problem() {
    return problem;
  }

  public ReadOnlyObjectProperty<Settings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  /** The keys as they are chosen now. */
  public Keymap keymap() {
    return keymap;
  }

  /** Whether the sheet is shown. */
  public BooleanProperty openProperty() {
    return open;
  }

  public Appearance appearance() {
    return settings.get().appearance();
  }

  public Care care() {
    return settings.get().care();
  }

  public void changeLook(UnaryOperator<Appearance> change) {
    change(now -> now.with(change.apply(now.appearance())));
  }

  public void changeCare(UnaryOperator<Care> change) {
    change(now -> now.with(change.apply(now.care())));
  }

  /** Larger or smaller words, by so many percent. */
  public void zoom(int by) {
    changeLook(look -> look.withFontPercent(look.fontPercent() + by));
  }

  /** Has these keys hold in place of the actions' own. */
  public void chooseKeys(Map<String, List<Keys>> chosen) {
    keymap.chosenProperty().set(Map.copyOf(chosen));
    change(now -> now.with(choices(chosen)));
  }

  /** Keeps what came of the change, if anything did. */
  public void change(UnaryOperator<Settings> change) {
    Settings next = change.apply(settings.get());
    if (!next.equals(settings.get())) {
      settings.set(next);
      work.command(
          () -> {
            store.save(next);
            return next;
          },
          saved -> {});
    }
  }

  /** The keys by their names; a name that means nothing here is left out. */
  static Map<String, List<Keys>> keys(KeyChoices choices) {
    Map<String, List<Keys>> keys = new LinkedHashMap<>();
    choices
        .byAction()
        .forEach(
            (action, names) -> {
              List<Keys> known = known(names);
              if (!known.isEmpty() || names.isEmpty()) {
                keys.put(action, known);
              }
            });
    return Map.copyOf(keys);
  }

  static KeyChoices choices(Map<String, List<Keys>> chosen) {
    Map<String, List<String>> names = new java.util.TreeMap<>();
    chosen.forEach((action, keys) -> names.put(action, keys.stream().map(Keys::wire).toList()));
    return new KeyChoices(names);
  }

  private static List<Keys> known(List<String> names) {
    List<Keys> known = new ArrayList<>();
    for (String name : names) {
      try {
        known.add(Keys.of(name));
      } catch (IllegalArgumentException e) {
        // A later version may know more keys than this one; the action keeps those that it knows.
      }
    }
    return known;
  }
}
