package examen.desktop.commands;

import examen.desktop.fx.Action;
import examen.desktop.fx.ActionGroup;
import examen.desktop.fx.Keymap;
import examen.desktop.fx.Keys;
import examen.desktop.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The list of keys, made from the same list as the palette. */
public final class KeySheetViewModel {
  private final Supplier<List<Action>> actions;
  private final Supplier<List<Line>> tags;
  private final Keymap keymap;
  private final Texts texts;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final StringProperty filter = new SimpleStringProperty("");

  /** An action with its keys, as they are on the keyboard. */
  public record Line(String words, List<String> keys) {
    public Line {
      keys = List.copyOf(keys);
    }
  }

  /** Actions under one heading. */
  public record Group(String title, List<Line> lines) {
    public Group {
      lines = List.copyOf(lines);
    }
  }

  /**
   * @param actions all of them, asked whenever the sheet is drawn
   * @param tags the codebook's tags with their keys
   */
  public KeySheetViewModel(
      Supplier<List<Action>> actions, Supplier<List<Line>> tags, Keymap keymap, Texts texts) {
    this.actions = actions;
    this.tags = tags;
    this.keymap = keymap;
    this.texts = texts;
  }

  public BooleanProperty openProperty() {
    return open;
  }

  public StringProperty filterProperty() {
    return filter;
  }

  public void open() {
    filter.set("");
    open.set(true);
  }

  public void close() {
    open.set(false);
  }

  /**
   * What has keys and fits the filter, by groups; a group of which nothing is left is not there.
   */
  public List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    for (ActionGroup group : ActionGroup.values()) {
      List<Line> lines =
          actions.get().stream().filter(action -> action.group() == group).map(this::line).toList();
      add(groups, texts.get("actions." + group.wire()), lines);
    }
    add(groups, texts.get("keys.tags"), tags.get());
    return groups;
  }

  private void add(List<Group> groups, String title, List<Line> lines) {
    List<Line> fitting =
        lines.stream().filter(line -> !line.keys().isEmpty()).filter(this::fits).toList();
    if (!fitting.isEmpty()) {
      groups.add(new Group(title, fitting));
    }
  }

  private boolean fits(Line line) {
    String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
    return line.words().toLowerCase(Locale.ROOT).contains(wanted)
        || line.keys().stream().anyMatch(key -> key.toLowerCase(Locale.ROOT).equals(wanted));
  }

  private Line line(Action action) {
    return new Line(texts.get(action.text()), keymap.of(action).stream().map(Keys::shown).toList());
  }
}
