package examen.study;

import examen.stats.rate.Proportion;
import java.util.ArrayList;
import java.util.List;

/** What stands below the numbers: whose word counts, and what was left out. */
final class Notes {
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
    one(all.share()).forEach(notes::add);
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

  /** None of many and all of many say only so much. */
  private static List<String> one(Proportion share) {
    return List.of();
  }

  /** What the one who asks may not know yet. */
  static List<String> withheld(Frame frame) {
    return frame.withheld() == 0
        ? List.of()
        : List.of(
            "Of %,d transcripts you may not know yet what others say; they count with your own word only."
                .formatted(frame.withheld()));
  }
}
