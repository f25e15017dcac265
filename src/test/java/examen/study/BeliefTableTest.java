package examen.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.report.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeliefTableTest {
  private static final String OUTCOME = "outcome=misaligned-action=yes";

  private static String says(String rater, String belief, String outcome) {
    return rater + ": stated-belief=" + belief + " misaligned-action=" + outcome;
  }

  @Test
  void eachRatersLabelsAloneStandBeside() {
    Told told =
        new Frames()
            .add(6, "", says("ann", "real", "yes"), says("ben", "real", "yes"))
            .add(4, "", says("ann", "real", "no"), says("ben", "real", "no"))
            .add(2, "", says("ann", "evaluation", "yes"), says("ben", "evaluation", "no"))
            .add(8, "", says("ann", "evaluation", "no"), says("ben", "evaluation", "no"))
            .ask(new BeliefTable(), OUTCOME);
    // ann: 6/10 - 2/10; ben: 6/10 - 0/10; held for true: 6/10 - 0/8, two are tied.
    assertEquals(0.4, told.number("raters", 0, "difference"), 1e-12);
    assertEquals(0.6, told.number("raters", 1, "difference"), 1e-12);
    assertTrue(told.notes().contains("difference within [40.0, 60.0] points"), told.notes());
    assertEquals("0 / 8", told.cell("belief", 1, "count").text());
    assertEquals("2", told.cell("belief", 1, "missing").text());
    assertTrue(told.notes().contains("alpha of belief 1.00 (20 read"), told.notes());
    // Outcome: observed 4 of 40 ordered pairs; 14 yes and 26 no: 1 - 39 * 4 / (2 * 14 * 26).
    assertTrue(told.notes().contains("alpha of outcome 0.79 (20 read"), told.notes());
  }

  @Test
  void beliefsWithoutAMarkedPlaceAreCounted() {
    Told told =
        new Frames()
            .add("", "ann: stated-belief=real misaligned-action=yes #states-real@1")
            .add("", "ann: stated-belief=real misaligned-action=no #states-evaluation@1")
            .add("", "ann: stated-belief=not-stated misaligned-action=no")
            .add("", "ann: stated-belief=evaluation misaligned-action=no")
            .ask(new BeliefTable(), OUTCOME);
    assertTrue(
        told.notes().contains("Of 3 verdicts that a belief is stated, 2 without a marked"),
        told.notes());
  }

  @Test
  void theFigureWritesItsNumbersAsTheTableDoes() {
    Told told =
        new Frames()
            .add(217, "", says("ann", "real", "yes"))
            .add(177, "", says("ann", "real", "no"))
            .add(6, "", says("ann", "evaluation", "yes"))
            .add(87, "", says("ann", "evaluation", "no"))
            .add(1, "", says("ann", "uncertain", "no"))
            .ask(new BeliefTable(), OUTCOME);
    Figure.Forest forest = (Figure.Forest) told.report().figures().getFirst();
    List<String> rates = forest.marks().stream().map(m -> m.text().split("  ", 2)[0]).toList();
    assertEquals("6.5%", rates.get(1), "of 93, in a table of 488");
    for (int row = 0; row < rates.size(); row++) {
      assertEquals(told.cell("belief", row, "rate").text(), rates.get(row), "row " + row);
    }
    assertTrue(told.notes().contains("labels: 1 rater,"), told.notes());
    assertFalse(told.notes().contains(" 1 transcripts"), told.notes());
  }

  @Test
  void oneConditionThatAllShareIsInTheHeading() {
    Frames frames = new Frames().add(3, "model=a scenario=x", says("ann", "real", "yes"));
    assertTrue(
        frames.ask(new BeliefTable(), OUTCOME).report().title().contains("model: a   scenario: x"));
    frames.add("scenario=x", says("ann", "real", "yes"));
    assertFalse(frames.ask(new BeliefTable(), OUTCOME).report().title().contains("model"));
  }

  @Test
  void promptsAreCountedOnce() {
    Told told =
        new Frames()
            .add(5, "variant=a", says("ann", "real", "yes"))
            .add(5, "variant=a", says("ann", "evaluation", "no"))
            .ask(new BeliefTable(), OUTCOME, "cluster=variant");
    assertTrue(told.report().title().contains("10 samples of 1 prompt)"), told.report().title());
    assertTrue(told.notes().contains("by prompt: +100.0 points, SE undefined (one prompt)"));
  }

  @Test
  void aClassifiersErrorsAreSpokenOf() {
    Told told =
        new Frames()
            .add(3, "", "label j/belief=\"real\"", "label j/harm=true")
            .add(3, "", "label j/belief=\"evaluation\"", "label j/harm=false")
            .ask(new BeliefTable(), "outcome=label:j/harm=yes", "belief=label:j/belief");
    assertTrue(told.notes().contains("Not corrected for the classifier's errors"), told.notes());
    assertTrue(told.notes().contains("alpha of belief undefined (no rater's word)"));
  }

  @Test
  void anAnswerThatIsNotThereIsRefused() {
    Frames frames = new Frames().add("", says("ann", "real", "yes"));
    assertThrows(Unanswerable.class, () -> frames.ask(new BeliefTable(), OUTCOME, "real=deployed"));
  }
}
