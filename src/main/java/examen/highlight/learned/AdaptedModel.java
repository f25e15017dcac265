package examen.highlight.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A model that came trained, moved by the decisions of one project: each weight of the model's own
 * is the centre from which the decisions pull (Chelba and Acero 2004, "Adaptation of maximum
 * entropy capitalizer: little data can help a lot"), so that few of them move little. Besides the
 * words it knows which rule found a sentence, and that a sentence that none found is another
 * matter. Immutable.
 */
public final class AdaptedModel {
  /** So many words are named, at most. */
  private static final int MOST_NAMED = 3;

  /** What moves the likelihood by less than this many log-odds is not named. */
  private static final double LEAST_NAMED = 0.02;

  private final LinearModel prior;
  private final Layout layout;
  private final float[] weights;

  AdaptedModel(LinearModel prior, Layout layout, float[] weights) {
    this.prior = prior;
    this.layout = layout;
    this.weights = weights;
  }

  /**
   * Where the weights lie: first those of rules and of questions, then those of words.
   *
   * @param rules number of each rule that decisions tell of
   * @param questions number, among those with weights for words, of each question that has them
   */
  record Layout(Map<String, Integer> rules, Map<Integer, Integer> questions, int asked) {
    private static final int FIRST = 4;

    /** Of all that rules found, or that none did. */
    int common(Finder finder) {
      return finder.isRule() ? 0 : 1;
    }

    int slope(Finder finder) {
      return finder.isRule() ? 2 : 3;
    }

    int question(int question, Finder finder) {
      return FIRST + 2 * question + (finder.isRule() ? 0 : 1);
    }

    int rule(int number) {
      return FIRST + 2 * asked + number;
    }

    int word(int number, int bucket) {
      return FIRST + 2 * asked + rules.size() + number * Features.BUCKETS + bucket;
    }

    int size() {
      return word(questions.size(), 0);
    }
  }

  /**
   * What pointed at a sentence.
   *
   * @param rule its id; empty where no rule did
   */
  public record Finder(String rule) {
    /** No rule: the sentence is one of many. */
    public static final Finder NONE = new Finder("");

    boolean isRule() {
      return !rule.isEmpty();
    }
  }

  /**
   * Words and by how much they move the log-odds.
   *
   * @param from where they begin in the normalised sentence, in UTF-16 units
   * @param to where they end
   */
  public record Moving(int from, int to, double by) {}

  /** Whether decisions were enough to weigh words for this question. */
  public boolean weighsWords(int question) {
    return layout.questions().containsKey(question);
  }

  /** Makes rows of sentences. Not thread-safe. */
  static final class RowMaker {
    private static final float SLOPE = 1 / 3f;

    /** What is known of one rule or one question has fewer decisions than what holds for all. */
    private static final float OF_ONE = 0.5f;

    private static final double FARTHEST = 4;

    /** Where a rule and the model that came trained differ, the rule was made to be right. */
    private static final double RULE_PRIOR = 1;

    private final Layout layout;
    private final LinearModel.Scorer scorer;
    private final float[] odds;
    final Features features;
    int[] distinct = new int[0];

    RowMaker(LinearModel prior, Layout layout) {
      this.layout = layout;
      this.scorer = prior.scorer();
      this.odds = new float[prior.questions().size()];
      this.features = new Features(prior.concepts());
    }

    /** To be called before the questions about a sentence. */
    void read(char[] chars, int length) {
      scorer.logOdds(chars, length, odds, 0);
      int[] found = new int[features.find(chars, length)];
      Arrays.setAll(found, features::bucket);
      distinct = Arrays.stream(found).distinct().toArray();
    }

    Regression.Row row(int question, Finder finder, int sign, double count) {
      double prior = Math.clamp(odds[question], -FARTHEST, FARTHEST);
      Integer words = layout.questions().get(question);
      Integer rule = layout.rules().get(finder.rule());
      int dense = rule == null ? 3 : 4;
      int[] at = new int[dense + (words == null ? 0 : distinct.length)];
      float[] values = new float[at.length];
      at[0] = layout.common(finder);
      at[1] = layout.slope(finder);
      at[2] = layout.question(question, finder);
      Arrays.fill(values, 0, dense, 1);
      values[1] = (float) (prior * SLOPE);
      values[2] = OF_ONE;
      if (rule != null) {
        at[3] = layout.rule(rule);
        values[3] = OF_ONE;
      }
      if (words != null) {
        for (int i = 0; i < distinct.length; i++) {
          at[dense + i] = layout.word(words, distinct[i]);
        }
        Arrays.fill(values, dense, values.length, wordValue());
      }
      double offset = finder.isRule() ? prior + RULE_PRIOR : prior;
      return new Regression.Row(at, values, offset, sign, count);
    }

    /** A long sentence has many features, but is one sentence. */
    float wordValue() {
      return (float) (1 / Math.sqrt(Math.max(1, distinct.length)));
    }
  }

  /** Weighs sentences. Not thread-safe. */
  public final class Weigher {
    private final RowMaker rows = new RowMaker(prior, layout);

    /**
     * To be called before the questions about a sentence.
     *
     * @param chars a normalised sentence, of which the first {@code length} count
     */
    public void read(char[] chars, int length) {
      rows.read(chars, length);
    }

    /** How likely the sentence that was read is accepted for this question, between 0 and 1. */
    public double likelihood(int question, Finder finder) {
      return Regression.likelihood(rows.row(question, finder, 1, 1).odds(weights));
    }

    /** The words of the sentence that decisions speak for or against most, the strongest first. */
    public List<Moving> strongest(int question) {
      Integer words = layout.questions().get(question);
      if (words == null) {
        return List.of();
      }
      List<Moving> all = new ArrayList<>();
      Features features = rows.features;
      for (int i = 0; i < features.count(); i++) {
        double by = weights[layout.word(words, features.bucket(i))] * rows.wordValue();
        if (Math.abs(by) >= LEAST_NAMED && features.to(i) > features.from(i)) {
          all.add(new Moving(features.from(i), features.to(i), by));
        }
      }
      all.sort(
          Comparator.comparingDouble((Moving m) -> -Math.abs(m.by()))
              .thenComparingInt(Moving::from));
      return apart(all);
    }

    private static List<Moving> apart(List<Moving> all) {
      List<Moving> named = new ArrayList<>();
      for (Moving moving : all) {
        if (named.size() < MOST_NAMED
            && named.stream().noneMatch(n -> n.from() < moving.to() && moving.from() < n.to())) {
          named.add(moving);
        }
      }
      return List.copyOf(named);
    }
  }

  /** One for each thread. */
  public Weigher weigher() {
    return new Weigher();
  }
}
