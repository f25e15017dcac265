package examen.desktop.reader;

import examen.app.JudgedHighlight;
import examen.app.Standing;
import examen.desktop.reader.Marks.PartPlace;
import examen.highlight.Highlight;
import examen.rating.Annotation;
import examen.rating.HighlightDecision;
import examen.rating.HighlightRef;
import examen.transcript.Anchor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What the rater has made of each highlight, and in which layers that puts it. There may be very
 * many: after a step only those are judged anew that it concerns.
 */
final class Judgements {
  private final List<Highlight> highlights;
  private final Function<Anchor, Layer.Ground> grounds;
  private final int[] reading;
  private final Map<PartPlace, List<Integer>> byPart = new HashMap<>();
  private final Map<HighlightRef, List<Integer>> byRef = new HashMap<>();
  private final Map<HighlightRef, HighlightDecision> decided = new HashMap<>();
  private final List<JudgedHighlight> judged = new ArrayList<>();
  private final List<List<Layer>> layers = new ArrayList<>();
  private final Map<Layer, Integer> counts = new HashMap<>();

  /**
   * @param grounds in what kind of text a place is
   */
  Judgements(
      List<Highlight> highlights,
      List<HighlightDecision> decisions,
      List<Annotation> annotations,
      Function<Anchor, Layer.Ground> grounds) {
    this.highlights = highlights;
    this.grounds = grounds;
    decisions.forEach(decision -> decided.put(decision.highlight(), decision));
    judged.addAll(JudgedHighlight.of(highlights, decisions, annotations));
    for (int i = 0; i < judged.size(); i++) {
      JudgedHighlight each = judged.get(i);
      byPart.computeIfAbsent(part(each), part -> new ArrayList<>()).add(i);
      byRef.computeIfAbsent(each.ref(), ref -> new ArrayList<>()).add(i);
      layers.add(layersOf(each));
      count(layers.get(i), 1);
    }
    reading =
        IntStream.range(0, highlights.size())
            .boxed()
            .sorted(Comparator.comparing(i -> highlights.get(i).anchor()))
            .mapToInt(i -> i)
            .toArray();
  }

  /** All, in the order in which the highlights came. */
  List<JudgedHighlight> all() {
    return Collections.unmodifiableList(judged);
  }

  /** Those that {@code wanted} takes for their layers, in reading order. */
  List<JudgedHighlight> inReadingOrder(Predicate<List<Layer>> wanted) {
    List<JudgedHighlight> found = new ArrayList<>();
    for (int i : reading) {
      if (wanted.test(layers.get(i))) {
        found.add(judged.get(i));
      }
    }
    return found;
  }

  /** How many there are in each layer that has any. */
  Map<Layer, Integer> counts() {
    return Collections.unmodifiableMap(counts);
  }

  /**
   * Judges anew what a step concerns.
   *
   * @param annotations what changed among them
   * @param around the annotations that there are now in {@code [start, end)} of a part, at least
   * @return the parts with a highlight of which something else is to be said now
   */
  Set<PartPlace> change(
      Difference<HighlightDecision> decisions,
      Difference<Annotation> annotations,
      Function<Anchor, List<Annotation>> around) {
    Set<Integer> concerned = new HashSet<>();
    decisions.gone().forEach(decision -> decided.remove(decision.highlight()));
    decisions.come().forEach(decision -> decided.put(decision.highlight(), decision));
    decisions.both(decision -> concerned.addAll(of(decision.highlight())));
    annotations.both(annotation -> annotation.anchors().forEach(a -> overlapped(a, concerned)));
    Set<PartPlace> parts = new HashSet<>();
    for (int i : concerned) {
      if (judge(i, around)) {
        parts.add(part(judged.get(i)));
      }
    }
    return parts;
  }

  private boolean judge(int i, Function<Anchor, List<Annotation>> around) {
    Highlight highlight = highlights.get(i);
    HighlightDecision decision = decided.get(JudgedHighlight.ref(highlight));
    JudgedHighlight now =
        JudgedHighlight.of(
                List.of(highlight),
                decision == null ? List.of() : List.of(decision),
                around.apply(highlight.anchor()))
            .getFirst();
    if (now.equals(judged.get(i))) {
      return false;
    }
    judged.set(i, now);
    count(layers.get(i), -1);
    layers.set(i, layersOf(now));
    count(layers.get(i), 1);
    return true;
  }

  private List<Integer> of(HighlightRef ref) {
    return byRef.getOrDefault(ref, List.of());
  }

  private void overlapped(Anchor place, Set<Integer> found) {
    for (int i : byPart.getOrDefault(PartPlace.of(place), List.of())) {
      if (highlights.get(i).anchor().span().overlaps(place.span())) {
        found.add(i);
      }
    }
  }

  private void count(List<Layer> in, int more) {
    for (Layer layer : in) {
      counts.merge(layer, more, Integer::sum);
      counts.remove(layer, 0);
    }
  }

  private List<Layer> layersOf(JudgedHighlight highlight) {
    List<Layer> its = new ArrayList<>(4);
    its.add(Layer.of(highlight));
    its.add(new Layer.In(grounds.apply(highlight.highlight().anchor())));
    if (highlight.highlight().isSuggestion()) {
      its.add(new Layer.Suggested());
    }
    if (highlight.standing() == Standing.REJECTED) {
      its.add(new Layer.Rejected());
    }
    return List.copyOf(its);
  }

  private static PartPlace part(JudgedHighlight judged) {
    return PartPlace.of(judged.highlight().anchor());
  }
}
