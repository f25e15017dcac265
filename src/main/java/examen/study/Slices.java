package examen.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Transcripts by the values of some conditions.
 *
 * @param by names of the conditions, in order
 * @param parts in the natural order of their values; all transcripts in one where there is no
 *     condition
 * @param all the transcripts of all parts
 */
record Slices(List<String> by, List<Slice> parts, Slice all) {
  /** In place of the value of a condition that a transcript does not have. */
  static final String NOT_SAID = "(not said)";

  static Slices of(Frame frame, List<String> by, Judging judging) {
    Map<List<String>, List<Case>> groups = new TreeMap<>(Slices::compare);
    for (Case one : frame.cases()) {
      groups.computeIfAbsent(names(one, by), key -> new ArrayList<>()).add(one);
    }
    List<Slice> parts = new ArrayList<>();
    groups.forEach((names, cases) -> parts.add(Slice.of(names, cases, judging)));
    return new Slices(by, parts, Slice.of(List.of(), frame.cases(), judging));
  }

  private static List<String> names(Case one, List<String> by) {
    return by.stream().map(name -> one.conditions().get(name).orElse(NOT_SAID)).toList();
  }

  private static int compare(List<String> a, List<String> b) {
    for (int i = 0; i < a.size(); i++) {
      int order = NaturalOrder.COMPARATOR.compare(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** The values of one of the conditions that there are, in their order. */
  List<String> values(int condition) {
    return parts.stream()
        .map(slice -> slice.names().get(condition))
        .distinct()
        .sorted(NaturalOrder.COMPARATOR)
        .toList();
  }

  /** The part with these values; an empty one where there is none. */
  Slice at(List<String> names) {
    return parts.stream()
        .filter(slice -> slice.names().equals(names))
        .findFirst()
        .orElse(new Slice(names, Map.of()));
  }

  /** The parts with the largest first. */
  List<Slice> bySize() {
    return parts.stream().sorted(Comparator.comparingInt(slice -> -slice.size())).toList();
  }
}
