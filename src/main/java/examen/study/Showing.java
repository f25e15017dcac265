package examen.study;

import examen.report.Cell;
import examen.report.Fact;
import examen.stats.Bounds;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.rate.Proportion;
import examen.stats.rate.WorstCase;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * How numbers are written, everywhere alike: a share with its count and total, one decimal only
 * from 100 on, never rounded to 0 % or 100 % unless it is none or all; what is undefined says why.
 */
public final class Showing {
  /** From so many on, a percentage has one decimal. */
  private static final int MANY = 100;

  private static final double HUNDRED = 100;

  /** What sums leave where none or all was meant. */
  private static final double CLOSE = 1e-12;

  private Showing() {}

  /** "217 / 394". */
  public static Cell count(Proportion share) {
    return new Cell(
        "%,d / %,d".formatted(share.count(), share.total()),
        new Fact.Share(share.count(), share.total()),
        List.of());
  }

  /** "394". */
  public static Cell count(long count) {
    return new Cell(String.format(Locale.ROOT, "%,d", count), new Fact.Count(count), List.of());
  }

  /** "55.1%". */
  public static Cell rate(Proportion share) {
    return rate(share, share.total());
  }

  /** The same, written like the percentages of so many: where a table has one form for all rows. */
  public static Cell rate(Proportion share, long of) {
    return switch (share.rate()) {
      case Estimate(double value) -> new Cell(percent(value, of), new Fact.Value(value), List.of());
      case Undefined undefined -> undefined(undefined);
    };
  }

  /** "85.2%", a share that is no plain count of so many, such as a mean of shares. */
  public static Cell share(Result share, long of) {
    return switch (share) {
      case Estimate(double value) -> new Cell(percent(value, of), new Fact.Value(value), List.of());
      case Undefined undefined -> undefined(undefined);
    };
  }

  /** "55.1% 217 / 394 [50.1, 59.9]": what a table says of a share, beside a point of a figure. */
  static String point(Proportion share, double confidence) {
    return String.join(
        "  ",
        rate(share).text(),
        count(share).text(),
        percents(share.wilson(confidence), share.total()).text());
  }

  /** A percentage of so many. */
  public static String percent(double share, long total) {
    return hundredths(share, decimals(total)) + "%";
  }

  private static int decimals(long total) {
    return total >= MANY ? 1 : 0;
  }

  /** What is not quite none or all is not written as that; the rest of a sum is no share. */
  private static String hundredths(double share, int decimals) {
    double unit = Math.pow(10, -decimals);
    double shown = Math.round(share * HUNDRED / unit) * unit;
    if (share > CLOSE && shown <= 0) {
      return "<" + number(unit, decimals);
    }
    if (share < 1 - CLOSE && shown >= HUNDRED) {
      return ">" + number(HUNDRED - unit, decimals);
    }
    return number(share * HUNDRED, decimals);
  }

  /** "[50.1, 59.9]", of shares; in percent. */
  public static Cell percents(Bounds bounds, long total) {
    return range(bounds, share -> hundredths(share, decimals(total)));
  }

  /** "[40.1, 54.6]", of differences of shares; in points. */
  public static Cell points(Bounds bounds) {
    return range(bounds, difference -> number(difference * HUNDRED, 1));
  }

  /** "+48.6", a difference of shares in points. */
  public static Cell points(Result difference) {
    return switch (difference) {
      case Estimate(double value) ->
          new Cell(signed(value * HUNDRED, 1), new Fact.Value(value), List.of());
      case Undefined undefined -> undefined(undefined);
    };
  }

  /** "[44.3, 49.6]", of differences of shares in points. */
  public static String worst(WorstCase worst) {
    return worst.low() instanceof Undefined undefined
        ? undefined(undefined).text()
        : "[%s, %s]"
            .formatted(
                number(worst.low().orNaN() * HUNDRED, 1),
                number(worst.high().orNaN() * HUNDRED, 1));
  }

  /** "[.61, .84]", of coefficients. */
  public static Cell bounds(Bounds bounds, int decimals) {
    return range(bounds, coefficient -> number(coefficient, decimals));
  }

  /** "0.743", with so many decimals. */
  public static Cell number(Result result, int decimals) {
    return switch (result) {
      case Estimate(double value) ->
          new Cell(number(value, decimals), new Fact.Value(value), List.of());
      case Undefined undefined -> undefined(undefined);
    };
  }

  /** "8.5 [3.9, 18.6]"; where there is no interval, why there is none. */
  static String with(Result result, Bounds bounds, int decimals) {
    String number = number(result, decimals).text();
    return switch (bounds) {
      case Interval interval -> number + " " + bounds(interval, decimals).text();
      case Undefined(String reason) when result instanceof Estimate ->
          number + " (no interval: " + reason + ")";
      case Undefined undefined -> number;
    };
  }

  /** "0.013", or "1.2e-19" where it is less than .001. */
  public static Cell p(Result p) {
    return switch (p) {
      case Estimate(double value) -> new Cell(p(value), new Fact.Value(value), List.of());
      case Undefined undefined -> undefined(undefined);
    };
  }

  private static String p(double value) {
    return value >= 0.001
        ? number(value, 3)
        : String.format(Locale.ROOT, "%.1e", value).replace("e-0", "e-");
  }

  public static Cell undefined(Undefined undefined) {
    return new Cell(
        "undefined (" + undefined.reason() + ")",
        new Fact.Undefined(undefined.reason()),
        List.of());
  }

  private static Cell range(Bounds bounds, DoubleFunction<String> written) {
    return switch (bounds) {
      case Interval interval ->
          new Cell(
              "[%s, %s]".formatted(written.apply(interval.low()), written.apply(interval.high())),
              new Fact.Range(
                  interval.low(), interval.high(), interval.confidence(), interval.method()),
              List.of());
      case Undefined undefined -> undefined(undefined);
    };
  }

  private static String signed(double value, int decimals) {
    String number = number(value, decimals);
    return value > 0 && !isZero(number) ? "+" + number : number;
  }

  /** Without a minus before nothing. */
  private static String number(double value, int decimals) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "infinite" : "-infinite";
    }
    String number = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return number.startsWith("-") && isZero(number) ? number.substring(1) : number;
  }

  private static boolean isZero(String number) {
    return number.chars().allMatch(c -> c == '0' || c == '.' || c == '-');
  }
}
