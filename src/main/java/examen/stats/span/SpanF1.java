package examen.stats.span;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the spans of two raters in one text have in common (Hripcsak and Rothschild 2005). Spans of
 * one rater may overlap.
 */
public final class SpanF1 {
  private SpanF1() {}

  /** Pairs of spans, each span used once, as many pairs as there can be. */
  public static SpanCounts spans(
      SpanCriterion criterion, List<LabelledSpan> first, List<LabelledSpan> second) {
    return new SpanCounts(SpanMatching.size(criterion, first, second), first.size(), second.size());
  }

  /**
   * Places with their label; a place that a rater marked twice with one label counts once. Long
   * spans rule this number.
   */
  public static SpanCounts places(List<LabelledSpan> first, List<LabelledSpan> second) {
    Map<String, List<LabelledSpan>> ofFirst = merged(first);
    Map<String, List<LabelledSpan>> ofSecond = merged(second);
    long both = 0;
    for (Map.Entry<String, List<LabelledSpan>> entry : ofFirst.entrySet()) {
      both += shared(entry.getValue(), ofSecond.getOrDefault(entry.getKey(), List.of()));
    }
    return new SpanCounts(both, length(ofFirst), length(ofSecond));
  }

  /** The same spans without their labels. */
  public static List<LabelledSpan> unlabelled(List<LabelledSpan> spans) {
    return spans.stream().map(LabelledSpan::unlabelled).toList();
  }

  private static Map<String, List<LabelledSpan>> merged(List<LabelledSpan> spans) {
    Map<String, List<LabelledSpan>> merged = new HashMap<>();
    List<LabelledSpan> sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparingLong(LabelledSpan::start));
    for (LabelledSpan span : sorted) {
      List<LabelledSpan> own = merged.computeIfAbsent(span.label(), label -> new ArrayList<>());
      if (!own.isEmpty() && own.getLast().end() >= span.start()) {
        LabelledSpan last = own.removeLast();
        own.add(new LabelledSpan(last.start(), Math.max(last.end(), span.end()), span.label()));
      } else {
        own.add(span);
      }
    }
    return merged;
  }

  /** Of two lists, sorted and without overlaps. */
  private static long shared(List<LabelledSpan> first, List<LabelledSpan> second) {
    long shared = 0;
    for (int i = 0, j = 0; i < first.size() && j < second.size(); ) {
      shared += first.get(i).shared(second.get(j));
      if (first.get(i).end() < second.get(j).end()) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }

  private static long length(Map<String, List<LabelledSpan>> merged) {
    return merged.values().stream().flatMap(List::stream).mapToLong(LabelledSpan::length).sum();
  }
}
