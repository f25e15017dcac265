package examen.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import examen.report.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The table of beliefs put right by an audit, against R's survey package. */
class PlannedBeliefTest {
  private static final String TRUTH = "outcome=misaligned-action=yes";
  private static final double TOLERANCE = 1e-8;
  private static final Map<String, String> BELIEFS =
      Map.of("real", "real", "eval", "evaluation", "other", "not-stated");

  /** A transcript: the classifier's cell, and what people say of it if they read it. */
  private record Made(String cell, String read) {}

  private static JsonNode oracle() throws IOException {
    JsonNode all =
        new ObjectMapper()
            .readTree(Files.readString(Path.of("src/test/resources/oracles/seed_table.json")));
    return StreamSupport.stream(all.get("cases").spliterator(), false)
        .filter(one -> one.get("id").asText().equals("classifier_corrected"))
        .findFirst()
        .orElseThrow();
  }

  /** The 500 transcripts of the oracle, in an order by chance, with the plan of its audit. */
  private static Frames audited(JsonNode known, Random random) {
    TreeMap<String, Integer> left = new TreeMap<>();
    List<Made> all = new ArrayList<>();
    known
        .at("/input/population_cells")
        .properties()
        .forEach(cell -> left.put(cell.getKey(), cell.getValue().asInt()));
    TreeMap<String, Integer> sizes = new TreeMap<>(left);
    for (JsonNode read : known.at("/input/audit")) {
      String cell = read.get(0).asText();
      left.merge(cell, -1, Integer::sum);
      String outcome = read.get(2).asInt() == 1 ? "yes" : "no";
      String belief = BELIEFS.getOrDefault(read.get(1).asText(), "");
      all.add(new Made(cell, "ann: misaligned-action=" + outcome + " stated-belief=" + belief));
    }
    left.forEach((cell, n) -> all.addAll(Collections.nCopies(n, new Made(cell, ""))));
    Collections.shuffle(all, random);
    List<String> strata = List.copyOf(sizes.keySet());
    DrawnPlan plan = new DrawnPlan("stratified-equal", strata.toArray(String[]::new));
    Frames frames = new Frames();
    for (int i = 0; i < all.size(); i++) {
      Made one = all.get(i);
      String[] cell = one.cell.split("\\|", -1);
      List<String> said = new ArrayList<>();
      said.add("label judge/belief=\"" + BELIEFS.get(cell[0]) + "\"");
      said.add("label judge/harm=" + cell[1]);
      double p =
          known.at("/input/audit_n").get(one.cell).asDouble() / sizes.getOrDefault(one.cell, 0);
      int stratum = strata.indexOf(one.cell);
      if (one.read.isEmpty()) {
        plan.add(i, stratum, p, 0);
      } else {
        said.add(one.read);
        plan.next(i, stratum, p);
      }
      frames.add("", said.toArray(String[]::new));
    }
    return frames.plans(plan.plan());
  }

  private static Told asked(Frames frames) {
    return frames.ask(
        new BeliefTable(),
        TRUTH,
        "plan=audit",
        "predicted=label:judge/harm=1",
        "predicted-belief=judge/belief");
  }

  @Test
  void theRowsAreThoseOfRsSurveyPackageInWhateverOrderTranscriptsCome() throws IOException {
    JsonNode known = oracle();
    for (long seed : new long[] {1, 2}) {
      Told told = asked(audited(known, new Random(seed)));
      for (int row = 0; row < 2; row++) {
        JsonNode one = known.at("/expected/corrected").get(row == 0 ? "real" : "eval");
        assertEquals(
            one.get("rate").asDouble(),
            told.number("belief-of-all", row, "estimate"),
            TOLERANCE,
            "seed " + seed);
        assertEquals(
            100 * one.get("se").asDouble(),
            told.number("belief-of-all", row, "error"),
            100 * TOLERANCE);
        Fact.Range range = told.range("belief-of-all", row, "interval");
        assertEquals("logit", range.method());
        assertEquals(one.at("/logit95/0").asDouble(), range.low(), TOLERANCE);
        assertEquals(one.at("/logit95/1").asDouble(), range.high(), TOLERANCE);
      }
      int last = told.table("belief-of-all").rows().size() - 1;
      JsonNode difference = known.at("/expected/corrected/difference");
      assertEquals(
          difference.get("estimate").asDouble(),
          told.number("belief-of-all", last, "estimate"),
          TOLERANCE);
      Fact.Range range = told.range("belief-of-all", last, "interval");
      assertEquals(difference.at("/ci95/0").asDouble(), range.low(), TOLERANCE);
      assertEquals(difference.at("/ci95/1").asDouble(), range.high(), TOLERANCE);
    }
  }

