package examen.app;

import examen.transcript.Conditions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What becomes of the conditions that a source names when its transcripts are imported. A name that
 * a transcript has of its own holds against one that is renamed to it, what is filled in holds
 * against both, and a constant against all.
 *
 * @param renamed new names by the source's
 * @param dropped the source's names of conditions that are left out
 * @param fills values that are replaced, or from which another condition is made
 * @param constants given to every transcript
 */
public record ConditionMapping(
    Map<String, String> renamed,
    Set<String> dropped,
    List<Fill> fills,
    Map<String, String> constants) {
  /** Leaves everything as the source says. */
  public static final ConditionMapping NONE =
      new ConditionMapping(Map.of(), Set.of(), List.of(), Map.of());

  public ConditionMapping {
    renamed = Map.copyOf(renamed);
    dropped = Set.copyOf(dropped);
    fills = List.copyOf(fills);
    constants = Map.copyOf(constants);
  }

  /**
   * Values that are written otherwise.
   *
   * @param from the source's name of the condition
   * @param to the same name to replace its values; another, to make that condition from them
   * @param values new values by the source's. Where a value is not among them, it stays as it is,
   *     and makes no other condition.
   */
  public record Fill(String from, String to, Map<String, String> values) {
    public Fill {
      values = Map.copyOf(values);
    }

    boolean replaces() {
      return from.equals(to);
    }
  }

  /** The conditions under which a transcript is kept. */
  public Conditions apply(Conditions found) {
    TreeMap<String, String> moved = new TreeMap<>();
    TreeMap<String, String> own = new TreeMap<>();
    found.values().forEach((name, value) -> sort(name, replaced(name, value), moved, own));
    moved.putAll(own);
    for (Fill fill : fills) {
      if (!fill.replaces()) {
        found
            .get(fill.from())
            .map(fill.values()::get)
            .ifPresent(value -> moved.put(fill.to(), value));
      }
    }
    moved.putAll(constants);
    return new Conditions(moved);
  }

  private void sort(String name, String value, Map<String, String> moved, Map<String, String> own) {
    if (dropped.contains(name)) {
      return;
    }
    String target = renamed.getOrDefault(name, name);
    if (target.equals(name)) {
      own.put(name, value);
    } else {
      moved.putIfAbsent(target, value);
    }
  }

  private String replaced(String name, String value) {
    return fills.stream()
        .filter(fill -> fill.replaces() && fill.from().equals(name))
        .map(fill -> fill.values().getOrDefault(value, value))
        .findFirst()
        .orElse(value);
  }
}
