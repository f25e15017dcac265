package examen.stats.span;

import examen.stats.Bounds;
import examen.stats.Estimate;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.span.Disorder.Marked;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Gamma (Mathet, Widlöcher and Métivier 2015) of spans that may overlap and nest: one less the
 * disorder of the best alignment by that of texts marked by chance (drawn as Titeux and Riad 2021
 * do). The expected disorder is a mean of draws, so gamma is told with how many there were and how
 * exact that makes it. Undefined with fewer than two raters, when a rater marked nothing, and when
 * the best alignment, or that of a drawn text, is too much to find: as a rule more than some
 * hundred spans of two raters, or a few dozen of four.
 *
 * @param gamma 1 when all agree, about 0 when they agree as by chance
 * @param observed the disorder of the best alignment
 * @param expected the mean disorder of the drawn texts
 * @param standardError of the expected disorder; 0 where it is undefined
 * @param draws how many texts were drawn: fewer than asked for, though not fewer than {@link
 *     #FEWEST}, when their alignments took all the steps that one gamma may take
 */
public record Gamma(
    Result gamma, Result observed, Result expected, double standardError, int draws) {
  /** As many draws as other programs begin with. */
  public static final int FEWEST = 30;

  /** Steps for the text itself, and for all drawn texts together: some seconds. */
  private static final long STEPS = 20_000_000;

  private static final long DRAWN_STEPS = 100_000_000;

  /**
   * @param draws how many texts are drawn, at least 2; below some thousands the second digit is not
   *     certain
   * @param seed of the generator that {@link examen.stats.Bootstrap#GENERATOR} names
   */
  public static Gamma of(Continuum text, Disorder disorder, int draws, long seed) {
    Result observed = disorder(text, disorder);
    return switch (observed) {
      case Undefined none -> new Gamma(none, none, none, 0, 0);
      case Estimate(double value) -> {
        List<Double> drawn = new ArrayList<>();
        Result failed = draw(text, disorder, draws, seed, drawn);
        yield failed instanceof Undefined none
            ? new Gamma(none, observed, none, 0, drawn.size())
            : of(value, drawn);
      }
    };
  }

  /** The disorder of the best alignment, which no chance is in. */
  public static Result disorder(Continuum text, Disorder disorder) {
    if (text.raters() < 2) {
      return new Undefined("fewer than two raters");
    }
    List<String> labels = List.copyOf(text.labels());
    List<Marked> spans = new ArrayList<>();
    for (int rater = 0; rater < text.raters(); rater++) {
      if (text.spans(rater).isEmpty()) {
        return new Undefined("a rater marked nothing");
      }
      for (LabelledSpan span : text.spans(rater)) {
        spans.add(new Marked(rater, span.start(), span.end(), labels.indexOf(span.label())));
      }
    }
    return Alignment.of(disorder, text.raters(), spans, new Effort(STEPS));
  }

  /** How exact gamma is for the draws that were made, not for the texts; normal. */
  public Bounds precision(double confidence) {
    if (gamma instanceof Estimate(double value)
        && expected instanceof Estimate(double by)
        && observed instanceof Estimate(double disorder)) {
      double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
      double width = z * standardError * disorder / by / by;
      return new Interval(value - width, value + width, confidence, "Monte Carlo error");
    }
    return gamma instanceof Undefined none ? none : new Undefined("nothing was drawn");
  }

  private static Result draw(
      Continuum text, Disorder disorder, int draws, long seed, List<Double> into) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    DrawnTexts texts = new DrawnTexts(text, random);
    Effort effort = new Effort(DRAWN_STEPS);
    for (int i = 0; i < draws; i++) {
      Result one = Alignment.of(disorder, text.raters(), texts.next(), effort);
      if (one instanceof Undefined) {
        return effort.isSpent() && i >= FEWEST ? new Estimate(i) : one;
      }
      into.add(one.orNaN());
    }
    return new Estimate(draws);
  }

  private static Gamma of(double observed, List<Double> drawn) {
    double mean = drawn.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
    double squares = drawn.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    int n = drawn.size();
    return new Gamma(
        Result.ratio(mean - observed, mean, "no disorder by chance either"),
        new Estimate(observed),
        Result.of(mean, "nothing was drawn"),
        Math.sqrt(squares / Math.max(1, n - 1) / n),
        n);
  }
}
