package examen.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.report.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an audit by a plan says of all, against R's survey package and counts by hand. */
class PlannedAuditTest {
  private static final double CLOSE = 1e-9;
  private static final String YES = "ann: misaligned-action=yes";
  private static final String NO = "ann: misaligned-action=no";
  private static final String[] ASKED = {
    "label=judge/harm", "what=misaligned-action", "plan=audit", "replicates=100"
  };

  private static String label(boolean flagged) {
    return "label judge/harm=" + flagged;
  }

  /** So many flagged and cleared; of each the first 100 were drawn, with so many cases. */
  private static Frames byLabel(int flagged, int caught, int cleared, int missed) {
    DrawnPlan plan = new DrawnPlan("stratified-equal", "clear", "flagged");
    Frames frames = new Frames();
    for (int place = 0; place < flagged + cleared; place++) {
      boolean isFlagged = place < flagged;
      int of = isFlagged ? flagged : cleared;
      int at = isFlagged ? place : place - flagged;
      double probability = Math.min(1, 100.0 / of);
      if (at < 100) {
        frames.add("", label(isFlagged), at < (isFlagged ? caught : missed) ? YES : NO);
        plan.next(place, isFlagged ? 1 : 0, probability);
      } else {
        frames.add("", label(isFlagged));
        plan.add(place, isFlagged ? 1 : 0, probability, 0);
      }
    }
    return frames.plans(plan.plan());
  }

  /** The case by_label of the oracles: R's survey gives recall 0.660, unweighted it is 0.946. */
  @Test
  void whatIsSaidOfAllIsWeightedAndWhatWasReadStandsBeside() {
    Told told = byLabel(300, 70, 2700, 4).ask(new Audit(), ASKED);
    assertEquals(
        List.of(
            "prevalence",
            "said by the classifier",
            "precision",
            "recall",
            "specificity",
            "negative predictive value",
            "accuracy",
            "F1"),
        told.table("of-all").rows().stream().map(row -> row.getFirst().text()).toList());
    double[] of = {318 / 3000.0, 0.1, 0.7, 210 / 318.0, 2592 / 2682.0, 0.96, 2802 / 3000.0};
    double[] raw = {0.37, 0.5, 0.7, 70 / 74.0, 96 / 126.0, 0.96, 0.83};
    for (int row = 0; row < of.length; row++) {
      assertEquals(of[row], told.number("of-all", row, "estimate"), CLOSE);
      assertEquals(raw[row], told.number("of-all", row, "raw"), CLOSE);
    }
    assertEquals("70 / 74", told.cell("of-all", 3, "read").text());
    assertEquals(0.66037736, told.number("of-all", 3, "estimate"), 1e-7);
    assertEquals(10.90309208338448, told.number("of-all", 3, "error"), CLOSE, "R's survey");
    assertEquals("known of all", told.cell("of-all", 1, "method").text());
    assertEquals("300 / 3,000", told.cell("of-all", 1, "interval").text());
    assertEquals("70 / 74", told.cell("measures", 3, "count").text(), "the raw table stays");
  }

  /** By the delta method: F1 is 6 a / (300 + 3 a + 27 c) with a = 70 and c = 4 of 100 each. */
  @Test
  void f1AndTheFourCountsHaveTheErrorsOfTheDesign() {
    Told told = byLabel(300, 70, 2700, 4).ask(new Audit(), ASKED);
    double a = 100 * (1 - 1 / 3.0) * 100 / 99 * 0.7 * 0.3;
    double c = 100 * (1 - 1 / 27.0) * 100 / 99 * 0.04 * 0.96;
    double below = 300 + 210 + 108;
    double byA = (6 * below - 6 * 70 * 3) / (below * below);
    double byC = -6 * 70 * 27 / (below * below);
    assertEquals(420 / below, told.number("of-all", 7, "estimate"), CLOSE);
    assertEquals(Math.sqrt(byA * byA * a + byC * byC * c), told.number("of-all", 7, "error"), 1e-9);
    assertEquals(140 / 174.0, told.number("of-all", 7, "raw"), CLOSE);
    assertEquals(
        List.of("no | no | 96", "no | yes | 30", "yes | no | 4", "yes | yes | 70"),
        told.lines("confusion-of-all").stream()
            .map(line -> line.substring(0, line.indexOf(" | ", line.indexOf(" | ") + 3 + 5)))
            .toList());
    int yesYes = 3;
    assertEquals(210, told.number("confusion-of-all", yesYes, "estimate"), CLOSE);
    assertEquals(3 * Math.sqrt(a), told.number("confusion-of-all", yesYes, "error"), 1e-9);
    assertEquals(108, told.number("confusion-of-all", 2, "estimate"), CLOSE);
    assertEquals(27 * Math.sqrt(c), told.number("confusion-of-all", 2, "error"), 1e-9);
    assertEquals(2592, told.number("confusion-of-all", 0, "estimate"), CLOSE);
  }

