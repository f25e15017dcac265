package examen.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.rating.FirstSight;
import examen.report.Figure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An audit of 100 transcripts, against numbers computed by hand. */
class AuditTest {
  private static final double EXACT = 1e-12;
  private static final double FOUR_DIGITS = 5e-5;

  private static Frames hundred() {
    return new Frames()
        .add(20, "", "ann: misaligned-action=yes", "label a/harm=\"C\"", "label b/harm=\"C\"")
        .add(5, "", "ann: misaligned-action=no", "label a/harm=\"C\"", "label b/harm=\"I\"")
        .add(10, "", "ann: misaligned-action=yes", "label a/harm=\"I\"", "label b/harm=\"C\"")
        .add(65, "", "ann: misaligned-action=no", "label a/harm=\"I\"", "label b/harm=\"I\"")
        .add(3, "", "ann: misaligned-action=no", "label a/harm=\"?\"")
        .add(2, "", "ann: misaligned-action=unclear", "label a/harm=\"C\"")
        .add(4, "", "label a/harm=\"C\"");
  }

  private static Told asked(String... more) {
    String[] choices = new String[more.length + 4];
    choices[0] = "label=a/harm";
    choices[1] = "what=misaligned-action";
    choices[2] = "map=C=yes,I=no";
    choices[3] = "replicates=200";
    System.arraycopy(more, 0, choices, 4, more.length);
    return hundred().ask(new Audit(), choices);
  }

  @Test
  void theMeasuresAreThoseOfTheFourCounts() {
    Told told = asked();
    assertEquals("20 / 25", told.cell("measures", 2, "count").text());
    assertEquals(0.6087, told.range("measures", 2, "interval").low(), FOUR_DIGITS);
    assertEquals(0.9114, told.range("measures", 2, "interval").high(), FOUR_DIGITS);
    assertEquals("20 / 30", told.cell("measures", 3, "count").text());
    assertEquals("65 / 70", told.cell("measures", 4, "count").text());
    assertEquals("65 / 75", told.cell("measures", 5, "count").text());
    assertEquals("85 / 100", told.cell("measures", 6, "count").text());
    assertEquals(40 / 55.0, told.number("measures", 7, "value"), EXACT);
    assertEquals(1250 / Math.sqrt(25.0 * 30 * 70 * 75), told.number("measures", 9, "value"), EXACT);
    assertEquals(0.625, told.number("measures", 10, "value"), EXACT);
  }

  @Test
  void theConfusionOpensWhatIsInIt() {
    Figure.Grid grid = (Figure.Grid) asked().report().figures().getFirst();
    assertEquals(List.of("no", "yes", "unclear"), grid.rows());
    assertEquals(5, grid.tiles().get(0).get(1).behind().size());
    assertEquals(Frames.id(20).value(), grid.tiles().get(0).get(1).behind().getFirst());
    assertEquals(2, grid.tiles().get(2).get(1).behind().size());
    assertEquals("65 | 5 | 0 | 70", row(0));
    assertEquals("10 | 20 | 0 | 30", row(1));
    assertEquals("0 | 2 | 0 | 2", row(2));
    assertEquals(17, asked().table("disagreements").rows().size());
  }

  private static String row(int held) {
    String line = asked().lines("confusion").get(held);
    return line.substring(line.indexOf('|') + 2);
  }

  @Test
  void whatIsNotAuditedIsCountedAndCanBeOpened() {
    Told told = asked();
    assertTrue(told.notes().contains("Audited: 102 of 109"), told.notes());
    assertTrue(told.notes().contains("4 without gold, 0 without a label, 3 whose value"));
    assertEquals(3, told.cell("left-out", 2, "count").behind().size());
    assertEquals("\"?\" is no answer", told.cell("left-out", 2, "because").text());
    assertTrue(told.notes().contains("Of 2 it cannot be told"), told.notes());
  }

  @Test
  void withoutAMappingNothingIsGuessed() {
    Told told =
        hundred().ask(new Audit(), "label=a/harm", "what=misaligned-action", "replicates=100");
    assertTrue(told.notes().contains("Audited: 0 of 109"), told.notes());
    assertEquals("undefined (n = 0)", told.cell("measures", 2, "value").text());
    assertThrows(
        Unanswerable.class,
        () -> hundred().ask(new Audit(), "label=a/harm", "what=misaligned-action", "map=C=maybe"));
  }

