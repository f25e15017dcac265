package examen.stats.rate;

import java.util.List;

/**
 * Rates at ordered places, such as checkpoints: whether they rise or fall on a line (Cochran 1954,
 * Armitage 1955) and whether they leave it. Takes the samples as independent: where checkpoints
 * share prompts, it is descriptive. Undefined where all outcomes or all scores are the same.
 *
 * @param rates those of 0 items tell nothing
 * @param scores the place of each, such as the step of training
 */
public record Trend(List<Proportion> rates, List<Double> scores) {
  private static final String NONE = "all outcomes or all scores are the same";

  public Trend {
    rates = List.copyOf(rates);
    scores = List.copyOf(scores);
    if (rates.size() != scores.size()) {
      throw new IllegalArgumentException(rates.size() + " rates at " + scores.size() + " scores");
    }
  }

  /** The line: one degree of freedom. */
  public ChiSquare line() {
    return ChiSquare.of(lineStatistic(), 1, NONE);
  }

  /** Any difference between the rates, in no order: Pearson's chi-square. */
  public ChiSquare any() {
    return ChiSquare.of(anyStatistic(), places() - 1, "all outcomes are the same");
  }

  /** What the line leaves. */
  public ChiSquare departure() {
    return ChiSquare.of(Math.max(0, anyStatistic() - lineStatistic()), places() - 2, NONE);
  }

  /** The slope of the logarithm of the odds. */
  public LogisticLine logistic() {
    return new LogisticFit(this).line();
  }

  double mean() {
    double sum = 0;
    for (int i = 0; i < rates.size(); i++) {
      sum += rates.get(i).total() * scores.get(i);
    }
    return sum / all().total();
  }

  Proportion all() {
    return rates.stream().reduce(new Proportion(0, 0), Proportion::plus);
  }

  private long places() {
    return rates.stream().filter(rate -> rate.total() > 0).count();
  }

  private double lineStatistic() {
    double p = overall();
    double mean = mean();
    double together = 0;
    double spread = 0;
    for (int i = 0; i < rates.size(); i++) {
      Proportion rate = rates.get(i);
      double away = scores.get(i) - mean;
      together += (rate.count() - rate.total() * p) * away;
      spread += rate.total() * away * away;
    }
    return together * together / (p * (1 - p) * spread);
  }

  private double anyStatistic() {
    double p = overall();
    double sum = 0;
    for (Proportion rate : rates) {
      double away = rate.count() - rate.total() * p;
      sum += rate.total() == 0 ? 0 : away * away / rate.total();
    }
    return sum / (p * (1 - p));
  }

  private double overall() {
    Proportion all = all();
    return (double) all.count() / all.total();
  }
}
