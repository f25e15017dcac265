package examen.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.report.Figure.Axis;
import examen.report.Figure.Unit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AxisTicksTest {
  private static final List<Unit> UNITS = List.of(Unit.SHARE, Unit.POINTS, Unit.NUMBER);

  private static List<String> texts(Axis axis, int most) {
    return AxisTicks.of(axis, most).stream().map(AxisTicks.Tick::text).toList();
  }

  @Test
  void sharesAreWrittenInPercentAndDifferencesInPoints() {
    assertEquals(List.of("0%", "20%", "40%", "60%", "80%", "100%"), texts(Axis.share(""), 5));
    assertEquals(
        List.of("-30", "-20", "-10", "0", "+10", "+20", "+30"),
        texts(new Axis("", -0.3, 0.3, Unit.POINTS, List.of()), 6));
    assertEquals(
        List.of("-0.5", "0.0", "0.5", "1.0"),
        texts(new Axis("", -0.5, 1, Unit.NUMBER, List.of()), 3));
    assertEquals(
        List.of("0", "2,500", "5,000", "7,500", "10,000"),
        texts(new Axis("", 0, 10_000, Unit.NUMBER, List.of()), 4));
  }

  @Test
  void ofManyNamesSomeAreWritten() {
    Axis axis = new Axis("", 0, 4, Unit.NUMBER, List.of("a", "b", "c", "d", "e"));
    assertEquals(List.of("a", "c", "e"), texts(axis, 3));
    assertEquals("d", AxisTicks.text(axis, 3));
  }

  @Test
  void ticksLieOnTheAxisAndAreNeitherTooManyNorAlone() {
    long seed = 11;
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      double low = random.nextGaussian() * Math.pow(10, random.nextInt(9) - 4);
      double high = low + Math.pow(10, random.nextInt(9) - 4) * (0.1 + random.nextDouble());
      Axis axis = new Axis("", low, high, UNITS.get(i % 3), List.of());
      List<AxisTicks.Tick> ticks = AxisTicks.of(axis, 5);
      String which = "seed " + seed + ", " + low + " to " + high;
      assertTrue(!ticks.isEmpty() && ticks.size() <= 6, which + ": " + ticks);
      for (AxisTicks.Tick tick : ticks) {
        double place = AxisTicks.place(axis, tick.at());
        assertTrue(place > -1e-6 && place < 1 + 1e-6, which + ": " + tick);
      }
    }
  }
}
