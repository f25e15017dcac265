package examen.transcript;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The named experimental attributes of a transcript. */
public record Conditions(SortedMap<String, String> values) {
  public static final String MODEL = "model";
  public static final String SCENARIO = "scenario";
  public static final String GOAL = "goal";
  public static final String URGENCY = "urgency";
  public static final String VARIANT = "variant";
  public static final String EPOCH = "epoch";

  public static final Conditions NONE = new Conditions(new TreeMap<>());

  public Conditions {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  public static Conditions of(Map<String, String> values) {
    return new Conditions(new TreeMap<>(values));
  }

  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** These conditions with {@code more} added; where a name is in both, {@code more} holds. */
  public Conditions with(Map<String, String> more) {
    TreeMap<String, String> all = new TreeMap<>(values);
    all.putAll(more);
    return new Conditions(all);
  }
}
