package examen.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Gold as a view, and what it leaves open. */
class GoldViewsTest {
  private static final String YES = "misaligned-action=yes";
  private static final String NO = "misaligned-action=no";

  private static Frames some() {
    return new Frames()
        .add(12, "", "ann: " + YES, "ben: " + YES, "cy: " + YES)
        .add(12, "", "ann: " + NO, "ben: " + NO, "cy: " + NO)
        .add(2, "", "ann: " + YES, "ben: " + YES, "cy: " + NO)
        .add(1, "", "ann: " + YES, "ben: " + NO)
        .add(1, "", "ann?: " + YES);
  }

  @Test
  void eachRuleSettlesWhatItCanAndSaysWhyNot() {
    Told told = some().ask(new GoldViews(), "what=misaligned-action");
    assertEquals("26 / 27", text(told, 0));
    assertEquals("26 / 27", text(told, 1));
    assertEquals("24 / 27", text(told, 2));
    assertEquals("1", told.cell("rules", 0, "tie").text());
    assertEquals(List.of(Frames.id(26).value()), told.cell("rules", 0, "tie").behind());
    assertEquals("2", told.cell("rules", 2, "share-too-small").text());
    assertEquals("1", told.cell("rules", 0, "no-votes").text());
  }

  private static String text(Told told, int rule) {
    return told.cell("rules", rule, "settled").text();
  }

  @Test
  void whatIsOpenIsListedWithAllVotes() {
    Told told = some().ask(new GoldViews(), "what=misaligned-action");
    assertEquals(1, told.table("adjudication").rows().size());
    assertTrue(told.lines("adjudication").getFirst().startsWith("t26 | yes | no |  | tie | "));
    assertTrue(told.notes().contains("log-likelihood"), told.notes());
    assertTrue(told.notes().contains("Of 1 transcript there are fewer than 3 votes"));
  }

  @Test
  void ofWhatARaterNeverMetTheModelKnowsNothing() {
    Told told =
        new Frames()
            .add(20, "", "ann: misaligned-action=yes", "ben: misaligned-action=yes")
            .add(20, "", "ann: misaligned-action=no")
            .ask(new GoldViews(), "what=misaligned-action");
    List<String> ben =
        told.lines("raters").stream().filter(line -> line.startsWith("ben | no |")).toList();
    assertEquals(1, ben.size());
    assertTrue(ben.getFirst().contains("undefined (held for true of none"), ben.toString());
    assertTrue(told.lines("raters").contains("ben | yes | 0.000 | 1.000 | 0.000 | 20"));
  }

  @Test
  void theModelIsARuleForEveryStudy() {
    Told told = some().ask(new Rates(), "outcome=" + YES, "gold=dawid-skene");
    assertTrue(
        told.cell("rates", 0, "count").text().startsWith("14 / "), told.lines("rates").toString());
    Told majority = some().ask(new Rates(), "outcome=" + YES, "gold=majority");
    assertEquals("14 / 26", majority.cell("rates", 0, "count").text());
  }
}
