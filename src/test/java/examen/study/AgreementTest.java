package examen.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.report.Fact;
import examen.report.Figure;
import org.junit.jupiter.api.Test;

/** Agreement on answers and tags, against numbers computed by hand. */
class AgreementTest {
  private static final double EXACT = 1e-12;

  /** Two raters: 20 yes yes, 5 yes no, 10 no yes, 15 no no, and 7 that only one of them rated. */
  private static Frames fifty() {
    return new Frames()
        .add(20, "prompt=a", "ann: misaligned-action=yes", "ben: misaligned-action=yes")
        .add(5, "prompt=b", "ann: misaligned-action=yes", "ben: misaligned-action=no")
        .add(10, "prompt=c", "ann: misaligned-action=no", "ben: misaligned-action=yes")
        .add(15, "prompt=d", "ann: misaligned-action=no", "ben: misaligned-action=no")
        .add(7, "prompt=d", "ann: misaligned-action=no", "ben?: misaligned-action=yes");
  }

  private static Told asked(String... more) {
    String[] choices = new String[more.length + 2];
    choices[0] = "what=misaligned-action";
    choices[1] = "replicates=200";
    System.arraycopy(more, 0, choices, 2, more.length);
    return fifty().ask(new Agreement(), choices);
  }

  @Test
  void thePanelIsThatOfTheFormulas() {
    Told told = asked();
    assertEquals(0.7, told.number("agreement", 0, "percent"), EXACT);
    // 1 - (30 / 100) / (2 * 55 * 45 / (100 * 99))
    assertEquals(0.4, told.number("agreement", 0, "alpha"), EXACT);
    assertEquals(40 / 55.0, told.number("agreement", 0, "positive"), EXACT);
    assertEquals(new Fact.Share(55, 107), told.cell("agreement", 0, "prevalence").fact());
    assertEquals("15 / 50", told.cell("agreement", 0, "differ").text());
    assertEquals("7", told.cell("agreement", 0, "left-out").text());
    assertEquals(7 / 114.0, told.number("agreement", 0, "missing"), EXACT);
  }

  @Test
  void whatDiffersAndWhatIsLeftOutCanBeOpened() {
    Told told = asked();
    assertEquals(15, told.cell("agreement", 0, "differ").behind().size());
    assertTrue(
        told.cell("agreement", 0, "differ").behind().contains(Frames.id(20).value()),
        "the first on which they differ");
    assertEquals(7, told.cell("agreement", 0, "left-out").behind().size());
    Figure.Grid grid = (Figure.Grid) told.report().figures().getFirst();
    assertEquals(50, grid.tiles().get(0).get(1).behind().size());
    assertEquals(0.4, told.number("pairs", 0, "kappa"), EXACT);
  }

  @Test
  void oneSeedGivesOneIntervalAndPromptsAreDrawnTogether() {
    Fact.Range alone = asked().range("agreement", 0, "alpha-interval");
    assertEquals(alone, asked().range("agreement", 0, "alpha-interval"));
    Fact.Range together = asked("cluster=prompt").range("agreement", 0, "alpha-interval");
    assertTrue(
        together.high() - together.low() > alone.high() - alone.low(),
        "four prompts say less than fifty transcripts");
    assertTrue(asked("cluster=prompt").notes().contains("4 values of prompt"));
  }

  @Test
  void whereNobodyDiffersThereIsABoundAndNoCertainty() {
    Told told =
        new Frames()
            .add(59, "", "ann: misaligned-action=no", "ben: misaligned-action=no")
            .ask(new Agreement(), "what=misaligned-action", "replicates=100");
    assertTrue(told.cell("agreement", 0, "alpha").fact() instanceof Fact.Undefined);
    Fact.Range range = told.range("agreement", 0, "percent-interval");
    assertEquals(1, range.high());
    // Zero errors in 59 leave up to 5 %.
    assertEquals(0.05, 1 - range.low(), 5e-4);
  }

  @Test
  void eachTagIsAYesOrANoOfASubmittedReview() {
    Told told =
        new Frames()
            .add(3, "", "ann: #blackmail", "ben: #blackmail/explicit-threat")
            .add(1, "", "ann: #blackmail", "ben: x=y")
            .add(4, "", "ann: x=y", "ben: x=y")
            .ask(new Agreement(), "what=tag:blackmail", "replicates=100");
    assertEquals(7 / 8.0, told.number("agreement", 0, "percent"), EXACT);
    assertEquals(6 / 7.0, told.number("agreement", 0, "positive"), EXACT);
  }

  @Test
  void withoutAQuestionEachHasARowAndTagsAreSetsToo() {
    Told told = fifty().ask(new Agreement(), "replicates=100");
    int things = fifty().frame().codebook().questions().size();
    things += fifty().frame().codebook().tags().size();
    assertEquals(things, told.table("agreement").rows().size());
    assertEquals(2, told.table("sets").rows().size());
    assertTrue(told.cell("sets", 0, "alpha").text().startsWith("undefined"), "nobody tagged");
  }

  @Test
  void anIntervalScaleOfWordsIsRefused() {
    assertThrows(Unanswerable.class, () -> asked("scale=interval"));
    assertThrows(Unanswerable.class, () -> asked("scale=ratios"));
  }
}
