package examen.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.stats.design.Frame.Item;
import examen.stats.design.Stratum;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SamplingTest {
  private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");

  /** 40 flagged with high scores, 160 cleared with low ones, over two scenarios. */
  private static Frames classified() {
    Frames frames = new Frames();
    for (int i = 0; i < 200; i++) {
      boolean flagged = i < 40;
      String score = flagged ? "0.%02d".formatted(60 + i) : "0.%03d".formatted(i);
      frames.add(
          "scenario=" + (i % 2 == 0 ? "x" : "y"), "label judge/harm=" + flagged + ":" + score);
    }
    return frames;
  }

  private static Frame twelve() {
    Frames frames = new Frames();
    for (int i = 0; i < 12; i++) {
      frames.add("", "label judge/harm=true:0.%02d".formatted(8 * i));
    }
    return frames.frame();
  }

  private static SamplingPlan draw(Frame frame, String... choices) {
    Map<String, String> said = new HashMap<>();
    for (String choice : choices) {
      int equals = choice.indexOf('=');
      said.put(choice.substring(0, equals), choice.substring(equals + 1));
    }
    return Sampling.plan(frame, new Chosen(new Sampling().choices(), said), "first", AT);
  }

  private static String refused(Frames frames, String... choices) {
    return String.valueOf(
        assertThrows(Unanswerable.class, () -> draw(frames.frame(), choices)).getMessage());
  }

  private static int drawnOf(SamplingPlan plan, int stratum) {
    return (int) plan.drawn().stream().filter(unit -> unit.stratum() == stratum).count();
  }

  @Test
  void aSimpleRandomSampleGivesEachTheSameProbability() {
    SamplingPlan plan = draw(classified().frame(), "size=50", "seed=9");
    assertEquals("first", plan.name());
    assertEquals(AT, plan.at());
    assertEquals("simple-random", plan.design());
    assertEquals(9, plan.seed());
    assertEquals(List.of(new Stratum("all", 200)), plan.strata());
    assertEquals(200, plan.units().size());
    assertTrue(plan.units().stream().allMatch(unit -> unit.probability() == 0.25));
    assertEquals(50, plan.drawn().size());
    assertEquals(50, plan.drawn().getLast().place());
    assertEquals(
        new TreeMap<>(Map.of("design", "simple-random", "size", "50", "seed", "9")), plan.terms());
  }

  @Test
  void strataAreDrawnByThemselvesAndTheirSharesAreTheProbabilities() {
    SamplingPlan plan =
        draw(
            classified().frame(),
            "design=stratified",
            "strata=label:judge/harm",
            "allocation=equal",
            "size=40");
    assertEquals(List.of(new Stratum("no", 160), new Stratum("yes", 40)), plan.strata());
    assertEquals(List.of(20, 20), List.of(drawnOf(plan, 0), drawnOf(plan, 1)));
    for (SamplingPlan.Unit unit : plan.units()) {
      assertEquals(unit.stratum() == 0 ? 0.125 : 0.5, unit.probability());
    }
  }

  /** 160 x sqrt(.05 x .95) = 34.87 and 40 x sqrt(.9 x .1) = 12: of 47 are 35 and 12. */
  @Test
  void neymanGivesMoreToThoseThatVaryMore() {
    SamplingPlan plan =
        draw(
            classified().frame(),
            "design=stratified",
            "strata=label:judge/harm",
            "allocation=neyman",
            "rates=no=0.05,yes=0.9",
            "size=47");
    assertEquals(List.of(35, 12), List.of(drawnOf(plan, 0), drawnOf(plan, 1)));
    assertEquals("stratified-neyman", plan.design());
    assertEquals("no=0.05,yes=0.9", plan.terms().get("rates"));
  }

  @Test
  void scoresPartStrataAtTheirEdges() {
    Frames frames =
        new Frames()
            .add(4, "", "label judge/harm=false:0.1")
            .add(3, "", "label judge/harm=false:0.2")
            .add(2, "", "label judge/harm=true:0.5")
            .add(2, "", "label judge/harm=true:0.95")
            .add(2, "", "label judge/harm=true");
    SamplingPlan plan =
        draw(
            frames.frame(),
            "design=stratified",
            "score=judge/harm",
            "bins=0.2,0.5",
            "strata=label:judge/harm",
            "size=13");
    assertEquals(
        List.of(
            new Stratum("no | score ..0.2", 4),
            new Stratum("no | score 0.2..0.5", 3),
            new Stratum("yes | no score", 2),
            new Stratum("yes | score 0.5..", 4)),
        plan.strata());
  }

  @Test
  void unequalProbabilitiesGoByTheScoreAndAddUpToTheSize() {
    SamplingPlan plan =
        draw(classified().frame(), "design=unequal", "score=judge/harm", "size=30", "floor=0.05");
    assertEquals(30, plan.units().stream().mapToDouble(u -> u.probability()).sum(), 1e-9);
    assertTrue(plan.units().stream().allMatch(u -> u.probability() >= 0.05));
    SamplingPlan.Unit low = plan.units().get(20);
    SamplingPlan.Unit high = plan.units().get(30);
    assertEquals(0.80, low.size());
    assertEquals(0.90 / 0.80, high.probability() / low.probability(), 1e-9);
    SamplingPlan near =
        draw(
            classified().frame(),
            "design=unequal",
            "score=judge/harm",
            "by=uncertainty",
            "size=30");
    assertEquals(0.4, near.units().get(0).size(), 1e-12);
    assertTrue(near.units().get(0).probability() > near.units().get(39).probability());
  }

  @Test
  void theLeastSureAreChosenFirstAndAreNoSample() {
    Frames frames =
        new Frames()
            .add("", "label judge/harm=false:0.05")
            .add("", "label judge/harm=false:0.45")
            .add("", "label judge/harm=true:0.52")
            .add("", "label judge/harm=true:1")
            .add("", "label judge/harm=true");
    SamplingPlan plan =
        draw(frames.frame(), "design=uncertainty-first", "score=judge/harm", "size=9");
    assertEquals(
        List.of(2, 1, 0, 3),
        plan.drawn().stream()
            .map(unit -> Integer.parseInt(unit.transcript().value(), 16))
            .toList());
    assertFalse(plan.isSample());
    Told told =
        frames.ask(new Sampling(), "design=uncertainty-first", "score=judge/harm", "size=2");
    assertTrue(told.notes().contains("Not a sample"));
    assertTrue(told.notes().contains("1 transcripts have no score"));
    assertFalse(told.notes().contains("rates, precision and recall hold"));
    assertEquals("all | 5 | 2", told.lines("strata").getFirst().substring(0, 11));
  }

  @Test
  void onlyThoseInWhichTwoDifferAreChosen() {
    Frames frames =
        new Frames()
            .add("", "label a/harm=true", "label b/harm=false", "ann: misaligned-action=no")
            .add("", "label a/harm=true", "label b/harm=true", "ann: misaligned-action=yes")
            .add("", "label a/harm=false", "ann: misaligned-action=yes")
            .add("", "label a/harm=false", "label b/harm=true");
    SamplingPlan labels =
        draw(
            frames.frame(),
            "design=disagreement-first",
            "label=a/harm",
            "against=label:b/harm",
            "size=10");
    assertEquals(
        List.of(Frames.id(0), Frames.id(3)),
        labels.drawn().stream().map(SamplingPlan.Unit::transcript).toList());
    SamplingPlan people =
        draw(
            frames.frame(),
            "design=disagreement-first",
            "label=a/harm",
            "against=misaligned-action",
            "size=10");
    assertEquals(
        List.of(Frames.id(0), Frames.id(2)),
        people.drawn().stream().map(SamplingPlan.Unit::transcript).toList());
  }

  @Test
  void theSameSeedGivesTheSamePlanInAnyOrderOfTheFrame() {
    for (String[] choices :
        List.of(
            new String[] {"size=20", "seed=3"},
            new String[] {"size=20", "design=stratified", "strata=condition:scenario"},
            new String[] {"size=20", "design=unequal", "score=judge/harm"},
            new String[] {"size=20", "design=uncertainty-first", "score=judge/harm"},
            new String[] {"design=all"})) {
      Frame frame = classified().frame();
      List<Case> cases = new ArrayList<>(frame.cases());
      Collections.shuffle(cases, new Random(81));
      Frame mixed =
          new Frame(frame.codebook(), frame.runs(), cases, 0, frame.texts(), Frame.Plans.NONE);
      assertEquals(draw(frame, choices), draw(mixed, choices), "seed 81, " + choices[0]);
    }
    assertNotEquals(
        draw(classified().frame(), "size=20", "seed=3").drawn(),
        draw(classified().frame(), "size=20", "seed=4").drawn());
  }

  /** So that whoever has the plan can see that it is of these transcripts. */
  @Test
  void theHashIsThatOfItsUnits() {
    SamplingPlan plan =
        draw(classified().frame(), "size=20", "design=stratified", "strata=condition:scenario");
    List<Item> items =
        plan.units().stream()
            .map(
                unit ->
                    new Item(
                        unit.transcript().value(),
                        plan.strata().get(unit.stratum()).name(),
                        unit.size()))
            .toList();
    assertEquals(new examen.stats.design.Frame(items).hash(), plan.frameHash());
  }

  @Test
  void everyTranscriptIsDrawnAsOftenAsItsProbabilitySays() {
    Frame frame = twelve();
    int[] times = new int[12];
    int seeds = 400;
    for (int seed = 0; seed < seeds; seed++) {
      SamplingPlan plan =
          draw(frame, "design=unequal", "score=judge/harm", "size=4", "seed=" + seed);
      assertEquals(4, new HashSet<>(plan.drawn()).size());
      for (SamplingPlan.Unit unit : plan.drawn()) {
        times[Integer.parseInt(unit.transcript().value(), 16)]++;
      }
    }
    SamplingPlan plan = draw(frame, "design=unequal", "score=judge/harm", "size=4");
    for (int i = 0; i < times.length; i++) {
      double p = plan.units().get(i).probability();
      assertEquals(p, times[i] / (double) seeds, 4.5 * Math.sqrt(p * (1 - p) / seeds), "" + i);
    }
  }

  @Test
  void tellsWhatReadingWillAllowToSay() {
    Told told = classified().ask(new Sampling(), "size=50");
    // sqrt(.75 x .25 / 49) x 1.96
    assertTrue(told.notes().contains("about 12.1 points"), told.notes());
    assertEquals("all | 200 | 50 | 0.250 | 4.000", told.lines("strata").getFirst());
    assertEquals(50, told.cell("strata", 0, "drawn").behind().size());
    assertEquals(50, told.lines("drawn").size());
    assertEquals(200, told.report().inputs().getFirst().rows().size());
    Told whole = classified().ask(new Sampling(), "size=999");
    assertTrue(whole.notes().contains("fewer than 999"));
    assertTrue(whole.notes().contains("without sampling error"));
    Told single =
        new Frames()
            .add(9, "s=a")
            .add(9, "s=b")
            .ask(new Sampling(), "design=stratified", "strata=condition:s", "size=3");
    assertTrue(single.notes().contains("only one is drawn"), single.notes());
    Told unequal =
        classified().ask(new Sampling(), "design=unequal", "score=judge/harm", "size=30");
    assertTrue(unequal.notes().contains("(Kish)"), unequal.notes());
  }

  @Test
  void theOrderIsTheOrderOfReading() {
    Told told = classified().ask(new Sampling(), "size=150");
    assertEquals(100, told.lines("drawn").size());
    assertEquals("The first 100 of 150.", told.table("drawn").notes().getFirst());
    assertEquals(
        draw(classified().frame(), "size=150").drawn().getFirst().transcript().value(),
        told.cell("drawn", 0, "transcript").text());
  }

  @Test
  void whatCannotBeDrawnSaysWhy() {
    Frames frames = classified();
    assertTrue(refused(frames).startsWith("--size is missing"));
    assertTrue(refused(frames, "size=0").contains("from 1"));
    assertTrue(refused(frames, "size=5", "design=cluster").contains("there are all, simple"));
    assertTrue(refused(frames, "size=5", "strata=condition:scenario").contains("has no part in"));
    assertTrue(refused(frames, "design=all", "size=5").contains("it goes with"));
    assertTrue(refused(frames, "size=5", "design=stratified").contains("wants --strata"));
    assertTrue(
        refused(frames, "size=5", "design=stratified", "strata=misaligned-action")
            .contains("wants labels and conditions"));
    assertTrue(refused(frames, "size=5", "design=stratified", "bins=1").contains("go together"));
    assertTrue(refused(frames, "size=5", "design=unequal").contains("wants --score"));
    assertTrue(
        refused(frames, "size=5", "design=unequal", "score=judge/harm", "floor=0")
            .contains("--floor"));
    String alike = refused(frames, "size=4", "design=unequal", "score=judge/harm");
    assertTrue(alike.contains("of 200 are 0.02 of them; choose a lower one, such as 0.004"), alike);
    String stratified = "design=stratified";
    String strata = "strata=label:judge/harm";
    assertTrue(refused(frames, "size=1", stratified, strata).contains("draws none of yes"));
    assertTrue(refused(frames, "size=9", stratified, strata, "rates=yes=0.5").contains("neyman"));
    assertTrue(
        refused(frames, "size=9", stratified, strata, "allocation=neyman", "rates=maybe=0.5")
            .contains("no stratum \"maybe\""));
    assertTrue(
        refused(frames, "size=9", stratified, strata, "allocation=neyman", "rates=yes=2")
            .contains("from 0 to 1"));
    assertTrue(
        refused(frames, "size=9", stratified, "score=judge/harm", "bins=0.5,0.2")
            .contains("rising"));
  }

  @Test
  void namesOfStrataMayHaveCommas() {
    assertEquals(Map.of("a, b", 0.2, "c=d", 0.9), ExpectedRates.of("\"a, b\"=0.2,\"c=d\"=0.9"));
    assertThrows(Unanswerable.class, () -> ExpectedRates.of("a=0.2,b"));
  }

  @Test
  void whoMayNotKnowWhatWasSaidDrawsNothing() {
    Frame frame = classified().frame();
    Frame blind =
        new Frame(
            frame.codebook(), frame.runs(), frame.cases(), 3, frame.texts(), Frame.Plans.NONE);
    assertThrows(Unanswerable.class, () -> draw(blind, "size=5"));
  }
}
