package examen.stats.span;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Undefined;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpanF1Test {
  private static final long SEED = 61;

  @Test
  void noOtherPairingHasMorePairs() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      List<LabelledSpan> first = spans(random, random.nextInt(7));
      List<LabelledSpan> second = spans(random, random.nextInt(7));
      for (SpanCriterion criterion : SpanCriterion.values()) {
        String at = "seed " + SEED + ", round " + round + ", " + criterion;
        long found = SpanF1.spans(criterion, first, second).both();
        assertEquals(best(criterion, first, second, 0, new HashSet<>()), found, at);
      }
    }
  }

  /** Tries every pairing. */
  private static long best(
      SpanCriterion criterion,
      List<LabelledSpan> first,
      List<LabelledSpan> second,
      int from,
      Set<Integer> used) {
    if (from == first.size()) {
      return 0;
    }
    long most = best(criterion, first, second, from + 1, used);
    for (int other = 0; other < second.size(); other++) {
      if (criterion.isMet(first.get(from), second.get(other)) && used.add(other)) {
        most = Math.max(most, 1 + best(criterion, first, second, from + 1, used));
        used.remove(other);
      }
    }
    return most;
  }

  @Test
  void placesAreCountedAsIfOneByOne() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      List<LabelledSpan> first = spans(random, random.nextInt(6));
      List<LabelledSpan> second = spans(random, random.nextInt(6));
      Set<String> ofFirst = places(first);
      Set<String> ofSecond = places(second);
      Set<String> both = new HashSet<>(ofFirst);
      both.retainAll(ofSecond);
      assertEquals(
          new SpanCounts(both.size(), ofFirst.size(), ofSecond.size()),
          SpanF1.places(first, second),
          "seed " + SEED + ", round " + round);
    }
  }

  private static Set<String> places(List<LabelledSpan> spans) {
    Set<String> places = new HashSet<>();
    for (LabelledSpan span : spans) {
      for (long at = span.start(); at < span.end(); at++) {
        places.add(span.label() + at);
      }
    }
    return places;
  }

  @Test
  void strictCriteriaFindNoMoreAndRatersCanChangePlaces() {
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      List<LabelledSpan> first = spans(random, 5);
      List<LabelledSpan> second = spans(random, 6);
      long exact = SpanF1.spans(SpanCriterion.EXACT, first, second).both();
      long half = SpanF1.spans(SpanCriterion.HALF, first, second).both();
      long overlap = SpanF1.spans(SpanCriterion.OVERLAP, first, second).both();
      assertTrue(exact <= half && half <= overlap, "seed " + SEED);
      SpanCounts turned = SpanF1.spans(SpanCriterion.OVERLAP, second, first);
      assertEquals(overlap, turned.both());
      assertEquals(5 + 6, turned.first() + turned.second());
    }
  }

  @Test
  void aLongChainIsPairedWithoutRunningOutOfStack() {
    List<LabelledSpan> first = new ArrayList<>();
    List<LabelledSpan> second = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      first.add(new LabelledSpan(10L * i, 10L * i + 6, "a"));
      second.add(new LabelledSpan(10L * i + 5, 10L * i + 11, "a"));
    }
    assertEquals(20_000, SpanF1.spans(SpanCriterion.OVERLAP, first, second).both());
  }

  @Test
  void textsArePooledOrAveragedAndEmptyOnesLeftOut() {
    List<LabelledSpan> one = List.of(new LabelledSpan(0, 5, "a"));
    List<LabelledSpan> three =
        List.of(
            new LabelledSpan(0, 5, "a"), new LabelledSpan(6, 8, "a"), new LabelledSpan(9, 12, "a"));
    List<List<List<LabelledSpan>>> texts =
        List.of(List.of(one, one), List.of(three, List.of()), List.of(List.of(), List.of()));
    PairwiseSpans pairs = PairwiseSpans.of(texts, SpanCriterion.EXACT);
    assertEquals(List.of(new SpanCounts(1, 4, 1)), pairs.counts());
    assertEquals(0.4, pairs.pooled().each().orNaN(), 1e-12);
    assertEquals(0.5, pairs.perText().each().orNaN(), 1e-12);
    assertEquals(1, pairs.pooled().weighted(new int[] {2, 0, 1}).orNaN(), 1e-12);
    assertInstanceOf(Undefined.class, pairs.perText().weighted(new int[] {0, 0, 5}));
    PairwiseSpans places = new PairwiseSpans(texts, SpanF1::places);
    assertEquals(10.0 / 20, places.pooled().each().orNaN(), 1e-12);
  }

  @Test
  void threeRatersMakeThreePairs() {
    List<LabelledSpan> a = List.of(new LabelledSpan(0, 5, "a"));
    List<LabelledSpan> b = List.of(new LabelledSpan(7, 9, "a"));
    PairwiseSpans pairs = PairwiseSpans.of(List.of(List.of(a, a, b)), SpanCriterion.OVERLAP);
    assertEquals(3, pairs.counts().size());
    assertEquals(1 / 3.0, pairs.pooled().each().orNaN(), 1e-12);
    assertInstanceOf(
        Undefined.class,
        PairwiseSpans.of(List.of(List.of(a)), SpanCriterion.OVERLAP).pooled().each());
  }

  @Test
  void aSpanWithoutAPlaceIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new LabelledSpan(3, 3, "a"));
    assertThrows(IllegalArgumentException.class, () -> new LabelledSpan(-1, 3, "a"));
  }

  private static List<LabelledSpan> spans(Random random, int n) {
    List<LabelledSpan> spans = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int start = random.nextInt(25);
      spans.add(
          new LabelledSpan(
              start, start + 1 + random.nextInt(8), random.nextInt(3) == 0 ? "a" : "b"));
    }
    return spans;
  }
}
