package examen.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import examen.report.Cell;
import examen.report.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Estimates by a stored plan, against R's survey package and counts by hand. */
class PlannedEstimationTest {
  private static final String TRUTH = "outcome=misaligned-action=yes";
  private static final String SAID = "predicted=label:judge/harm=yes";
  private static final String PLAN = "plan=audit";
  private static final String YES = "ann: misaligned-action=yes";
  private static final String NO = "ann: misaligned-action=no";
  private static final double CLOSE = 1e-9;

  private static JsonNode oracle(String id) throws IOException {
    JsonNode all =
        new ObjectMapper()
            .readTree(
                Files.readString(Path.of("src/test/resources/oracles/stratified_audit.json")));
    return StreamSupport.stream(all.get("cases").spliterator(), false)
        .filter(one -> one.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static void assertRow(JsonNode known, Told told, int row) {
    assertEquals(
        known.get("estimate").asDouble(), told.number("estimates", row, "estimate"), CLOSE);
    assertEquals(100 * known.get("se").asDouble(), told.number("estimates", row, "error"), 1e-7);
  }

  /** 300 flagged and 2,700 cleared, 100 of each read: drawn in turn from both. */
  @Test
  void weighsAnAuditByLabelAsItWasDrawn() throws IOException {
    JsonNode oracle = oracle("by_label");
    Frames frames = new Frames();
    DrawnPlan plan = new DrawnPlan("stratified-equal", "clear", "flagged");
    int place = 0;
    for (JsonNode read : oracle.at("/input/audit")) {
      boolean flagged = read.get(0).asText().equals("flagged");
      frames.add("", label(flagged), read.get(1).asInt() == 1 ? YES : NO);
      plan.next(place++, flagged ? 1 : 0, flagged ? 1 / 3.0 : 1 / 27.0);
    }
    frames.add(200, "", label(true)).add(2600, "", label(false));
    for (; place < 3000; place++) {
      boolean flagged = place < 400;
      plan.add(place, flagged ? 1 : 0, flagged ? 1 / 3.0 : 1 / 27.0, 0);
    }
    Told told = frames.plans(plan.plan()).ask(new Estimation(), TRUTH, SAID, PLAN);
    Map.of(0, "rate", 2, "precision", 3, "recall", 4, "specificity", 6, "accuracy")
        .forEach((row, name) -> assertRow(oracle.get("expected").get(name), told, row));
    assertEquals(318, told.number("estimates", 1, "estimate"), 1e-6);
    Fact.Range rate = told.range("estimates", 0, "interval");
    Fact.Range many = told.range("estimates", 1, "interval");
    assertEquals(3000 * rate.low(), many.low(), 1e-6, "within 0 and all");
    assertEquals(3000 * rate.high(), many.high(), 1e-6);
    assertEquals("70 / 74", told.cell("estimates", 3, "read").text(), "unweighted");
    assertTrue(
        told.notes()
            .contains(
                "The program drew it: plan \"audit\", 2026-11-20, stratified-equal, seed 7, 200 of"
                    + " 3,000 transcripts, frame 302ef6ae64cdbee0."),
        told.notes());
    assertTrue(told.notes().contains("Read: all 200 that were drawn."), told.notes());
    assertFalse(told.notes().contains("You say"), told.notes());
  }

  private static String label(boolean flagged) {
    return "label judge/harm=" + flagged;
  }

  @Test
  void weighsUnequalProbabilitiesAsRsSurveyPackageDoes() throws IOException {
    JsonNode oracle = oracle("unequal_pi");
    Frames frames = new Frames();
    DrawnPlan plan = new DrawnPlan("unequal-systematic", "all");
    JsonNode gold = oracle.at("/input/gold");
    int n = gold.size();
    for (int i = 0; i < n; i++) {
      boolean said = oracle.at("/input/pred").get(i).asInt() == 1;
      frames.add("", label(said), gold.get(i).asInt() == 1 ? YES : NO);
      plan.next(i, 0, oracle.at("/input/inclusion_probability").get(i).asDouble());
    }
    frames.add(320, "", label(false));
    for (int i = n; i < n + 320; i++) {
      plan.add(i, 0, 0.05, 0);
    }
    Told told = frames.plans(plan.plan()).ask(new Estimation(), TRUTH, SAID, PLAN);
    JsonNode expected = oracle.get("expected");
    assertRow(expected.get("hajek_rate"), told, 0);
    assertRow(expected.get("precision"), told, 2);
    assertRow(expected.get("recall"), told, 3);
    assertEquals(
        expected.get("kish_effective_n").asDouble(),
        told.number("estimates", 0, "effective"),
        CLOSE);
    double rate = expected.at("/hajek_rate/estimate").asDouble();
    assertEquals(400 * rate, told.number("estimates", 1, "estimate"), 1e-6);
    assertEquals("1.73 to 19.38", told.cell("strata", 0, "weight").text());
    assertFalse(told.lines("estimates").toString().contains("PPI++"));
    assertTrue(told.report().methods().getFirst().contains("Hansen and Hurwitz"));
  }

  /** Of 8, drawn in the order 5, 2, 7, 0, 4: 7 was not read, so 0 and 4 do not count. */
  @Test
  void readingCountsUpToTheFirstGap() {
    Frames frames =
        new Frames()
            .add("", YES)
            .add("", YES)
            .add("", NO)
            .add(1, "")
            .add("", YES)
            .add("", YES)
            .add(2, "")
            .plans(DrawnPlan.simple(8, 5, 2, 7, 0, 4).plan());
    Told told = frames.ask(new Estimation(), TRUTH, PLAN);
    assertEquals("1 / 2", told.cell("estimates", 0, "read").text());
    assertEquals(0.5, told.number("estimates", 0, "estimate"), CLOSE);
    // n = 2 of N = 8 with s^2 = 1/2: the variance of the mean is (1 - 2/8) / 2 * 1/2.
    assertEquals(100 * Math.sqrt(0.1875), told.number("estimates", 0, "error"), 1e-7);
    assertEquals(4, told.number("estimates", 1, "estimate"), CLOSE);
    assertTrue(
        told.notes()
            .contains(
                "Reading stopped early: 2 of 5, up to place 2 of the order of the draw; \"t7\" was"
                    + " not read."),
        told.notes());
    assertTrue(told.notes().contains("Left out: 2 that were read after that one."), told.notes());
    assertTrue(told.notes().contains("Left out: 1 that were read though the plan did not draw"));
    assertEquals(
        "Read: 2 of 8. Labels: majority of raters, ties unresolved. Unit: transcript.",
        told.report().notes().stream()
            .filter(n -> n.startsWith("Read: 2"))
            .findFirst()
            .orElseThrow());
  }

  @Test
  void onlyTheReadingOfThoseWhoseWordCountsCounts() {
    Frames frames =
        new Frames()
            .add("", YES, "ben: misaligned-action=no")
            .add("", "ben: misaligned-action=yes")
            .add("", "ann?: misaligned-action=yes", "ben: misaligned-action=yes")
            .add("", "ann: stated-belief=real")
            .plans(DrawnPlan.simple(4, 0, 3, 2, 1).plan());
    Told ann = frames.ask(new Estimation(), TRUTH, PLAN, "gold=rater:ann");
    // 3 was read and says nothing of the outcome; 2 is not submitted.
    assertEquals("1 / 1", ann.cell("estimates", 0, "read").text());
    assertTrue(ann.notes().contains("2 of 4, up to place 2"), ann.notes());
    assertTrue(ann.notes().contains("Of those read, 1 are unclear or unresolved"), ann.notes());
    Told ben = frames.ask(new Estimation(), TRUTH, PLAN, "gold=rater:ben");
    assertEquals("0 / 1", ben.cell("estimates", 0, "read").text());
    assertTrue(ben.notes().contains("1 of 4, up to place 1"), ben.notes());
  }

  /** Of 10, 4 of model a; drawn 0, 5, 1, 6, 2, of which those of b need not be read. */
  @Test
  void someOfThePlanAreADomain() {
    Frames frames =
        new Frames()
            .add(2, "model=a", YES)
            .add("model=a", NO)
            .add("model=a")
            .add(6, "model=b")
            .plans(DrawnPlan.simple(10, 0, 5, 1, 6, 2).plan());
    Told told = frames.ask(new Estimation(), TRUTH, PLAN, "within=model=a");
    assertEquals(2 / 3.0, told.number("estimates", 0, "estimate"), CLOSE);
    // Influences of a's three (y - 2/3) / 3 and of b's two 0, their mean 0:
    // variance = n (1 - f) / (n - 1) * sum of squares = 5 * 0.5 / 4 * (1/9 + 1/9 + 4/9) / 9.
    assertEquals(
        100 * Math.sqrt(5 * 0.5 / 4 * (6.0 / 9) / 9), told.number("estimates", 0, "error"), 1e-7);
    assertEquals(4 * 2 / 3.0, told.number("estimates", 1, "estimate"), CLOSE, "of the 4");
    assertTrue(
        told.notes()
            .contains("Asked about are 4 of the plan's transcripts, of which 3 were drawn."),
        told.notes());
    assertTrue(told.notes().contains("Read: 3 of 4."), told.notes());
    assertTrue(told.notes().contains("Read: all 3 that were drawn."), told.notes());
  }

  @Test
  void whatCameAfterTheDrawIsCountedAndNotSpokenOf() {
    Frames frames =
        new Frames()
            .add(3, "", YES)
            .add(3, "", NO)
            .add(5, "", NO)
            .plans(DrawnPlan.simple(6, 0, 3).plan());
    Told told = frames.ask(new Estimation(), TRUTH, PLAN);
    assertEquals(0.5, told.number("estimates", 0, "estimate"), CLOSE);
    assertTrue(
        told.notes().contains("5 transcripts are not in the plan, as they came after the draw"),
        told.notes());
    assertTrue(told.notes().contains("Left out: 9 that were read though"), told.notes());
    assertEquals(6, told.report().inputs().getFirst().rows().size());
  }

  @Test
  void whatIsNotInTheProjectWasNotRead() {
    Frames frames = new Frames().add(2, "", YES).plans(DrawnPlan.simple(5, 0, 4, 1).plan());
    Told told = frames.ask(new Estimation(), TRUTH, PLAN);
    assertEquals("1 / 1", told.cell("estimates", 0, "read").text());
    assertTrue(told.notes().contains("a transcript that is not in this project"), told.notes());
    assertTrue(told.notes().contains("3 transcripts of the plan are not in this project."));
  }

  @Test
  void whatWasChosenSaysNothingOfTheOthers() {
    DrawnPlan plan = new DrawnPlan("top", "all");
    plan.next(0, 0, Double.NaN).next(1, 0, Double.NaN).next(2, 0, Double.NaN);
    plan.add(3, 0, Double.NaN, 0);
    Frames frames =
        new Frames()
            .add("", YES, label(true))
            .add(1, "", label(true))
            .add("", NO, label(false))
            .add("", NO, label(false))
            .plans(plan.plan());
    Told told = frames.ask(new Estimation(), TRUTH, SAID, PLAN);
    assertEquals("1 / 2", told.cell("estimates", 0, "read").text());
    for (List<Cell> row : told.table("estimates").rows()) {
      if (!row.getFirst().text().equals("classifier alone")) {
        assertEquals("undefined (what was read was not drawn as a sample)", row.get(2).text());
      }
    }
    assertTrue(told.notes().contains("Chosen, not drawn: plan \"audit\""), told.notes());
    assertTrue(told.notes().contains("Read: 2 of 3 chosen."), told.notes());
  }

  @Test
  void noErrorAmongUnequalOnesGivesTheConservativeBound() {
    DrawnPlan plan = new DrawnPlan("unequal-systematic", "all");
    Frames frames = new Frames().add(20, "", label(true), YES).add(80, "", label(false));
    for (int i = 0; i < 100; i++) {
      plan.add(i, 0, i < 20 ? 0.8 : 0.05, i < 20 ? i + 1 : 0);
    }
    Told told = frames.plans(plan.plan()).ask(new Estimation(), TRUTH, SAID, PLAN);
    // 0.95^58 = 0.0510 and 0.95^59 = 0.0485: 58 of the 80 may be wrong.
    assertTrue(
        told.notes()
            .contains(
                "at most 58 of its 100 labels are wrong, 58.0% (95%, one-sided, conservative,"
                    + " unequal probabilities)"),
        told.notes());
    Fact.Range precision = told.range("estimates", 2, "interval");
    assertEquals("conservative, unequal probabilities, one-sided", precision.method());
    assertEquals(1, precision.low(), CLOSE, "all that was flagged was read");
    // Recall: 20 / 0.8 = 25 are seen, and 58 may be missed.
    assertEquals(25 / 83.0, told.range("estimates", 3, "interval").low(), CLOSE);
  }

  @Test
  void aPlanAndOnesOwnWordDoNotGoTogether() {
    Frames frames = new Frames().add(4, "", label(true), YES).plans(DrawnPlan.simple(4, 1).plan());
    for (String own : List.of("design=simple", "strata=label:judge/harm")) {
      assertThrows(Unanswerable.class, () -> frames.ask(new Estimation(), TRUTH, PLAN, own), own);
    }
    Unanswerable unknown =
        assertThrows(Unanswerable.class, () -> frames.ask(new Estimation(), TRUTH, "plan=other"));
    assertTrue(String.valueOf(unknown.getMessage()).contains("there are audit"));
  }
}
