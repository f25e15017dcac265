package examen.stats.span;

import examen.stats.Estimate;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.Weighed;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The four coefficients of Krippendorff, Mathet, Bouvry and Widlöcher (2016) for raters who cut a
 * text into units with labels and gaps between them. Several texts count as one, put one after the
 * other; texts are the units to be drawn again. Gaps pair with themselves, units of one rater do
 * not.
 *
 * <p>Each is undefined with fewer than two raters, when spans of one rater overlap (then each label
 * is to be asked by itself, {@link Continuum#only}), and when there is no variation: nothing is
 * marked or everything with one label, no unit lies across another, or all that do have one label.
 */
public final class UAlpha {
  private static final Undefined NO_CROSSING =
      new Undefined("no unit lies across one of another rater");
  private static final Undefined NO_CORRECTION =
      new Undefined("too little lies across others to correct for chance");

  private final List<String> labels;
  private final List<Crossings> texts = new ArrayList<>();
  private final int raters;
  private final @Nullable Undefined none;

  /**
   * @param texts with the same raters in each
   * @throws IllegalArgumentException when a text has another number of raters
   */
  public UAlpha(List<Continuum> texts) {
    TreeSet<String> all = new TreeSet<>();
    texts.forEach(text -> all.addAll(text.labels()));
    this.labels = List.copyOf(all);
    this.raters = texts.isEmpty() ? 0 : texts.getFirst().raters();
    if (texts.stream().anyMatch(text -> text.raters() != raters)) {
      throw new IllegalArgumentException("a text has other raters");
    }
    this.none = reason(texts);
    if (none == null) {
      texts.forEach(text -> this.texts.add(Crossings.of(text, labels)));
    }
  }

  private @Nullable Undefined reason(List<Continuum> continua) {
    if (raters < 2) {
      return new Undefined("fewer than two raters");
    }
    return continua.stream().anyMatch(Continuum::overlaps)
        ? new Undefined("spans of one rater overlap")
        : null;
  }

  /** The labels that someone used, in order. */
  public List<String> labels() {
    return labels;
  }

  /** Where units lie and how they are labelled. */
  public Weighed u() {
    return weighed(UAlpha::ofUnitsAndGaps);
  }

  /** Where units lie, whatever their labels. */
  public Weighed binary() {
    return weighed(sums -> ofUnitsAndGaps(sums.binary()));
  }

  /** How units that lie across each other are labelled. */
  public Weighed cu() {
    return weighed(UAlpha::ofLabels);
  }

  /** How reliably one label is given to units that lie across others: the (k)u-alpha. */
  public Weighed ku(String label) {
    int category = 1 + labels.indexOf(label);
    return weighed(sums -> category == 0 ? NO_CROSSING : ofLabel(sums, category));
  }

  /** The share of the units of a label that lies across units of others, to be told with it. */
  public Weighed coverage(String label) {
    int category = 1 + labels.indexOf(label);
    return weighed(
        sums ->
            category == 0
                ? NO_CROSSING
                : Result.ratio(across(sums, category), sums.lengths[category], "never marked"));
  }

  private static Result ofUnitsAndGaps(Crossings sums) {
    double total = 0;
    double itself = sums.lengths[0];
    double same = 0;
    double agreeing = 0;
    for (int category = 0; category < sums.categories; category++) {
      total += sums.lengths[category];
      itself += sums.squares[category];
      same += sums.lengths[category] * sums.lengths[category];
      agreeing += coincidences(sums, category, category);
    }
    double expected = (total * total - same) / (total - itself / total);
    return expected > 0
        ? new Estimate(1 - (total - agreeing) / expected)
        : new Undefined("no variation: nothing is marked, or everything with one label");
  }

  private static Result ofLabels(Crossings sums) {
    double total = 0;
    double itself = 0;
    double same = 0;
    double agreeing = 0;
    for (int category = 1; category < sums.categories; category++) {
      double length = across(sums, category);
      total += length;
      itself += sums.pairableSquares[category];
      same += length * length;
      agreeing += coincidences(sums, category, category);
    }
    if (total == 0) {
      return NO_CROSSING;
    }
    if (total * total == same) {
      return new Undefined("no variation: one label only");
    }
    double chance = total - itself / total;
    return chance > 0
        ? new Estimate(1 - (total - agreeing) * chance / (total * total - same))
        : NO_CORRECTION;
  }

  private static Result ofLabel(Crossings sums, int category) {
    double total = 0;
    for (int other = 1; other < sums.categories; other++) {
      total += across(sums, other);
    }
    double length = across(sums, category);
    if (length == 0) {
      return NO_CROSSING;
    }
    if (length == total) {
      return new Undefined("no variation: one label only");
    }
    double chance = length * total - sums.pairableSquares[category];
    double others = length - coincidences(sums, category, category);
    return chance > 0
        ? new Estimate(1 - others / length * chance / (length * (total - length)))
        : NO_CORRECTION;
  }

  /** How much of a category lies across units of any label. */
  private static double across(Crossings sums, int category) {
    double length = 0;
    for (int other = 1; other < sums.categories; other++) {
      length += coincidences(sums, category, other);
    }
    return length;
  }

  private static double coincidences(Crossings sums, int one, int other) {
    return sums.observed[one * sums.categories + other] / (sums.raters - 1);
  }

  private Weighed weighed(Function<Crossings, Result> coefficient) {
    return new Weighed() {
      @Override
      public int units() {
        return texts.size();
      }

      @Override
      public Result weighted(int[] weights) {
        return none == null ? coefficient.apply(sum(weights)) : none;
      }
    };
  }

  private Crossings sum(int[] weights) {
    Crossings sum = new Crossings(labels.size() + 1, raters);
    for (int text = 0; text < weights.length; text++) {
      if (weights[text] != 0) {
        sum.add(texts.get(text), weights[text]);
      }
    }
    return sum;
  }
}
