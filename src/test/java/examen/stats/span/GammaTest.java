package examen.stats.span;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Interval;
import examen.stats.Undefined;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GammaTest {
  private static final long SEED = 97;

  @Test
  void noOtherAlignmentIsCheaper() {
    Random random = new Random(SEED);
    for (int round = 0; round < 60; round++) {
      int raters = 2 + random.nextInt(2);
      Continuum text = text(random, raters, 3);
      Disorder disorder = new Disorder(1 + random.nextInt(3), random.nextInt(3), 1);
      assertEquals(
          everyAlignment(text, disorder),
          Gamma.disorder(text, disorder).orNaN(),
          1e-10,
          "seed " + SEED + ", round " + round);
    }
  }

  /** Puts the spans one after the other into every row that has room, and into a new one. */
  private static double everyAlignment(Continuum text, Disorder disorder) {
    List<Disorder.Marked> spans = new ArrayList<>();
    for (int rater = 0; rater < text.raters(); rater++) {
      for (LabelledSpan span : text.spans(rater)) {
        spans.add(new Disorder.Marked(rater, span.start(), span.end(), span.label().charAt(0)));
      }
    }
    double pairs = text.raters() * (text.raters() - 1) / 2.0;
    return cheapest(spans, 0, new ArrayList<>(), disorder, pairs) * text.raters() / spans.size();
  }

  private static double cheapest(
      List<Disorder.Marked> spans,
      int from,
      List<List<Disorder.Marked>> rows,
      Disorder disorder,
      double pairs) {
    if (from == spans.size()) {
      return rows.stream().mapToDouble(row -> cost(row, disorder, pairs)).sum();
    }
    Disorder.Marked span = spans.get(from);
    rows.add(new ArrayList<>(List.of(span)));
    double least = cheapest(spans, from + 1, rows, disorder, pairs);
    rows.removeLast();
    for (List<Disorder.Marked> row : List.copyOf(rows)) {
      if (row.stream().noneMatch(other -> other.rater() == span.rater())) {
        row.add(span);
        least = Math.min(least, cheapest(spans, from + 1, rows, disorder, pairs));
        row.removeLast();
      }
    }
    return least;
  }

  private static double cost(List<Disorder.Marked> row, Disorder disorder, double pairs) {
    double sum = (pairs - row.size() * (row.size() - 1) / 2.0) * disorder.empty();
    for (int one = 0; one < row.size(); one++) {
      for (int other = 0; other < one; other++) {
        sum += disorder.of(row.get(one), row.get(other));
      }
    }
    return sum / pairs;
  }

  @Test
  void theSameSeedGivesTheSameAndEqualSpansGiveOne() {
    Continuum text = text(new Random(SEED), 3, 4);
    assertEquals(
        Gamma.of(text, Disorder.PLAIN, 50, SEED), Gamma.of(text, Disorder.PLAIN, 50, SEED));
    Continuum same = new Continuum(1000, List.of(text.spans(0), text.spans(0)));
    assertEquals(1, Gamma.of(same, Disorder.PLAIN, 30, SEED).gamma().orNaN(), 1e-12);
  }

  @Test
  void moreDrawsMakeItMoreExactAndAnotherSeedLiesWithin() {
    Continuum text = text(new Random(SEED), 2, 5);
    Gamma few = Gamma.of(text, Disorder.PLAIN, 100, SEED);
    Gamma many = Gamma.of(text, Disorder.PLAIN, 2000, SEED + 1);
    Interval wide = (Interval) few.precision(0.999);
    Interval narrow = (Interval) many.precision(0.999);
    assertTrue(narrow.high() - narrow.low() < (wide.high() - wide.low()) / 2);
    assertTrue(wide.contains(many.gamma().orNaN()), "seed " + SEED);
  }

  @Test
  void aMatchThatIsMovedFurtherIsNeverBetter() {
    double before = 2;
    for (int moved = 0; moved < 12; moved++) {
      Continuum text =
          new Continuum(
              100,
              List.of(
                  List.of(new LabelledSpan(10, 20, "a"), new LabelledSpan(50, 60, "b")),
                  List.of(
                      new LabelledSpan(10 + moved, 20 + moved, "a"),
                      new LabelledSpan(50, 60, "b"))));
      double agreement = -Gamma.disorder(text, Disorder.PLAIN).orNaN();
      assertTrue(agreement <= before);
      before = agreement;
    }
  }

  @Test
  void tooMuchIsToldInTime() {
    Random random = new Random(SEED);
    List<List<LabelledSpan>> byRater = new ArrayList<>();
    for (int rater = 0; rater < 6; rater++) {
      List<LabelledSpan> spans = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        int start = random.nextInt(2000);
        spans.add(new LabelledSpan(start, start + 1 + random.nextInt(900), "a"));
      }
      byRater.add(spans);
    }
    Continuum dense = new Continuum(10_000, byRater);
    Gamma gamma =
        assertTimeout(Duration.ofSeconds(20), () -> Gamma.of(dense, Disorder.PLAIN, 5000, SEED));
    assertInstanceOf(Undefined.class, gamma.gamma());
  }

  @Test
  void aRaterWhoMarkedNothingHasAReason() {
    List<LabelledSpan> one = List.of(new LabelledSpan(0, 5, "a"));
    assertInstanceOf(
        Undefined.class,
        Gamma.of(new Continuum(9, List.of(one, List.of())), Disorder.PLAIN, 30, SEED).gamma());
    assertInstanceOf(
        Undefined.class,
        Gamma.of(new Continuum(9, List.of(one)), Disorder.PLAIN, 30, SEED).precision(0.95));
  }

  private static Continuum text(Random random, int raters, int most) {
    List<List<LabelledSpan>> byRater = new ArrayList<>();
    for (int rater = 0; rater < raters; rater++) {
      List<LabelledSpan> spans = new ArrayList<>();
      int n = 1 + random.nextInt(most);
      for (int i = 0; i < n; i++) {
        int start = random.nextInt(60);
        spans.add(
            new LabelledSpan(
                start, start + 1 + random.nextInt(20), random.nextBoolean() ? "a" : "b"));
      }
      byRater.add(spans);
    }
    return new Continuum(1000, byRater);
  }
}
