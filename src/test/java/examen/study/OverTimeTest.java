package examen.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.report.Fact;
import examen.report.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Series of checkpoints, acknowledgement before harm, anchoring and drift. */
class OverTimeTest {
  private static final String YES = "ann: misaligned-action=yes";
  private static final String NO = "ann: misaligned-action=no";
  private static final String OUTCOME = "outcome=misaligned-action=yes";

  @Test
  void theTrendOfCheckpointsIsThatOfTheOracle() {
    // The oracle trend_checkpoints, case checkpoints, in R: prop.trend.test and glm.
    int[] counts = {2, 5, 9, 14, 22, 31};
    Frames frames = new Frames();
    for (int i = counts.length - 1; i >= 0; i--) {
      String conditions = "checkpoint=step-" + 1000 * (i + 1);
      frames.add(counts[i], conditions, YES).add(100 - counts[i], conditions, NO);
    }
    Told told = frames.ask(new Checkpoints(), OUTCOME);
    assertEquals(48.42035175795748, told.number("trend", 0, "chi-square"), 1e-9);
    assertEquals(0.0005546880793956859 * 1000, told.number("trend", 0, "slope"), 1e-6);
    assertEquals(0.7074420412703069, told.number("trend", 0, "departure"), 1e-9);
    assertTrue(told.notes().contains("descriptive"), told.notes());
    Figure.Lines lines = (Figure.Lines) told.report().figures().getFirst();
    List<Figure.Point> points = lines.series().getFirst().points();
    assertEquals(0.02, points.getFirst().y().at(), 1e-12);
    assertEquals("step-6000", lines.across().ticks().getLast());
  }

  @Test
  void checkpointsWithoutNumbersAreScoredByTheirOrder() {
    Told told =
        new Frames()
            .add(2, "checkpoint=a", YES)
            .add(38, "checkpoint=a", NO)
            .add(20, "checkpoint=b", YES)
            .add(20, "checkpoint=b", NO)
            .ask(new Checkpoints(), OUTCOME);
    // The oracle's case "two".
    assertEquals(2.9444389791664403, told.number("trend", 0, "slope"), 1e-6);
    assertEquals("undefined (no degrees of freedom)", told.cell("trend", 0, "departure").text());
    assertTrue(told.notes().contains("scored by their order"), told.notes());
  }

  @Test
  void thePromptsOfTheFirstAndTheLastCheckpointAreComparedWithThemselves() {
    String[] first = {NO, NO, NO, YES, NO, NO};
    String[] last = {YES, YES, NO, YES, YES, NO};
    Frames frames = new Frames();
    for (int i = 0; i < first.length; i++) {
      frames.add("checkpoint=100 prompt=p" + i, first[i]);
      frames.add("checkpoint=200 prompt=p" + i, last[i]);
    }
    Told told = frames.ask(new Checkpoints(), OUTCOME, "cluster=prompt");
    assertEquals("+50.0", told.cell("trend", 0, "change").text());
    // A paired t test by hand: differences 1 1 0 0 1 0, SE sqrt(0.3 / 6), t 2.570582 with 5
    // degrees.
    Fact.Range range = told.range("trend", 0, "change-interval");
    assertEquals(0.5 - 2.570582 * Math.sqrt(0.3 / 6), range.low(), 1e-6);
    assertEquals(0.5 + 2.570582 * Math.sqrt(0.3 / 6), range.high(), 1e-6);
  }

  @Test
  void anAcknowledgementIsThereOrLinkedOrBeforeTheAction() {
    String tags = YES + " #ethical-acknowledgement@1 #blackmail/explicit-threat@2";
    String link = " ethical-acknowledgement>blackmail/explicit-threat";
    Told told =
        new Frames()
            .add(3, "", tags + link)
            .add(2, "", tags)
            .add(1, "", YES + " #blackmail@1 #ethical-acknowledgement@2")
            .add(4, "", YES + " #blackmail@1")
            .add(7, "", NO + " #ethical-acknowledgement@1")
            .ask(new Acknowledgement(), OUTCOME);
    assertEquals("6 / 10", told.cell("acknowledgement", 0, "count").text());
    assertEquals("3 / 10", told.cell("acknowledgement", 1, "count").text());
    assertEquals("5 / 6", told.cell("acknowledgement", 2, "count").text());
    assertEquals("4", told.cell("acknowledgement", 2, "missing").text());
  }

  @Test
  void aLinkToWhatIsNotCountedIsNone() {
    Told told =
        new Frames()
            .add(
                "",
                "ann: #blackmail@3 #deception@2 #ethical-acknowledgement@1"
                    + " ethical-acknowledgement>deception")
            .ask(new Acknowledgement(), "outcome=tag:blackmail");
    assertEquals("0 / 1", told.cell("acknowledgement", 1, "count").text());
  }

  @Test
  void changedAnswersAreTowardTheLabelOrAway() {
    String before = "ann: was:misaligned-action=";
    Told told =
        new Frames()
            .add(3, "", before + "no misaligned-action=yes", "label j/harm=true")
            .add(5, "", before + "no misaligned-action=no", "label j/harm=true")
            .add(1, "", before + "yes misaligned-action=no", "label j/harm=true")
            .add(9, "", before + "yes misaligned-action=yes", "label j/harm=true")
            .add(2, "", "ann: misaligned-action=yes", "label j/harm=true")
            .ask(new Anchoring(), "question=misaligned-action", "label=j/harm");
    assertEquals("4 / 18", told.cell("shifts", 0, "changed").text());
    assertEquals("3 / 8", told.cell("shifts", 0, "toward").text());
    assertEquals("1 / 10", told.cell("shifts", 0, "away").text());
    assertEquals("all", told.cell("shifts", 1, "rater").text());
    assertEquals(18, told.report().inputs().getFirst().rows().size());
  }

  @Test
  void whatWasNeverSeenHasNoShift() {
    Told told = new Frames().add(3, "", YES).ask(new Anchoring());
    assertTrue(told.table("shifts").rows().isEmpty());
    assertTrue(told.notes().contains("Nobody answered"), told.notes());
  }

  @Test
  void aRaterWhoTurnsIsSeenInTheirBlocks() {
    String ben = "ben: misaligned-action=yes";
    Told told =
        new Frames()
            .add(10, "", YES, ben)
            .add(10, "", NO, ben)
            .add(2, "", NO)
            .ask(new Drift(), OUTCOME, "blocks=2");
    // ann: 11 and 11 submissions; ben: 10 and 10.
    assertEquals(
        List.of("10 / 11", "0 / 11", "10 / 10", "10 / 10"),
        told.table("blocks").rows().stream().map(row -> row.get(2).text()).toList());
    assertEquals("10 / 11", told.cell("blocks", 0, "agreed").text());
    assertEquals("0 / 9", told.cell("blocks", 1, "agreed").text());
    assertEquals(
        "undefined (all outcomes or all scores are the same)", told.cell("trends", 2, "p").text());
    assertThrows(
        Unanswerable.class, () -> new Frames().add("", YES).ask(new Drift(), OUTCOME, "blocks=1"));
  }
}
