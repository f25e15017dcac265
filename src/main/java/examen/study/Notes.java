package examen.study;

import examen.stats.Result;
import examen.stats.rate.Proportion;
import java.util.ArrayList;
import java.util.List;

/** What stands below the numbers: whose word counts, and what was left out. */
final class Notes {
  private static final double ONE_SIDED = 0.95;

  private Notes() {}

  static List<String> of(Frame frame, Slice all, Gold gold, Outcome outcome) {
    List<String> notes = new ArrayList<>();
    notes.add("Labels: " + whose(gold, outcome) + ". Unit: transcript.");
    int unclear = all.all(Outcome.Judged.UNCLEAR).size();
    int missing = all.all(Outcome.Judged.MISSING).size();
    if (unclear + missing > 0) {
      notes.add(
          "Left out: %,d of %,d (%s): %,d judged unclear, %,d not judged or unresolved."
              .formatted(
                  unclear + missing,
                  all.size(),
                  Showing.percent((unclear + missing) / (double) all.size(), all.size()),
                  unclear,
                  missing));
    }
    bound(all.share()).forEach(notes::add);
    notes.addAll(withheld(frame));
    return notes;
  }

  static String whose(Gold gold, Outcome outcome) {
    return switch (outcome.variable()) {
      case Variable.OfLabel label -> "classifier run " + label.run();
      case Variable.OfCondition condition -> "condition " + condition.name();
      case Variable.Human human -> gold.title();
    };
  }

  /** None of many, and all of many, say only so much: never a bare 0 % or 100 %. */
  static List<String> bound(Proportion share) {
    if (share.total() == 0 || (share.count() > 0 && share.rest() > 0)) {
      return List.of();
    }
    boolean none = share.count() == 0;
    Result bound = none ? share.upperBound(ONE_SIDED) : share.lowerBound(ONE_SIDED);
    return List.of(
        "%,d of %,d: at %s %s (95%%, one-sided, exact)."
            .formatted(
                share.count(),
                share.total(),
                none ? "most" : "least",
                Showing.percent(bound.orNaN(), Math.max(100, share.total()))));
  }

  /** What the one who asks may not know yet. */
  static List<String> withheld(Frame frame) {
    return frame.withheld() == 0
        ? List.of()
        : List.of(
            "Of %s you may not know yet what others say; only your own word counts there."
                .formatted(Counted.of(frame.withheld(), "transcript")));
  }
}
