package examen.highlight;

import examen.highlight.learned.LinearModel;
import examen.transcript.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Weighs sentences by what was learned: adds what no rule found, and drops what a rule found for
 * its words alone. Not thread-safe.
 */
final class LearnedFinder {
  private static final int FEWEST_CHARS = 12;

  /** So many sentences before and behind are near. */
  private static final int NEAR = 2;

  /**
   * What the model is asked of one category. The limits are log odds, as every sentence is compared
   * with them and only what is told needs a likelihood.
   */
  private record Asked(
      int question, Category category, LearnedUse use, float adds, float near, float drops) {
    static Asked of(int question, Category category, LearnedUse use) {
      return new Asked(
          question, category, use, odds(use.adds()), odds(use.near()), odds(use.drops()));
    }

    /** Beyond every number for what is never, or always, reached. */
    private static float odds(double likelihood) {
      return likelihood >= 1
          ? Float.POSITIVE_INFINITY
          : likelihood <= 0
              ? Float.NEGATIVE_INFINITY
              : (float) Math.log(likelihood / (1 - likelihood));
    }
  }

  private final LinearModel.Scorer scorer;
  private final List<Asked> asked = new ArrayList<>();
  private final Set<String> own;
  private final int questions;

  /** Log odds of each question for each sentence of the text in hand, in order. */
  private float[] odds = new float[0];

  private int sentences;

  LearnedFinder(LinearModel model, RulePack pack) {
    this.scorer = model.scorer();
    this.own = pack.own();
    this.questions = model.questions().size();
    for (int i = 0; i < questions; i++) {
      Category category = category(model.questions().get(i));
      @Nullable LearnedUse use = pack.learned().get(category);
      if (use != null) {
        asked.add(Asked.of(i, category, use));
      }
    }
  }

  private static Category category(String question) {
    return Category.ofWire(question)
        .orElseThrow(() -> new IllegalStateException("the model asks for " + question));
  }

  /** To be called before the first sentence of a text. */
  void begin() {
    sentences = 0;
  }

  /**
   * What is left of what rules found in the next sentence of the text, and what there is besides.
   */
  List<Found> weigh(Normalised sentence, Span span, List<Found> byRules) {
    int at = sentences * questions;
    if (odds.length < at + questions) {
      odds = Arrays.copyOf(odds, Math.max(64, 2 * sentences) * questions);
    }
    sentences++;
    if (sentence.length() < FEWEST_CHARS) {
      Arrays.fill(odds, at, at + questions, Float.NEGATIVE_INFINITY);
      return byRules;
    }
    scorer.logOdds(sentence.chars(), sentence.length(), odds, at);
    List<Found> found = byRules;
    for (int i = 0; i < asked.size(); i++) {
      Asked ask = asked.get(i);
      float here = odds[at + ask.question()];
      boolean ruled = has(byRules, ask.category());
      if (ruled && here < ask.drops()) {
        found = new ArrayList<>(found);
        found.removeIf(f -> f.category() == ask.category() && !own.contains(f.rule()));
      } else if (!ruled && here >= ask.adds()) {
        found = new ArrayList<>(found);
        found.add(learned(sentence, span, ask, here));
      }
    }
    return found;
  }

  /** Adds what is likely enough beside what was found, to every sentence of the text. */
  void addNear(String text, List<Span> spans, List<List<Found>> found) {
    List<List<Found>> first = List.copyOf(found);
    for (Asked ask : asked) {
      for (int at = 0; at < spans.size(); at++) {
        float here = odds[at * questions + ask.question()];
        if (here >= ask.near()
            && !has(first.get(at), ask.category())
            && isNear(first, at, ask.category())) {
          Normalised sentence = Normalised.of(text, spans.get(at));
          List<Found> more = new ArrayList<>(found.get(at));
          more.add(learned(sentence, spans.get(at), ask, here));
          found.set(at, more);
        }
      }
    }
  }

  private static boolean isNear(List<List<Found>> found, int at, Category category) {
    for (int i = Math.max(0, at - NEAR); i <= Math.min(found.size() - 1, at + NEAR); i++) {
      if (i != at && has(found.get(i), category)) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(List<Found> found, Category category) {
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).category() == category) {
        return true;
      }
    }
    return false;
  }

  private Found learned(Normalised sentence, Span span, Asked ask, float odds) {
    long cue = scorer.strongest(sentence.chars(), sentence.length(), ask.question());
    int from = (int) (cue >>> 32);
    int to = (int) cue;
    return new Found(
        LearnedUse.idOf(ask.category()),
        ask.category(),
        span,
        to > from ? sentence.original(from, to) : span,
        ask.use().reason() + " (likelihood " + hundredths(LinearModel.likelihood(odds)) + ")");
  }

  /** Such as "0.97"; many sentences have one, and a formatter takes longer than to weigh them. */
  private static String hundredths(float likelihood) {
    int hundredths = Math.round(100 * likelihood);
    return hundredths / 100 + (hundredths % 100 < 10 ? ".0" : ".") + hundredths % 100;
  }
}