  @Test
  void theClassifierAloneStandsBesideWithItsNote() throws IOException {
    JsonNode known = oracle();
    Told told = asked(audited(known, new Random(3)));
    JsonNode alone = known.at("/expected/classifier_only");
    assertEquals("193 / 357", told.cell("belief-classified", 0, "count").text());
    assertEquals(
        alone.at("/real/rate").asDouble(), told.number("belief-classified", 0, "rate"), TOLERANCE);
    assertEquals(
        alone.at("/eval/rate").asDouble(), told.number("belief-classified", 1, "rate"), TOLERANCE);
    assertTrue(
        told.notes().contains("By the classifier alone the difference is +33.7 points."),
        told.notes());
    assertTrue(
        told.notes()
            .contains(
                "By the plan, of all: real deployment - evaluation: +50.7 points [44.6, 56.8] by"
                    + " joint linearisation, standard error 3.1; bootstrap ["),
        told.notes());
    assertTrue(told.notes().contains("Of those read, not weighted: real - evaluation"));
  }

  /** 2 read cases in the row of evaluation: its interval is drawn again, that of "real" is not. */
  @Test
  void aRowWithFewCasesIsDrawnAgain() throws IOException {
    Told told = asked(audited(oracle(), new Random(4)));
    assertEquals("", told.cell("belief-of-all", 0, "bootstrap").text());
    assertEquals(2, told.number("belief-of-all", 1, "cases"), 1e-9);
    Fact.Range again = told.range("belief-of-all", 1, "bootstrap");
    assertEquals("bootstrap percentile", again.method());
    // Where neither is drawn, both keep what the correction for 12 read of 22 leaves of them.
    double kept = 2 * 22 / 12.0 * (1 - Math.sqrt(1 - 12 / 22.0));
    assertEquals(kept / 91, again.low(), 0.002);
    // Each of the two stands for 22 / 12; four of them would be 3.7 % more.
    assertTrue(again.high() > 0.06 && again.high() < 0.12, again.toString());
    assertEquals(
        again, asked(audited(oracle(), new Random(4))).range("belief-of-all", 1, "bootstrap"));
  }

  @Test
  void aRowWithoutACaseHasItsBound() {
    DrawnPlan plan = DrawnPlan.simple(40, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    Told told =
        new Frames()
            .add(8, "", "ann: stated-belief=real misaligned-action=yes")
            .add(8, "", "ann: stated-belief=evaluation misaligned-action=no")
            .add(24, "")
            .plans(plan.plan())
            .ask(new BeliefTable(), TRUTH, "plan=audit");
    assertEquals(0, told.number("belief-of-all", 1, "estimate"), 1e-12);
    Fact.Range bound = told.range("belief-of-all", 1, "interval");
    assertEquals("worst case, one-sided", bound.method());
    // Of 40, 16 read: 4 hidden ones are missed with 24 * 23 * 22 * 21 / (40 * 39 * 38 * 37), 11.6
    // %,
    // 5 with 6.5 % and 6 with 3.5 %; 8 read ones stand for 20.
    assertEquals(5 / 25.0, bound.high(), 1e-12);
    assertEquals("", told.cell("belief-of-all", 1, "bootstrap").text());
    assertEquals("0", told.cell("belief-of-all", 1, "cases").text());
    assertEquals(
        "undefined (none of them in the sample)", told.cell("belief-of-all", 2, "estimate").text());
  }

  @Test
  void whatWasChosenSaysNothingOfAll() {
    DrawnPlan plan = new DrawnPlan("top", "all");
    plan.next(0, 0, Double.NaN).next(1, 0, Double.NaN).add(2, 0, Double.NaN, 0);
    Told told =
        new Frames()
            .add("", "ann: stated-belief=real misaligned-action=yes")
            .add("", "ann: stated-belief=evaluation misaligned-action=no")
            .add("")
            .plans(plan.plan())
            .ask(new BeliefTable(), TRUTH, "plan=audit");
    told.lines("belief-of-all")
        .forEach(line -> assertTrue(line.contains("undefined (what was read was not"), line));
    assertEquals("1 / 1", told.cell("belief-of-all", 0, "read").text());
    assertTrue(told.notes().contains("Chosen, not drawn"), told.notes());
  }

  @Test
  void choicesThatDoNotGoTogetherAreRefused() {
    Frames frames =
        new Frames()
            .add(4, "", "label j/b=\"real\"", "label j/h=true", "ann: stated-belief=real")
            .plans(DrawnPlan.simple(4, 1, 2).plan());
    for (String[] more :
        List.of(
            new String[] {TRUTH, "predicted=label:j/h=true"},
            new String[] {TRUTH, "plan=audit", "predicted=label:j/h=true"},
            new String[] {"outcome=label:j/h=true", "plan=audit"},
            new String[] {TRUTH, "plan=audit", "belief=label:j/b"},
            new String[] {TRUTH, "plan=other"})) {
      assertThrows(
          Unanswerable.class, () -> frames.ask(new BeliefTable(), more), List.of(more).toString());
    }
  }
}
