package examen.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.classifier.Citation;
import examen.classifier.ClassifierLabel;
import examen.report.Fact;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.TranscriptId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Agreement on places, in texts of two messages of ten units. */
class SpanAgreementTest {
  private static final double EXACT = 1e-12;

  /** A classifier that points at the beginning of the second message. */
  private record TwoMessages() implements Frame.Texts {
    @Override
    public List<Frame.PartLength> of(TranscriptId transcript) {
      return List.of(new Frame.PartLength(0, 0, 10), new Frame.PartLength(1, 0, 10));
    }

    @Override
    public List<ClassifierLabel> cited(TranscriptId transcript) {
      Anchor anchor = new Anchor(transcript, 1, 0, new Span(2, 6), "text");
      List<Citation> places =
          List.of(Citation.InText.exactly(anchor), new Citation.Unplaced("nowhere"));
      return List.of(new ClassifierLabel("j", transcript, "harm", 0, "true", null, null, places));
    }

    @Override
    public Map<String, String> answers(String label) {
      return Map.of();
    }
  }

  private static Told ask(Frames frames, Study study, Map<String, String> choices) {
    Frame made = frames.frame();
    Frame frame =
        new Frame(made.codebook(), made.runs(), made.cases(), 0, new TwoMessages(), made.plans());
    Map<String, String> said = new TreeMap<>(choices);
    said.put("replicates", "100");
    return new Told(study.of(frame, new Chosen(study.choices(), said), Going.QUIETLY));
  }

  private static Frames marked() {
    return new Frames()
        .add(4, "", "ann: #blackmail@0 #blackmail@1", "ben: #blackmail@1")
        .add(2, "", "ann: #blackmail@1", "ben: #blackmail@1")
        .add(1, "", "ann: #blackmail@1");
  }

  @Test
  void marksAreTheSameOnlyInTheSameMessage() {
    Told told = ask(marked(), new SpanAgreement(), Map.of("what", "tag:blackmail"));
    // 2 * (4 + 2) / (10 + 6)
    assertEquals(0.75, told.number("spans", 0, "exact"), EXACT);
    assertEquals(0.75, told.number("spans", 0, "characters"), EXACT);
    Fact.Range drawn = told.range("spans", 0, "exact-interval");
    assertTrue(drawn.low() < 0.75 && 0.75 < drawn.high(), "transcripts are drawn again");
    assertEquals("16", told.cell("spans", 0, "marks").text());
    assertEquals("6", told.cell("spans", 0, "units").text());
    assertTrue(told.notes().contains("1 left out"), told.notes());
  }

  @Test
  void whoMarksTheSameAgreesWhollyAndWhoNeverDoesHasNoNumber() {
    Frames same = new Frames().add(5, "", "ann: #blackmail@1", "ben: #blackmail@1");
    Told told = ask(same, new SpanAgreement(), Map.of());
    assertEquals(1, told.number("u-alpha", 0, "u"), EXACT);
    assertEquals(1, told.number("spans", 0, "overlap"), EXACT);
    Frames none = new Frames().add(5, "", "ann: x=y", "ben: x=y");
    Told nothing = ask(none, new SpanAgreement(), Map.of());
    assertTrue(nothing.cell("spans", 0, "exact").text().startsWith("undefined"));
    assertTrue(nothing.cell("u-alpha", 0, "u").text().startsWith("undefined"));
  }

  @Test
  void aThirdRaterWhoReadOtherTextsChangesNoPair() {
    Frames three = marked().add(3, "", "cy: #blackmail@0");
    Told told = ask(three, new SpanAgreement(), Map.of("what", "tag:blackmail"));
    assertEquals(0.75, told.number("spans", 0, "exact"), EXACT);
    assertEquals("1", told.cell("spans", 0, "pairs").text());
  }

  @Test
  void placesOfAClassifierAreHeldAgainstThoseOfARater() {
    Frames frames =
        new Frames()
            .add(3, "", "ann: #blackmail@1", "label j/harm=true")
            .add(1, "", "ann: #blackmail@0", "label j/harm=true");
    Told told = ask(frames, new Audit(), Map.of("label", "j/harm", "what", "tag:blackmail"));
    assertEquals("3 / 4", told.cell("places", 0, "right").text());
    assertEquals("0 / 4", told.cell("places", 1, "right").text());
    // Two of the four units are the same where they overlap.
    assertEquals("6 / 16", told.cell("places", 2, "right").text());
    assertTrue(told.table("places").notes().getFirst().endsWith("Without a place: 4."));
  }

  @Test
  void aQuestionHasNoPlaces() {
    assertThrows(
        Unanswerable.class,
        () -> ask(marked(), new SpanAgreement(), Map.of("what", "misaligned-action")));
  }
}
