package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.stats.Bounds;
import examen.stats.Interval;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.rate.ClusteredDifference;
import examen.stats.rate.ClusteredRate;
import examen.stats.rate.Proportion;
import examen.stats.rate.TwoRates;
import examen.transcript.Conditions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which transcripts are samples of one prompt: they are more alike than those of others, and count
 * for less.
 *
 * @param by conditions that name the prompt; empty where samples are taken as independent
 */
record Prompts(List<String> by) {
  static final String METHOD =
      "cluster standard error with the factor m / (m - 1), t with m - 1 degrees of freedom"
          + " (Kish 1965; Miller 2024, arXiv 2411.00640)";

  /** What is chosen. */
  static Prompts of(Chosen chosen, Frame frame) {
    return new Prompts(chosen.conditions(Choices.CLUSTER.id(), frame));
  }

  boolean isAsked() {
    return !by.isEmpty();
  }

  /** The method, where there are clusters. */
  List<String> methods() {
    return isAsked() ? List.of(METHOD) : List.of();
  }

  /** A transcript of which it is not said counts as a prompt of its own. */
  List<String> of(Case one) {
    List<String> values = new ArrayList<>();
    for (String name : by) {
      String value = one.conditions().get(name).orElse("");
      if (value.isEmpty()) {
        return List.of(one.id().value());
      }
      values.add("=" + value);
    }
    return values;
  }

  long count(List<Case> cases) {
    return cases.stream().map(this::of).distinct().count();
  }

  ClusteredRate rate(Slice slice) {
    return new ClusteredRate(clusters(slice, Slice.EMPTY).stream().map(TwoRates::first).toList());
  }

  ClusteredDifference difference(Slice first, Slice second) {
    return new ClusteredDifference(clusters(first, second));
  }

  private List<TwoRates> clusters(Slice first, Slice second) {
    Map<List<String>, long[]> counts = new LinkedHashMap<>();
    count(first, counts, 0);
    count(second, counts, 2);
    return counts.values().stream()
        .map(c -> new TwoRates(new Proportion(c[0], c[1]), new Proportion(c[2], c[3])))
        .toList();
  }

  private void count(Slice slice, Map<List<String>, long[]> counts, int place) {
    for (Outcome.Judged judged : List.of(Outcome.Judged.YES, Outcome.Judged.NO)) {
      for (Case one : slice.all(judged)) {
        long[] own = counts.computeIfAbsent(of(one), key -> new long[4]);
        own[place] += judged == Outcome.Judged.YES ? 1 : 0;
        own[place + 1]++;
      }
    }
  }

  List<Column> columns(double confidence) {
    return isAsked()
        ? List.of(
            Column.numbers("prompts", "prompts"),
            Column.numbers("cluster-error", "SE by prompt"),
            Column.numbers("cluster-interval", Choices.percent(confidence) + " t by prompt"),
            Column.numbers("design-effect", "deff"),
            Column.numbers("effective", "effective n"))
        : List.of();
  }

  /**
   * @param of of how many the percentages are written as
   */
  List<Cell> cells(Slice slice, double confidence, long of) {
    if (!isAsked()) {
      return List.of();
    }
    ClusteredRate rate = rate(slice);
    return List.of(
            Showing.count(rate.clusters().size()),
            Showing.number(told(rate.standardError()), 3),
            Showing.percents(told(rate.tInterval(confidence)), of),
            Showing.number(told(rate.designEffect()), 1),
            Showing.number(told(rate.effectiveSize()), 1))
        .stream()
        .map(cell -> cell.on(slice.ids(Outcome.Judged.YES, Outcome.Judged.NO)))
        .toList();
  }

  /** In the words of the unit. */
  static Result told(Result result) {
    return result instanceof Undefined undefined ? told(undefined) : result;
  }

  static Bounds told(Bounds bounds) {
    return switch (bounds) {
      case Interval interval -> interval;
      case Undefined undefined -> told(undefined);
    };
  }

  private static Undefined told(Undefined undefined) {
    return switch (undefined.reason()) {
      case "one cluster" -> new Undefined("one prompt");
      case "no cluster differs from another" -> new Undefined("no prompt differs from another");
      default -> undefined;
    };
  }

  /** What is said of samples and prompts below the numbers. */
  List<String> notes(Frame frame) {
    if (isAsked()) {
      List<String> notes = new ArrayList<>();
      notes.add(
          "%s; intervals by prompt are t with one degree less than prompts and may leave 0 to 100%%; Wilson takes samples as independent."
              .formatted(unit(frame)));
      long alone =
          frame.cases().stream().filter(c -> by.stream().anyMatch(n -> lacks(c, n))).count();
      if (alone > 0) {
        notes.add(
            "Of %s it is not said which prompt; each counts as a prompt of its own."
                .formatted(Counted.of(alone, "transcript")));
      }
      return notes;
    }
    return frame.values(Conditions.EPOCH).size() > 1
        ? List.of(
            "Transcripts have an epoch, so that some may be samples of one prompt: they are taken"
                + " as independent here. Name the prompt with --cluster.")
        : List.of();
  }

  /** "by prompt: +12.0 points, SE 3.1, [...] t with 19 degrees; 20 of 20 prompts are in both". */
  String line(Slice first, Slice second, double confidence) {
    ClusteredDifference difference = difference(first, second);
    return "by prompt: %s points, SE %s, %s t; of %,d prompts %,d are in both."
        .formatted(
            Showing.points(difference.pooled().difference()).text(),
            Showing.number(told(difference.standardError()).map(e -> e * 100), 1).text(),
            Showing.points(told(difference.tInterval(confidence))).text(),
            difference.clusters().size(),
            difference.shared());
  }

  /** What is said of tests that know no prompts. */
  List<String> independence() {
    return isAsked()
        ? List.of("Newcombe's intervals and Fisher's p take the samples as independent.")
        : List.of();
  }

  /** These conditions, and those that name the prompt. */
  static List<String> with(List<String> conditions, Prompts prompts) {
    return Stream.concat(conditions.stream(), prompts.by().stream()).distinct().toList();
  }

  private static boolean lacks(Case one, String name) {
    return one.conditions().get(name).orElse("").isEmpty();
  }

  /** "500 samples of 20 prompts". */
  String unit(Frame frame) {
    long prompts = count(frame.cases());
    return Counted.of(frame.cases().size(), "sample") + " of " + Counted.of(prompts, "prompt");
  }
}