  @Test
  void withoutAnErrorTheWorstCaseStandsInPlaceOfAnError() {
    Told told = byLabel(300, 100, 2700, 0).ask(new Audit(), ASKED);
    Fact.Range f1 = told.range("of-all", 7, "interval");
    assertEquals(1, f1.high(), CLOSE);
    assertEquals("worst case, one-sided", f1.method());
    // Of 3,000 labels as many may be wrong as the note says.
    String note =
        told.report().notes().stream()
            .filter(n -> n.startsWith("No error"))
            .findFirst()
            .orElseThrow();
    double wrong = Double.parseDouble(note.replaceAll(".*at most ([0-9]+) of.*", "$1"));
    assertEquals(600 / (600 + wrong), f1.low(), CLOSE);
    assertTrue(wrong > 50, note);
    assertEquals(
        "undefined (no variation was seen in the sample)", told.cell("of-all", 7, "error").text());
  }

  @Test
  void withoutAPlanTheNumbersAreOfThoseReadOnly() {
    Told told =
        byLabel(300, 70, 2700, 4)
            .ask(new Audit(), "label=judge/harm", "what=misaligned-action", "replicates=100");
    assertTrue(told.notes().contains("The measures hold for those read"), told.notes());
    assertTrue(told.report().tables().stream().noneMatch(t -> t.id().equals("of-all")));
  }

  @Test
  void whatCannotBeToldIsNoCaseAndNoOther() {
    Frames frames =
        new Frames()
            .add(2, "", label(true), YES)
            .add("", label(true), "ann: misaligned-action=unclear")
            .add("", label(false), NO)
            .add("", "label judge/harm=\"?\"", NO)
            .add("", NO)
            .plans(DrawnPlan.simple(6, 0, 1, 2, 3, 4, 5).plan());
    Told told = frames.ask(new Audit(), ASKED);
    assertEquals("2 / 5", told.cell("of-all", 0, "read").text(), "prevalence");
    assertEquals("3 / 4", told.cell("of-all", 1, "interval").text(), "said of all labelled");
    assertEquals("2 / 2", told.cell("of-all", 2, "read").text(), "precision");
    assertEquals("1 / 1", told.cell("of-all", 4, "read").text(), "specificity");
    assertTrue(told.notes().contains("Of those read, 1 are unclear or unresolved"), told.notes());
  }

  @Test
  void whereNoAnswerMakesACaseTheAccuracyIsWeighted() {
    DrawnPlan plan = new DrawnPlan("stratified-equal", "a", "b");
    Frames frames = new Frames();
    String[] said = {"real", "real", "evaluation", "evaluation", "real", "evaluation"};
    int[] stratum = {0, 0, 1, 1, 0, 1};
    String[] read = {"real", "uncertain", "evaluation", "evaluation", "", ""};
    for (int i = 0; i < 6; i++) {
      String label = "label judge/belief=\"" + said[i] + "\"";
      if (read[i].isEmpty()) {
        frames.add("", label);
        plan.add(i, stratum[i], 2 / 3.0, 0);
      } else {
        frames.add("", label, "ann: stated-belief=" + read[i]);
        plan.next(i, stratum[i], 2 / 3.0);
      }
    }
    frames.add(6, "", "label judge/belief=\"real\"");
    for (int i = 6; i < 12; i++) {
      plan.add(i, 0, 2 / 9.0, 0);
    }
    Told told =
        frames
            .plans(plan.plan())
            .ask(new Audit(), "label=judge/belief", "what=stated-belief", "plan=audit");
    assertEquals(1, told.table("of-all").rows().size());
    // 9 of stratum a, half of those read right; 3 of b, all right.
    assertEquals((4.5 + 3) / 12, told.number("of-all", 0, "estimate"), CLOSE);
    assertEquals(0.75, told.number("of-all", 0, "raw"), CLOSE);
    assertFalse(told.notes().contains("No error"), told.notes());
  }

  @Test
  void aReviewThatIsLeftOutAsItWasNotBlindLeavesAGap() {
    Frames frames = byLabel(100, 70, 100, 4);
    Frame seeing = frames.frame();
    Frame mixed =
        seeing.with(
            seeing.cases().stream()
                .map(one -> one.title().equals("t20") ? AuditTest.seeing(one) : one)
                .toList());
    Told told = Frames.ask(mixed, new Audit(), ASKED);
    assertTrue(
        told.notes().contains("up to place 20 of the order of the draw; \"t20\" was not read"),
        told.notes());
    assertEquals("20 / 20", told.cell("of-all", 0, "read").text(), "not those after it");
  }
}
