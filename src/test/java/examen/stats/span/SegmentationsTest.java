package examen.stats.span;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentationsTest {
  private static final long SEED = 83;

  @Test
  void similarityIsTheSameFromBothSidesAndLiesBetweenZeroAndOne() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      int[] one = masses(random, 25);
      int[] other = masses(random, 25);
      Segmentations there = new Segmentations(one, other);
      Segmentations back = new Segmentations(other, one);
      String at = "seed " + SEED + ", round " + round;
      double b = there.boundarySimilarity().orNaN();
      double s = there.segmentationSimilarity().orNaN();
      assertEquals(b, back.boundarySimilarity().orNaN(), 1e-12, at);
      assertEquals(s, back.segmentationSimilarity().orNaN(), 1e-12, at);
      assertTrue(Double.isNaN(b) || (b >= 0 && b <= s && s <= 1), at);
      double pk = there.pk().orNaN();
      double windowDiff = there.windowDiff().orNaN();
      assertTrue(pk >= 0 && pk <= windowDiff && windowDiff <= 1, at);
    }
  }

  @Test
  void nearMissesCostHalfAndAreTakenOnceEach() {
    Segmentations chain = new Segmentations(new int[] {2, 2, 6}, new int[] {3, 7});
    assertEquals(1 - 1.5 / 2, chain.boundarySimilarity().orNaN(), 1e-12);
    Segmentations far = new Segmentations(new int[] {2, 8}, new int[] {4, 6});
    assertEquals(0, far.boundarySimilarity().orNaN(), 1e-12);
    assertEquals(1 - 2 / 9.0, far.segmentationSimilarity().orNaN(), 1e-12);
  }

  @Test
  void whatCannotBeComparedIsToldOrRefused() {
    Segmentations whole = new Segmentations(new int[] {9}, new int[] {9});
    assertInstanceOf(Undefined.class, whole.boundarySimilarity());
    assertEquals(0, whole.pk().orNaN());
    Segmentations tiny = new Segmentations(new int[] {1, 1}, new int[] {2});
    assertInstanceOf(Undefined.class, tiny.pk());
    assertThrows(
        IllegalArgumentException.class, () -> new Segmentations(new int[] {3}, new int[] {4}));
    assertThrows(
        IllegalArgumentException.class, () -> new Segmentations(new int[] {0, 3}, new int[] {3}));
    assertThrows(IllegalArgumentException.class, () -> new Segmentations(new int[0], new int[0]));
  }

  private static int[] masses(Random random, int units) {
    List<Integer> masses = new ArrayList<>();
    int left = units;
    while (left > 0) {
      int mass = Math.min(left, 1 + random.nextInt(6));
      masses.add(mass);
      left -= mass;
    }
    return masses.stream().mapToInt(i -> i).toArray();
  }
}
