package examen.stats.span;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Bootstrap;
import examen.stats.Clusters;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.Weighed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UAlphaTest {
  private static final long SEED = 71;
  private static final String[] LABELS = {"a", "b", "c"};

  /** Place by place, as the paper defines it; the program goes from boundary to boundary. */
  @Test
  void isWhatCountingEachPlaceGives() {
    Random random = new Random(SEED);
    for (int round = 0; round < 100; round++) {
      Continuum text = text(random, 60, 2 + random.nextInt(3));
      assertEquals(
          placeByPlace(text),
          new UAlpha(List.of(text)).u().each().orNaN(),
          1e-10,
          "seed " + SEED + ", round " + round);
    }
  }

  private static double placeByPlace(Continuum text) {
    double[][] both = new double[4][4];
    double itself = 0;
    for (int one = 0; one < text.raters(); one++) {
      for (int at = 0; at < text.length(); at++) {
        for (int other = 0; other < text.raters(); other++) {
          if (one != other) {
            both[label(text, one, at)][label(text, other, at)] += 1.0 / (text.raters() - 1);
          }
        }
        itself += label(text, one, at) == 0 ? 1 : 0;
      }
      itself += text.spans(one).stream().mapToDouble(s -> s.length() * s.length()).sum();
    }
    double all = (double) text.raters() * text.length();
    double observed = 0;
    double expected = 0;
    for (int c = 0; c < 4; c++) {
      for (int k = 0; k < 4; k++) {
        if (c != k) {
          observed += both[c][k];
          expected += sum(both[c]) * sum(both[k]) / (all - itself / all);
        }
      }
    }
    return 1 - observed / expected;
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  private static int label(Continuum text, int rater, int at) {
    for (LabelledSpan span : text.spans(rater)) {
      if (span.start() <= at && at < span.end()) {
        return 1 + List.of(LABELS).indexOf(span.label());
      }
    }
    return 0;
  }

  @Test
  void theOrderOfRatersAndTheNamesOfLabelsDoNotMatter() {
    Random random = new Random(SEED);
    for (int round = 0; round < 50; round++) {
      Continuum text = text(random, 80, 3);
      Continuum turned = new Continuum(80, List.of(text.spans(2), text.spans(0), text.spans(1)));
      Continuum renamed = renamed(text);
      String at = "seed " + SEED + ", round " + round;
      for (int which = 0; which < 4; which++) {
        double value = coefficient(text, which).orNaN();
        assertEquals(value, coefficient(turned, which).orNaN(), 1e-10, at);
        assertEquals(value, coefficient(renamed, which).orNaN(), 1e-10, at);
      }
    }
  }

  private static Continuum renamed(Continuum text) {
    List<List<LabelledSpan>> raters = new ArrayList<>();
    for (int rater = 0; rater < text.raters(); rater++) {
      raters.add(
          text.spans(rater).stream()
              .map(s -> new LabelledSpan(s.start(), s.end(), "z" + ('z' - s.label().charAt(0))))
              .toList());
    }
    return new Continuum(text.length(), raters);
  }

  private static Result coefficient(Continuum text, int which) {
    UAlpha alpha = new UAlpha(List.of(text));
    return switch (which) {
      case 0 -> alpha.u().each();
      case 1 -> alpha.binary().each();
      case 2 -> alpha.cu().each();
      default -> alpha.ku(text.labels().contains("a") ? "a" : "z" + ('z' - 'a')).each();
    };
  }

  @Test
  void severalTextsAreOneAfterTheOther() {
    Random random = new Random(SEED);
    for (int round = 0; round < 30; round++) {
      Continuum one = text(random, 50, 3);
      Continuum other = text(random, 70, 3);
      List<List<LabelledSpan>> raters = new ArrayList<>();
      for (int rater = 0; rater < 3; rater++) {
        List<LabelledSpan> own = new ArrayList<>(one.spans(rater));
        other
            .spans(rater)
            .forEach(s -> own.add(new LabelledSpan(s.start() + 50, s.end() + 50, s.label())));
        raters.add(own);
      }
      UAlpha apart = new UAlpha(List.of(one, other));
      UAlpha together = new UAlpha(List.of(new Continuum(120, raters)));
      assertSame(apart.u(), together.u());
      assertSame(apart.binary(), together.binary());
      assertSame(apart.cu(), together.cu());
      assertSame(apart.ku("a"), together.ku("a"));
      assertSame(apart.coverage("b"), together.coverage("b"));
      assertEquals(
          new UAlpha(List.of(one, one, other)).u().each().orNaN(),
          apart.u().weighted(new int[] {2, 1}).orNaN(),
          1e-10);
    }
  }

  private static void assertSame(Weighed one, Weighed other) {
    assertEquals(one.each().orNaN(), other.each().orNaN(), 1e-10, "seed " + SEED);
  }

  @Test
  void ratersWhoAgreeWhollyHaveOneAndThoseWhoMarkByChanceAboutZero() {
    Random random = new Random(SEED);
    List<Continuum> texts = new ArrayList<>();
    List<Continuum> same = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      Continuum text = text(random, 200, 2);
      texts.add(text);
      same.add(new Continuum(200, List.of(text.spans(0), text.spans(0), text.spans(0))));
    }
    UAlpha perfect = new UAlpha(same);
    assertEquals(1, perfect.u().each().orNaN(), 1e-12);
    assertEquals(1, perfect.binary().each().orNaN(), 1e-12);
    assertEquals(1, perfect.cu().each().orNaN(), 1e-12);
    assertEquals(1, perfect.ku("a").each().orNaN(), 1e-12);
    assertEquals(1, perfect.coverage("a").each().orNaN(), 1e-12);
    UAlpha chance = new UAlpha(texts);
    Interval interval =
        (Interval)
            new Bootstrap(500, SEED, 0.99).interval(chance.cu(), Clusters.none(texts.size()));
    assertTrue(interval.contains(0), "seed " + SEED + ": " + interval);
    assertEquals(0, chance.u().each().orNaN(), 0.06, "seed " + SEED);
  }

  @Test
  void whatHasNoAnswerHasAReason() {
    List<LabelledSpan> overlapping =
        List.of(new LabelledSpan(0, 5, "a"), new LabelledSpan(4, 8, "b"));
    Continuum text = new Continuum(20, List.of(overlapping, overlapping));
    UAlpha alpha = new UAlpha(List.of(text));
    assertReason("overlap", alpha.u().each());
    assertReason("overlap", alpha.ku("a").each());
    assertEquals(1, new UAlpha(List.of(text.only("a"))).u().each().orNaN(), 1e-12);
    assertReason(
        "fewer than two", new UAlpha(List.of(new Continuum(9, List.of(List.of())))).u().each());
    assertReason("fewer than two", new UAlpha(List.of()).cu().each());
    UAlpha silent = new UAlpha(List.of(new Continuum(9, List.of(List.of(), List.of()))));
    assertReason("no variation", silent.u().each());
    assertReason("lies across", silent.cu().each());
    assertReason("lies across", silent.ku("never").each());
    assertReason("lies across", silent.coverage("never").each());
    assertThrows(
        IllegalArgumentException.class,
        () -> new Continuum(4, List.of(List.of(new LabelledSpan(0, 5, "a")))));
  }

  /** Two of three raters meet in one place only: the correction would take away more than is. */
  @Test
  void tooLittleForTheCorrectionIsTold() {
    Continuum text =
        new Continuum(
            20,
            List.of(
                List.of(new LabelledSpan(0, 10, "a")),
                List.of(new LabelledSpan(0, 10, "b")),
                List.of()));
    assertReason("too little", new UAlpha(List.of(text)).cu().each());
  }

  @Test
  void overlappingSpansOfOneLabelCanBeMerged() {
    List<LabelledSpan> spans =
        List.of(
            new LabelledSpan(0, 5, "a"),
            new LabelledSpan(3, 8, "a"),
            new LabelledSpan(8, 9, "a"),
            new LabelledSpan(2, 4, "b"));
    Continuum merged = new Continuum(20, List.of(spans)).merged();
    assertEquals(
        List.of(
            new LabelledSpan(0, 8, "a"), new LabelledSpan(2, 4, "b"), new LabelledSpan(8, 9, "a")),
        merged.spans(0));
  }

  @Test
  void theOlderOneIsOneForEqualSpansToo() {
    Continuum text = text(new Random(SEED), 90, 1);
    Continuum same = new Continuum(90, List.of(text.spans(0), text.spans(0)));
    assertEquals(1, AlphaU1995.joint(same).orNaN(), 1e-12);
    assertInstanceOf(Undefined.class, AlphaU1995.of(same, "never"));
    assertInstanceOf(Undefined.class, AlphaU1995.joint(text));
  }

  private static void assertReason(String reason, Result result) {
    Undefined why = assertInstanceOf(Undefined.class, result);
    assertTrue(why.reason().contains(reason), why.reason());
  }

  /** Spans that do not overlap, with gaps of all lengths between them. */
  private static Continuum text(Random random, int length, int raters) {
    List<List<LabelledSpan>> byRater = new ArrayList<>();
    for (int rater = 0; rater < raters; rater++) {
      List<LabelledSpan> spans = new ArrayList<>();
      int at = random.nextInt(8);
      while (at + 12 < length) {
        int end = at + 1 + random.nextInt(10);
        spans.add(new LabelledSpan(at, end, LABELS[random.nextInt(3)]));
        at = end + random.nextInt(8);
      }
      byRater.add(spans);
    }
    return new Continuum(length, byRater);
  }
}
