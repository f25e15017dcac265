package examen.stats.span;

import examen.stats.Estimate;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.span.Disorder.Marked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cheapest way to put the spans of several raters side by side, at most one of each rater in a
 * row (Mathet, Widlöcher and Métivier 2015). It is exact: spans are taken by their start, and of
 * all ways to have used the same spans only the cheapest is kept. Where this becomes too much,
 * there is no answer rather than a near one.
 */
final class Alignment {
  /** Rows and ways that are kept, at most. */
  private static final int MOST_KEPT = 500_000;

  /** Spans beyond the first open one that a row may reach. */
  private static final int REACH = Long.SIZE;

  private static final Undefined TOO_MUCH = new Undefined("too many spans that could be matched");

  private final Disorder disorder;
  private final Effort effort;
  private final List<Marked> spans;
  private final double longest;
  private final int raters;
  private final double pairs;
  private final List<List<Row>> rows = new ArrayList<>();
  private int rowCount;
  private boolean isTooMuch;

  /** Spans side by side, as bits from the first of them on. */
  private record Row(long members, double cost) {}

  private Alignment(Disorder disorder, int raters, List<Marked> spans, Effort effort) {
    this.disorder = disorder;
    this.effort = effort;
    this.raters = raters;
    this.longest = spans.stream().mapToDouble(Marked::length).max().orElse(0);
    this.pairs = raters * (raters - 1) / 2.0;
    this.spans = new ArrayList<>(spans);
    this.spans.sort(
        Comparator.comparingDouble(Marked::start)
            .thenComparingDouble(Marked::end)
            .thenComparingInt(Marked::rater));
  }

  /**
   * The cost of the cheapest alignment by the mean number of spans of a rater.
   *
   * @param spans of at least two raters, at least one
   * @param effort for all that is to be found
   */
  static Result of(Disorder disorder, int raters, List<Marked> spans, Effort effort) {
    Alignment alignment = new Alignment(disorder, raters, spans, effort);
    return alignment.cheapest().map(cost -> cost * raters / spans.size());
  }

  private Result cheapest() {
    for (int first = 0; first < spans.size() && !isTooMuch; first++) {
      List<Row> from = new ArrayList<>();
      grow(first, List.of(first), 0, from);
      rows.add(from);
    }
    return isTooMuch ? TOO_MUCH : cheapestWay();
  }

  /**
   * Adds the row and all that have further spans, later in order. A row that costs more than its
   * spans each by themselves is not needed.
   *
   * @param matched the cost of the pairs in it
   */
  private void grow(int first, List<Integer> members, double matched, List<Row> into) {
    int n = members.size();
    double cost = (matched + (pairs - n * (n - 1) / 2.0) * disorder.empty()) / pairs;
    if (cost <= n * disorder.empty()) {
      into.add(new Row(bits(first, members), cost));
      rowCount++;
    }
    for (int next = members.getLast() + 1; next < spans.size() && !isTooMuch; next++) {
      if (!isWorthIt(n + 1, matched + leastAdded(members.getFirst(), next))) {
        return;
      }
      double added = added(members, next);
      if (added < Double.POSITIVE_INFINITY && isWorthIt(n + 1, matched + added)) {
        extend(first, members, next, matched + added, into);
      }
    }
  }

  private void extend(int first, List<Integer> members, int next, double matched, List<Row> into) {
    if (next - first >= REACH || rowCount > MOST_KEPT) {
      isTooMuch = true;
      return;
    }
    List<Integer> more = new ArrayList<>(members);
    more.add(next);
    grow(first, more, matched, into);
  }

  /** What a span costs at least that starts there or later. */
  private double leastAdded(int member, int next) {
    Marked one = spans.get(member);
    double apart = (spans.get(next).start() - one.start()) / (one.length() + longest);
    return disorder.empty() * disorder.position() * apart * apart;
  }

  /** Infinite when a rater would be in the row twice. */
  private double added(List<Integer> members, int next) {
    double added = 0;
    isTooMuch |= !effort.spend();
    for (int member : members) {
      if (spans.get(member).rater() == spans.get(next).rater()) {
        return Double.POSITIVE_INFINITY;
      }
      added += disorder.of(spans.get(member), spans.get(next));
    }
    return added;
  }

  /** Whether it can still cost no more than its spans apart, when all that come match wholly. */
  private boolean isWorthIt(int members, double matched) {
    for (int n = members; n <= raters; n++) {
      double least = matched + (pairs - n * (n - 1) / 2.0) * disorder.empty();
      if (least <= n * pairs * disorder.empty()) {
        return true;
      }
    }
    return false;
  }

  private static long bits(int first, List<Integer> members) {
    long bits = 0;
    for (int member : members) {
      bits |= 1L << (member - first);
    }
    return bits;
  }

  /** For each first span that is still open, the ways to have used later ones, with their cost. */
  private Result cheapestWay() {
    List<Map<Long, Double>> ways = new ArrayList<>();
    for (int i = 0; i <= spans.size(); i++) {
      ways.add(new HashMap<>());
    }
    ways.getFirst().put(0L, 0.0);
    int kept = 0;
    for (int first = 0; first < spans.size(); first++) {
      for (Map.Entry<Long, Double> way : ways.get(first).entrySet()) {
        for (Row row : rows.get(first)) {
          if (kept > MOST_KEPT || !effort.spend()) {
            return TOO_MUCH;
          }
          if ((way.getKey() & row.members) == 0) {
            kept += step(ways, first, way.getKey() | row.members, way.getValue() + row.cost);
          }
        }
      }
      kept -= ways.get(first).size();
      ways.get(first).clear();
    }
    return new Estimate(ways.getLast().getOrDefault(0L, Double.NaN));
  }

  /** Keeps the cheaper of two ways that used the same spans; returns how many ways are new. */
  private static int step(List<Map<Long, Double>> ways, int first, long used, double cost) {
    int done = Long.numberOfTrailingZeros(~used);
    long later = done == Long.SIZE ? 0 : used >>> done;
    Map<Long, Double> there = ways.get(first + done);
    int before = there.size();
    there.merge(later, cost, Math::min);
    return there.size() - before;
  }
}
