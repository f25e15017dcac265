package examen.study;

import examen.rating.RaterId;
import examen.stats.Measurement;
import examen.stats.ReliabilityTable;
import examen.stats.Scale;
import examen.stats.gold.GoldView;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * What each rater said of each transcript in a submitted review, in the categories of one variable.
 *
 * @param cases the units of the table, in its order
 * @param raters of the table, in its order
 */
record Ratings(
    Variable.Human variable, List<Case> cases, List<RaterId> raters, ReliabilityTable table) {
  Ratings {
    cases = List.copyOf(cases);
    raters = List.copyOf(raters);
  }

  /** In all categories that the codebook has. */
  static Ratings of(Frame frame, Variable.Human variable) {
    return of(frame, variable, Scale.nominal(variable.categories(frame)));
  }

  /** What is said in no category of the scale counts as not said. */
  static Ratings of(Frame frame, Variable.Human variable, Scale scale) {
    List<RaterId> raters = frame.raters();
    List<int[]> units = new ArrayList<>();
    for (Case one : frame.cases()) {
      units.add(
          raters.stream()
              .mapToInt(
                  rater -> variable.of(one, rater).map(scale.categories()::indexOf).orElse(-1))
              .toArray());
    }
    return new Ratings(
        variable, frame.cases(), raters, new ReliabilityTable(scale, raters.size(), units));
  }

  /**
   * The scale of a variable. Where answers have an order, those that say that it cannot be told
   * have no place in it.
   *
   * @throws Unanswerable if an answer is no number where numbers are asked for
   */
  static Scale scale(Frame frame, Variable.Human variable, Measurement measurement) {
    List<String> all = variable.categories(frame);
    return switch (measurement) {
      case NOMINAL -> Scale.nominal(all);
      case ORDINAL -> Scale.ordinal(ordered(all));
      case INTERVAL, RATIO ->
          new Scale(
              measurement,
              ordered(all),
              ordered(all).stream().map(answer -> number(variable, answer)).toList());
    };
  }

  private static List<String> ordered(List<String> all) {
    return all.stream().filter(category -> !Outcome.cannotBeTold(category)).toList();
  }

  private static Double number(Variable variable, String answer) {
    try {
      return Double.valueOf(answer);
    } catch (NumberFormatException e) {
      throw new Unanswerable(
          "the answer \"%s\" of %s is no number; use --scale nominal or ordinal"
              .formatted(answer, variable.wire()));
    }
  }

  /** What the rater said, or empty. */
  String said(int unit, int rater) {
    int category = table.rating(unit, rater);
    return category == ReliabilityTable.MISSING ? "" : table.scale().categories().get(category);
  }

  /** Ids of the transcripts of which at least so many raters said something. */
  List<String> ratedBy(int least) {
    return ids(unit -> table.ratingsOf(unit) >= least);
  }

  /** Ids of the transcripts of which two raters said different things. */
  List<String> differing() {
    return ids(
        unit -> {
          int categories = 0;
          for (int count : table.counts(unit)) {
            categories += count > 0 ? 1 : 0;
          }
          return categories > 1;
        });
  }

  /** Ids of the transcripts that are units for which this holds. */
  List<String> ids(IntPredicate wanted) {
    List<String> ids = new ArrayList<>();
    for (int unit = 0; unit < cases.size(); unit++) {
      if (wanted.test(unit)) {
        ids.add(cases.get(unit).id().value());
      }
    }
    return ids;
  }

  /** What a view of these ratings holds for true. */
  Map<TranscriptId, String> held(GoldView view) {
    int[] categories = view.categories();
    Map<TranscriptId, String> held = new HashMap<>();
    for (int unit = 0; unit < categories.length; unit++) {
      if (categories[unit] != ReliabilityTable.MISSING) {
        held.put(cases.get(unit).id(), view.scale().categories().get(categories[unit]));
      }
    }
    return held;
  }
}
