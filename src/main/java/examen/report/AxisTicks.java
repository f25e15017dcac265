package examen.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where an axis is marked, and how its numbers are written: everywhere alike. */
public final class AxisTicks {
  private static final double[] ROUND = {1, 2, 2.5, 5, 10};
  private static final int FINEST = 6;

  private AxisTicks() {}

  /** A mark on an axis. */
  public record Tick(double at, String text) {}

  /**
   * Round numbers on an axis, or its names.
   *
   * @param most about how many there is room for, at least 1; of names none is shown between two
   *     that are, if there are more
   */
  public static List<Tick> of(Figure.Axis axis, int most) {
    return axis.ticks().isEmpty() ? numbers(axis, most) : names(axis, most);
  }

  /** Where a number stands on an axis: 0 where it begins, 1 where it ends; it may be outside. */
  public static double place(Figure.Axis axis, double value) {
    return (value - axis.low()) / (axis.high() - axis.low());
  }

  /** A single number as the axis would write it, a little finer than between its marks. */
  public static String text(Figure.Axis axis, double value) {
    int named = (int) Math.round(value - axis.low());
    if (named >= 0 && named < axis.ticks().size()) {
      return axis.ticks().get(named);
    }
    return text(axis.unit(), value, step(axis, 4) / 10);
  }

  private static List<Tick> names(Figure.Axis axis, int most) {
    int every = Math.max(1, (int) Math.ceil(axis.ticks().size() / (double) Math.max(1, most)));
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < axis.ticks().size(); i += every) {
      ticks.add(new Tick(axis.low() + i, axis.ticks().get(i)));
    }
    return ticks;
  }

  private static List<Tick> numbers(Figure.Axis axis, int most) {
    double step = step(axis, most);
    List<Tick> ticks = new ArrayList<>();
    long first = (long) Math.ceil(axis.low() / step - 1e-9);
    for (long i = first; i * step <= axis.high() + step * 1e-9; i++) {
      ticks.add(new Tick(i * step, text(axis.unit(), i * step, step)));
    }
    return ticks;
  }

  private static double step(Figure.Axis axis, int most) {
    double least = (axis.high() - axis.low()) / Math.max(1, most);
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double round : ROUND) {
      if (round * power >= least * (1 - 1e-9)) {
        return round * power;
      }
    }
    return 10 * power;
  }

  private static String text(Figure.Unit unit, double value, double step) {
    return switch (unit) {
      case SHARE -> number(value * 100, step * 100) + "%";
      case POINTS -> (value > step / 2 ? "+" : "") + number(value * 100, step * 100);
      case NUMBER -> number(value, step);
    };
  }

  private static String number(double value, double step) {
    int digits = 0;
    double rest = step;
    while (digits < FINEST && Math.abs(rest - Math.rint(rest)) > 1e-6 * Math.max(1, rest)) {
      rest *= 10;
      digits++;
    }
    String text = String.format(Locale.ROOT, "%,." + digits + "f", value);
    boolean none = text.chars().allMatch(c -> c == '0' || c == '.' || c == '-');
    return none && text.startsWith("-") ? text.substring(1) : text;
  }
}
