package examen.app;

import examen.app.ImportPreview.ConditionFound;
import examen.app.ImportPreview.ValueFound;
import examen.transcript.Conditions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts conditions and their values, however many there are, in bounded memory. */
final class ConditionTally {
  private static final int MOST_NAMES = 500;
  private static final int MOST_VALUES = 1_000;

  private final Map<String, Counts> names = new TreeMap<>();

  private static final class Counts {
    private final Map<String, Integer> values = new HashMap<>();
    private int more;

    void add(String value) {
      if (values.containsKey(value) || values.size() < MOST_VALUES) {
        values.merge(value, 1, Integer::sum);
      } else {
        more++;
      }
    }

    ConditionFound found(String name) {
      List<ValueFound> list = new ArrayList<>();
      values.forEach((value, count) -> list.add(new ValueFound(value, count)));
      list.sort(
          Comparator.comparingInt(ValueFound::transcripts)
              .reversed()
              .thenComparing(ValueFound::value));
      int all = list.stream().mapToInt(ValueFound::transcripts).sum() + more;
      return new ConditionFound(name, all, list, more);
    }
  }

  void add(Conditions conditions) {
    conditions
        .values()
        .forEach(
            (name, value) -> {
              if (names.containsKey(name) || names.size() < MOST_NAMES) {
                names.computeIfAbsent(name, n -> new Counts()).add(value);
              }
            });
  }

  List<ConditionFound> found() {
    return names.entrySet().stream().map(e -> e.getValue().found(e.getKey())).toList();
  }
}
