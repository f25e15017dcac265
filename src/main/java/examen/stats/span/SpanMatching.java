package examen.stats.span;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * As many pairs of spans as there can be in which each span is used once (Berge 1957, by augmenting
 * paths). Without this, one long span would earn a hit from each short one within it.
 */
final class SpanMatching {
  private static final int FREE = -1;

  private final int[][] near;
  private final int[] partnerOfFirst;
  private final int[] partnerOfSecond;

  private SpanMatching(int[][] near, int seconds) {
    this.near = near;
    this.partnerOfFirst = new int[near.length];
    this.partnerOfSecond = new int[seconds];
    Arrays.fill(partnerOfFirst, FREE);
    Arrays.fill(partnerOfSecond, FREE);
  }

  static int size(SpanCriterion criterion, List<LabelledSpan> first, List<LabelledSpan> second) {
    SpanMatching matching = new SpanMatching(near(criterion, first, second), second.size());
    int size = 0;
    for (int from = 0; from < first.size(); from++) {
      size += matching.augment(from) ? 1 : 0;
    }
    return size;
  }

  /** For each span of the first, those of the second that it may be paired with. */
  private static int[][] near(
      SpanCriterion criterion, List<LabelledSpan> first, List<LabelledSpan> second) {
    List<LabelledSpan> others = new ArrayList<>(second);
    others.sort(Comparator.comparingLong(LabelledSpan::start));
    long[] reach = new long[others.size()];
    for (int i = 0; i < reach.length; i++) {
      reach[i] = Math.max(others.get(i).end(), i == 0 ? 0 : reach[i - 1]);
    }
    List<LabelledSpan> sorted = new ArrayList<>(first);
    sorted.sort(Comparator.comparingLong(LabelledSpan::start));
    int[][] near = new int[sorted.size()][];
    for (int i = 0; i < near.length; i++) {
      near[i] = near(criterion, sorted.get(i), others, reach);
    }
    return near;
  }

  /** Looks backwards from the last that starts before this ends, while one may reach to this. */
  private static int[] near(
      SpanCriterion criterion, LabelledSpan one, List<LabelledSpan> others, long[] reach) {
    int from = 0;
    int to = others.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (others.get(middle).start() < one.end()) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    List<Integer> near = new ArrayList<>();
    for (int i = from - 1; i >= 0 && reach[i] > one.start(); i--) {
      if (criterion.isMet(one, others.get(i))) {
        near.add(i);
      }
    }
    return near.reversed().stream().mapToInt(i -> i).toArray();
  }

  /** Looks for a free partner, in breadth, through spans that could change theirs. */
  private boolean augment(int start) {
    ArrayDeque<Integer> waiting = new ArrayDeque<>(List.of(start));
    Map<Integer, Integer> reachedFrom = new HashMap<>();
    while (!waiting.isEmpty()) {
      int one = waiting.remove();
      for (int other : near[one]) {
        if (reachedFrom.putIfAbsent(other, one) == null) {
          if (partnerOfSecond[other] == FREE) {
            flip(other, reachedFrom);
            return true;
          }
          waiting.add(partnerOfSecond[other]);
        }
      }
    }
    return false;
  }

  private void flip(int free, Map<Integer, Integer> reachedFrom) {
    int other = free;
    while (other != FREE) {
      int one = reachedFrom.getOrDefault(other, FREE);
      int before = partnerOfFirst[one];
      partnerOfFirst[one] = other;
      partnerOfSecond[other] = one;
      other = before;
    }
  }
}
