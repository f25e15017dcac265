package examen.highlight.learned;

import examen.highlight.learned.AdaptedModel.Finder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Moves a model by the decisions of one project. Their order does not matter. Decisions on equal
 * sentences count as a few at most, however many there are. Not thread-safe.
 */
public final class Adaptation {
  /** A question gets weights for words from so many yes and so many no on; all of it does too. */
  public static final int FEWEST_OF_EACH = 8;

  /** How much a decision counts against what was known before; chosen on held-back sentences. */
  private static final double TRUST = 1;

  /** Equal sentences count as so many at most. */
  private static final int MOST_EQUAL = 3;

  /** More different sentences than this are not looked at, so that memory has a bound. */
  private static final int MOST_SENTENCES = 50_000;

  private final LinearModel prior;
  private final double trust;

  /** How often each was said, in an order that is always the same. */
  private final TreeMap<Decided, Integer> decided = new TreeMap<>();

  /** What was decided on one sentence for one question. */
  private record Decided(String sentence, int question, String rule, int sign)
      implements Comparable<Decided> {
    @Override
    public int compareTo(Decided other) {
      int order = sentence.compareTo(other.sentence);
      order = order != 0 ? order : Integer.compare(question, other.question);
      order = order != 0 ? order : rule.compareTo(other.rule);
      return order != 0 ? order : Integer.compare(sign, other.sign);
    }
  }

  public Adaptation(LinearModel prior) {
    this(prior, TRUST);
  }

  Adaptation(LinearModel prior, double trust) {
    this.prior = prior;
    this.trust = trust;
  }

  /** Takes in that this sentence, normalised, was accepted for a question. */
  public void accepted(String sentence, int question, Finder finder) {
    add(new Decided(sentence, question, finder.rule(), 1));
  }

  /** Takes in that this sentence, normalised, was rejected for a question. */
  public void rejected(String sentence, int question, Finder finder) {
    add(new Decided(sentence, question, finder.rule(), -1));
  }

  private void add(Decided one) {
    decided.merge(one, 1, Integer::sum);
    if (decided.size() > MOST_SENTENCES) {
      decided.pollLastEntry();
    }
  }

  /** The model as all decisions so far move it; empty where one kind of them is too rare. */
  public Optional<AdaptedModel> adapt() {
    Map<Integer, int[]> counts = new TreeMap<>();
    int[] all = new int[2];
    decided.forEach(
        (one, count) -> {
          int kind = one.sign() > 0 ? 1 : 0;
          counts.computeIfAbsent(one.question(), q -> new int[2])[kind] += count;
          all[kind] += count;
        });
    if (!areEnough(all)) {
      return Optional.empty();
    }
    AdaptedModel.Layout layout = layout(counts);
    float[] weights = Regression.weights(rows(layout), layout.size(), trust);
    return Optional.of(new AdaptedModel(prior, layout, weights));
  }

  private static boolean areEnough(int[] counts) {
    return Math.min(counts[0], counts[1]) >= FEWEST_OF_EACH;
  }

  private AdaptedModel.Layout layout(Map<Integer, int[]> counts) {
    Map<String, Integer> rules = new HashMap<>();
    TreeSet<String> ids = new TreeSet<>();
    decided.keySet().forEach(one -> ids.add(one.rule()));
    ids.remove(Finder.NONE.rule());
    ids.forEach(id -> rules.put(id, rules.size()));
    Map<Integer, Integer> questions = new HashMap<>();
    counts.forEach(
        (question, count) -> {
          if (areEnough(count)) {
            questions.put(question, questions.size());
          }
        });
    return new AdaptedModel.Layout(rules, questions, prior.questions().size());
  }

  private List<Regression.Row> rows(AdaptedModel.Layout layout) {
    AdaptedModel.RowMaker maker = new AdaptedModel.RowMaker(prior, layout);
    List<Regression.Row> rows = new ArrayList<>();
    decided.forEach(
        (one, count) -> {
          maker.read(one.sentence().toCharArray(), one.sentence().length());
          rows.add(
              maker.row(
                  one.question(), new Finder(one.rule()), one.sign(), Math.min(MOST_EQUAL, count)));
        });
    return rows;
  }
}
