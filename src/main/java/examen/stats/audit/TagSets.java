package examen.stats.audit;

import examen.stats.Estimate;
import examen.stats.Result;
import examen.stats.rate.Proportion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The tags that the gold and the classifier give to each unit, any number of them (Tsoumakas and
 * Katakis 2007). Each tag by itself comes first; the numbers over all tags hide which one is bad.
 */
public final class TagSets {
  private final List<String> tags;
  private final boolean[][] gold;
  private final boolean[][] predicted;

  /** What a unit counts for which a measure is 0 / 0, as recall is when it has no tag. */
  public enum Empty {
    /** Nothing: the mean is over the others. */
    LEFT_OUT,
    /** 0, as scikit-learn does. */
    ZERO,
    /** 1: that both say nothing is agreement. */
    ONE
  }

  /**
   * @param gold for each unit, for each tag whether it applies
   * @param predicted what the classifier said; as many
   */
  public TagSets(List<String> tags, boolean[][] gold, boolean[][] predicted) {
    this.tags = List.copyOf(tags);
    this.gold = copied(gold);
    this.predicted = copied(predicted);
    if (gold.length != predicted.length) {
      throw new IllegalArgumentException(
          gold.length + " units of gold, " + predicted.length + " of labels");
    }
  }

  private boolean[][] copied(boolean[][] sets) {
    for (boolean[] set : sets) {
      if (set.length != tags.size()) {
        throw new IllegalArgumentException(set.length + " marks for " + tags.size() + " tags");
      }
    }
    return Arrays.stream(sets).map(boolean[]::clone).toArray(boolean[][]::new);
  }

  public List<String> tags() {
    return tags;
  }

  public int units() {
    return gold.length;
  }

  /** One tag by itself, its units to be drawn again where an interval is asked for. */
  public JudgedUnits units(int tag) {
    return new JudgedUnits(column(gold, tag), column(predicted, tag));
  }

  /** One tag by itself. */
  public Confusion of(int tag) {
    return units(tag).confusion();
  }

  /** Each tag by itself, to be averaged. */
  public Averages averages() {
    List<Confusion> each = new ArrayList<>();
    for (int tag = 0; tag < tags.size(); tag++) {
      each.add(of(tag));
    }
    return new Averages(each);
  }

  /** How many units have exactly the tags of the gold. */
  public Proportion subsetAccuracy() {
    long same = 0;
    for (int unit = 0; unit < gold.length; unit++) {
      same += Arrays.equals(gold[unit], predicted[unit]) ? 1 : 0;
    }
    return new Proportion(same, gold.length);
  }

  /** How many of the marks, of each unit for each tag, are wrong. */
  public Proportion hammingLoss() {
    return averages().micro().accuracy().complement();
  }

  /** The mean over units of a measure of the marks of one unit, such as {@link Confusion#f1}. */
  public Averaged overUnits(Function<Confusion, Result> measure, Empty empty) {
    List<Result> each = new ArrayList<>();
    double[] ones = new double[gold.length];
    Arrays.fill(ones, 1);
    for (int unit = 0; unit < gold.length; unit++) {
      each.add(filled(measure.apply(Confusion.of(gold[unit], predicted[unit])), empty));
    }
    return Averaged.of(each, ones);
  }

  private static Result filled(Result result, Empty empty) {
    if (result instanceof Estimate) {
      return result;
    }
    return switch (empty) {
      case LEFT_OUT -> result;
      case ZERO -> new Estimate(0);
      case ONE -> new Estimate(1);
    };
  }

  private static boolean[] column(boolean[][] sets, int tag) {
    boolean[] column = new boolean[sets.length];
    for (int unit = 0; unit < sets.length; unit++) {
      column[unit] = sets[unit][tag];
    }
    return column;
  }
}
