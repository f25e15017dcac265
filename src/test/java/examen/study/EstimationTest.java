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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Against R's survey package, and counts by hand. */
class EstimationTest {
  private static final String TRUTH = "outcome=misaligned-action=yes";
  private static final String SAID = "predicted=label:judge/harm=yes";
  private static final double CLOSE = 1e-9;

  private static JsonNode oracle(String file, String id) throws IOException {
    JsonNode all =
        new ObjectMapper()
            .readTree(Files.readString(Path.of("src/test/resources/oracles/" + file + ".json")));
    return StreamSupport.stream(all.get("cases").spliterator(), false)
        .filter(one -> one.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String answer(JsonNode yes) {
    return yes.asInt() == 1 ? "yes" : "no";
  }

  /** So many flagged and cleared, of each so many read with so many cases among them. */
  private static Frames byLabel(int[] flagged, int[] cleared) {
    Frames frames = new Frames();
    part(frames, "label judge/harm=true", flagged);
    part(frames, "label judge/harm=false", cleared);
    return frames;
  }

  private static void part(Frames frames, String label, int[] counts) {
    frames.add(counts[2], "", label, "ann: misaligned-action=yes");
    frames.add(counts[1] - counts[2], "", label, "ann: misaligned-action=no");
    frames.add(counts[0] - counts[1], "", label);
  }

  private static int[] of(int all, int read, int yes) {
    return new int[] {all, read, yes};
  }

  private static Told stratified(Frames frames) {
    return frames.ask(
        new Estimation(), TRUTH, SAID, "design=stratified", "strata=label:judge/harm");
  }

  @Test
  void weighsAnAuditByLabel() throws IOException {
    JsonNode expected = oracle("stratified_audit", "by_label").get("expected");
    Told told = stratified(byLabel(of(300, 100, 70), of(2700, 100, 4)));
    Map<Integer, String> rows =
        Map.of(0, "rate", 2, "precision", 3, "recall", 4, "specificity", 6, "accuracy");
    rows.forEach(
        (row, name) -> {
          JsonNode known = expected.get(name);
          assertEquals(
              known.get("estimate").asDouble(),
              told.number("estimates", row, "estimate"),
              CLOSE,
              name);
          assertEquals(
              100 * known.get("se").asDouble(), told.number("estimates", row, "error"), 1e-7, name);
        });
    assertEquals(318, told.number("estimates", 1, "estimate"), 1e-6);
    assertEquals("70 / 74", told.cell("estimates", 3, "read").text(), "unweighted");
    int last = told.table("estimates").rows().size() - 1;
    assertEquals(0.106, told.number("estimates", last, "estimate"), CLOSE, "difference estimator");
    assertEquals(300.0 / 3000, told.number("estimates", last - 1, "estimate"), CLOSE);
  }

  @Test
  void correctsTheTableOfBeliefsByAnAudit() throws IOException {
    JsonNode known = oracle("seed_table", "classifier_corrected");
    Map<String, Integer> left = new HashMap<>();
    known
        .at("/input/population_cells")
        .properties()
        .forEach(cell -> left.put(cell.getKey(), cell.getValue().asInt()));
    Frames frames = new Frames();
    Map<String, String> beliefs =
        Map.of("real", "real", "eval", "evaluation", "other", "not-stated");
    for (JsonNode read : known.at("/input/audit")) {
      String cell = read.get(0).asText();
      left.merge(cell, -1, Integer::sum);
      frames.add(
          "",
          label(cell, "belief", 0),
          label(cell, "harm", 1),
          "ann: misaligned-action="
              + answer(read.get(2))
              + " stated-belief="
              + beliefs.get(read.get(1).asText()));
    }
    left.forEach((cell, n) -> frames.add(n, "", label(cell, "belief", 0), label(cell, "harm", 1)));
    Told told =
        frames.ask(
            new Estimation(),
            TRUTH,
            "design=stratified",
            "strata=label:judge/belief,label:judge/harm",
            "among=stated-belief=real",
            "against=stated-belief=evaluation");
    JsonNode corrected = known.at("/expected/corrected");
    for (int row = 2; row <= 3; row++) {
      JsonNode one = corrected.get(row == 2 ? "real" : "eval");
      assertEquals(one.get("rate").asDouble(), told.number("estimates", row, "estimate"), CLOSE);
      assertEquals(100 * one.get("se").asDouble(), told.number("estimates", row, "error"), 1e-7);
      Fact.Range range = told.range("estimates", row, "interval");
      assertEquals(one.at("/logit95/0").asDouble(), range.low(), 1e-8);
      assertEquals(one.at("/logit95/1").asDouble(), range.high(), 1e-8);
    }
    JsonNode difference = corrected.get("difference");
    assertEquals(
        difference.get("estimate").asDouble(), told.number("estimates", 4, "estimate"), CLOSE);
    assertEquals(
        difference.at("/ci95/0").asDouble(), told.range("estimates", 4, "interval").low(), 1e-8);
    assertTrue(
        told.table("estimates").notes().getFirst().contains("stated-belief=evaluation"),
        "few events");
    assertEquals(500, told.report().inputs().getFirst().rows().size());
  }

  private static String label(String cell, String name, int place) {
    return "label judge/" + name + "=" + cell.split("\\|", -1)[place];
  }

  @Test
  void whatWasNotDrawnSaysNothingOfTheOthers() {
    Told told = byLabel(of(30, 10, 7), of(270, 10, 1)).ask(new Estimation(), TRUTH, SAID);
    for (List<Cell> row : told.table("estimates").rows()) {
      if (!row.getFirst().text().equals("classifier alone")) {
        assertEquals("undefined (what was read was not drawn as a sample)", row.get(2).text());
      }
    }
    assertEquals("8 / 20", told.cell("estimates", 0, "read").text());
    assertTrue(told.notes().contains("--design"));
  }

  @Test
  void noErrorFoundGivesTheExactBound() {
    // Of 1000, 10 + 10 read without an error: Wright's bound over the strata of 100 and 900.
    Told told = stratified(byLabel(of(100, 10, 10), of(900, 10, 0)));
    assertTrue(told.notes().contains("No error of the classifier in 20 read"), told.notes());
    assertEquals(0.1, told.number("estimates", 0, "estimate"), CLOSE);
    Fact.Range rate = told.range("estimates", 0, "interval");
    assertTrue(rate.low() < 0.09 && rate.high() > 0.3, rate.toString());
    // Precision 1: of 100 flagged 10 were right; 25 wrong ones stay hidden in 5 of 100 samples.
    assertEquals(
        1 - hidden(10, 100, 0.95) / 100.0, told.range("estimates", 2, "interval").low(), CLOSE);
    assertEquals("exact, one-sided", told.range("estimates", 2, "interval").method());
    // Recall 1: as many of 900 may be missed, beside the 100 that are caught.
    double missed = hidden(10, 900, 0.95);
    assertEquals(100 / (100 + missed), told.range("estimates", 3, "interval").low(), CLOSE);
    assertEquals(
        "undefined (no variation was seen in the sample)",
        told.cell("estimates", 0, "error").text());
  }

  /** The most errors of which a sample has none more often than the confidence leaves. */
  private static int hidden(int read, int population, double confidence) {
    for (int errors = 0; ; errors++) {
      double none = 1;
      for (int i = 0; i < read; i++) {
        none *= (double) (population - errors - 1 - i) / (population - i);
      }
      if (none < 1 - confidence) {
        return errors;
      }
    }
  }

  @Test
  void aStratumThatNobodyReadIsNotIdentified() {
    Told told = stratified(byLabel(of(100, 20, 15), of(300, 0, 0)));
    assertTrue(
        told.cell("estimates", 0, "estimate").text().startsWith("undefined (nothing was drawn"));
    assertTrue(told.notes().contains("lies between 19% and 94%"), told.notes());
    assertEquals(
        0.75, told.number("estimates", 2, "estimate"), CLOSE, "precision needs the flagged only");
    assertEquals("undefined (nothing was read)", told.cell("strata", 0, "weight").text());
  }

  @Test
  void unclearAndUnresolvedWereDrawnAndAreNoNo() {
    Frames frames =
        new Frames()
            .add(4, "", "ann: misaligned-action=yes")
            .add(4, "", "ann: misaligned-action=no")
            .add(1, "", "ann: misaligned-action=unclear")
            .add(1, "", "ann: misaligned-action=yes", "ben: misaligned-action=no")
            .add(10, "");
    Told told = frames.ask(new Estimation(), TRUTH, "design=simple");
    assertEquals(0.5, told.number("estimates", 0, "estimate"), CLOSE);
    assertEquals("2", told.cell("strata", 0, "unsettled").text());
    assertEquals("2.00", told.cell("strata", 0, "weight").text());
    assertTrue(told.notes().contains("between 40% and 60%"), told.notes());
  }

  @Test
  void aSimpleSampleHasPredictionPoweredRowsAndOthersDoNot() {
    Frames frames = byLabel(of(300, 60, 42), of(2700, 540, 20));
    Told simple = frames.ask(new Estimation(), TRUTH, SAID, "design=simple");
    List<String> names =
        simple.table("estimates").rows().stream().map(r -> r.getFirst().text()).toList();
    assertTrue(
        names.contains("rate, PPI++") && names.contains("rate, Rogan-Gladen"), names.toString());
    assertFalse(stratified(frames).lines("estimates").toString().contains("Rogan"));
    // Of 62 true 42 are flagged, of 538 false 520 are not.
    int last = names.size() - 1;
    assertEquals(
        (0.1 + 520.0 / 538 - 1) / (42.0 / 62 + 520.0 / 538 - 1),
        simple.number("estimates", last, "estimate"),
        CLOSE);
  }

  @Test
  void whenAllWereReadThereIsNoError() {
    Told told =
        byLabel(of(10, 10, 10), of(20, 20, 0)).ask(new Estimation(), TRUTH, SAID, "design=simple");
    assertEquals("[33, 33]", told.cell("estimates", 0, "interval").text());
    assertEquals("all were read", told.range("estimates", 2, "interval").method());
  }

  @Test
  void choicesThatDoNotGoTogetherAreRefused() {
    Frames frames = byLabel(of(3, 2, 1), of(3, 2, 1));
    assertThrows(
        Unanswerable.class, () -> frames.ask(new Estimation(), TRUTH, "design=stratified"));
    assertThrows(
        Unanswerable.class,
        () -> frames.ask(new Estimation(), TRUTH, "design=simple", "strata=label:judge/harm"));
    assertThrows(Unanswerable.class, () -> frames.ask(new Estimation(), TRUTH, "design=lots"));
    assertThrows(
        Unanswerable.class, () -> frames.ask(new Estimation(), "outcome=label:judge/harm=yes"));
    assertThrows(
        Unanswerable.class,
        () -> frames.ask(new Estimation(), TRUTH, "design=stratified", "strata=stated-belief"));
    assertThrows(
        Unanswerable.class,
        () -> frames.ask(new Estimation(), TRUTH, "predicted=stated-belief=real"));
  }
}