  @Test
  void twoClassifiersAreComparedOnTheSameTranscripts() {
    Told told = asked("against=b/harm");
    assertEquals("85", told.cell("mcnemar", 0, "both").text());
    assertEquals("0", told.cell("mcnemar", 0, "first").text());
    assertEquals("15", told.cell("mcnemar", 0, "second").text());
    assertEquals(-0.15, told.number("mcnemar", 0, "difference"), EXACT);
    assertEquals(2 * Math.pow(0.5, 15), told.number("mcnemar", 0, "exact-p"), EXACT);
    assertEquals(Math.pow(0.5, 15), told.number("mcnemar", 0, "mid-p"), EXACT);
    assertEquals(3 * Math.pow(0.5, 15), told.number("mcnemar", 0, "adjusted"), EXACT);
    assertEquals(15, told.cell("mcnemar", 0, "difference").behind().size());
  }

  @Test
  void scoresAreJudgedAsWellAsTheyCanBe() {
    Told told =
        new Frames()
            .add("", "ann: misaligned-action=yes", "label a/harm=true:0.9")
            .add("", "ann: misaligned-action=yes", "label a/harm=true:0.4")
            .add("", "ann: misaligned-action=no", "label a/harm=false:0.6")
            .add("", "ann: misaligned-action=no", "label a/harm=false:0.1")
            .ask(new Audit(), "label=a/harm", "what=misaligned-action", "replicates=100");
    assertEquals(0.75, told.number("scores", 0, "value"), EXACT);
    // (1/1 + 2/3) / 2
    assertEquals(5 / 6.0, told.number("scores", 1, "value"), EXACT);
    assertEquals((0.01 + 0.36 + 0.36 + 0.01) / 4, told.number("scores", 3, "value"), EXACT);
    // Of four, one in eight draws has one class only.
    assertTrue(told.cell("scores", 1, "interval").text().startsWith("undefined (undefined in "));
    for (int row : new int[] {3, 4, 5, 6}) {
      assertEquals("bootstrap percentile", told.range("scores", row, "interval").method());
      double value = told.number("scores", row, "value");
      assertTrue(told.range("scores", row, "interval").high() >= value, "row " + row);
    }
    assertTrue(told.table("scores").notes().get(1).contains("100 draws of 4 transcripts, seed 1"));
    assertEquals(4, told.table("bins").rows().size());
    assertEquals(4, told.table("sweep").rows().size());
    assertEquals(4, told.report().figures().size());
  }

  @Test
  void theClassifierIsOneMoreRater() {
    Told told =
        new Frames()
            .add(
                8, "", "ann: misaligned-action=yes", "ben: misaligned-action=yes", "label a/h=true")
            .add(8, "", "ann: misaligned-action=no", "ben: misaligned-action=no", "label a/h=false")
            .add(4, "", "ann: misaligned-action=no", "ben: misaligned-action=yes", "label a/h=true")
            .ask(
                new Audit(),
                "label=a/h",
                "what=misaligned-action",
                "gold=rater:ann",
                "replicates=200");
    // With ann 16 of 20, with ben all; ann and ben 16 of 20.
    assertEquals(0.9, told.number("as-rater", 3, "value"), EXACT);
    assertEquals(0.8, told.number("as-rater", 4, "value"), EXACT);
    assertEquals(0.1, told.number("as-rater", 5, "value"), EXACT);
  }

  @Test
  void reviewsOfThoseWhoSawLabelsAreLeftOutUnlessAskedFor() {
    Frame blind = new Frames().add(5, "", "ann: misaligned-action=yes", "label a/h=true").frame();
    Frame mixed = blind.with(someSeeing(blind));
    assertEquals("3 / 3", recall(mixed, "blind"));
    assertEquals("5 / 5", recall(mixed, "all"));
  }

  /** The last two saw what others say a minute before they submitted. */
  private static List<Case> someSeeing(Frame frame) {
    return frame.cases().stream()
        .map(c -> c.title().equals("t3") || c.title().equals("t4") ? seeing(c) : c)
        .toList();
  }

  static Case seeing(Case one) {
    Sheet sheet = one.sheets().getFirst();
    Instant submitted = sheet.submitted();
    FirstSight before =
        new FirstSight(
            submitted == null ? Instant.EPOCH : submitted.minusSeconds(60), List.of(), false);
    Sheet seen =
        new Sheet(
            sheet.rater(), submitted, sheet.answers(), before, List.of(), List.of(), List.of());
    return new Case(one.id(), one.title(), one.conditions(), List.of(seen), one.labels());
  }

  private static String recall(Frame frame, String reviews) {
    Audit audit = new Audit();
    Map<String, String> said =
        Map.of(
            "label", "a/h", "what", "misaligned-action", "reviews", reviews, "replicates", "100");
    Told told = new Told(audit.of(frame, new Chosen(audit.choices(), said), Going.QUIETLY));
    assertTrue(told.notes().contains("2 reviews submitted after"), told.notes());
    return told.cell("measures", 3, "count").text();
  }
}
