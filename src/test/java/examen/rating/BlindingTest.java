package examen.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.classifier.VerdictNames;
import examen.rating.Blinding.Sight;
import examen.transcript.Anchor;
import examen.transcript.Conditions;
import examen.transcript.Message;
import examen.transcript.Metadata;
import examen.transcript.Part;
import examen.transcript.Provenance;
import examen.transcript.Role;
import examen.transcript.Span;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BlindingTest {
  private static final Blinding BLIND = new Blinding(Sight.BLIND, VerdictNames.USUAL);
  private static final Blinding SEEING = new Blinding(Sight.SEEING, VerdictNames.USUAL);

  private static final Transcript JUDGED =
      of(
          Metadata.of(Map.of("judge.summary", "\"bad\"", "run", "3")),
          new Message(
              0,
              Role.ASSISTANT,
              null,
              List.of(
                  new Part.Text("Hello", null),
                  new Part.Unknown("hologram", "{\"score\":3}"),
                  new Part.Unknown("hologram", "{\"x\":3}")),
              Metadata.of(Map.of("reviewer_comment", "\"bad\"", "id", "\"m\""))));

  private static final Transcript PLAIN = of(Metadata.of(Map.of("run", "3")));

  @Test
  void aBlindRaterReadsTheTextInItsPlacesAndNoVerdict() {
    Transcript seen = BLIND.of(JUDGED);
    assertEquals(Map.of("run", "3"), seen.metadata().values());
    assertEquals(Map.of("id", "\"m\""), seen.messages().getFirst().metadata().values());
    assertEquals(
        List.of(
            new Part.Text("Hello", null),
            new Part.Unknown("hologram", "null"),
            new Part.Unknown("hologram", "{\"x\":3}")),
        seen.messages().getFirst().parts());
    assertFalse(seen.toString().contains("bad"));
    assertEquals(PLAIN, BLIND.of(PLAIN));
  }

  @Test
  void oneWhoHasSubmittedReadsEverything() {
    assertSame(JUDGED, SEEING.of(JUDGED));
    assertTrue(SEEING.showsRecord("{\"score\":1}", JUDGED, 4));
  }

  @Test
  void theRecordIsReadBlindOnlyWhereThereIsNothingToHide() {
    assertTrue(BLIND.showsRecord("{\"text\":1}", PLAIN, 0));
    assertFalse(BLIND.showsRecord("{\"text\":1}", PLAIN, 1), "a label");
    assertFalse(BLIND.showsRecord("{\"text\":1}", JUDGED, 0), "metadata");
    assertFalse(BLIND.showsRecord("{\"score\":1}", PLAIN, 0), "a name in the record");
  }

  @Test
  void anAnnotationAndAnAnswerSubmitNothing() {
    assertEquals(
        Sight.BLIND,
        Blinding.sight(new Ledger(), new RaterId("ann"), JUDGED.id(), ReadingList.ALL));
  }

  @Test
  void nothingIsLearnedForARaterFromWhatAnotherDecided() {
    Ledger ledger = new Ledger();
    Anchor place = Anchor.at(JUDGED, 0, 0, new Span(0, 5));
    for (RaterId rater : List.of(new RaterId("ann"), new RaterId("ben"))) {
      HighlightRef highlight = new HighlightRef(place, "pack@1", "rule", "leverage");
      Stamp stamp =
          new Stamp(new StepId(new UUID(1, rater.value().hashCode())), Instant.EPOCH, rater);
      Decision decision =
          ledger.decide(new Command.Decide(highlight, new HighlightOutcome.Accepted()), stamp);
      ledger.apply(((Decision.Accepted) decision).step());
    }
    RaterId ann = new RaterId("ann");
    assertEquals(2, Blinding.allLessons(ledger).size());
    assertEquals(List.of(), Blinding.lessons(ledger, ann, JUDGED.id(), Suggesting.OFF));
    assertEquals(
        List.of(), Blinding.lessons(ledger, ann, JUDGED.id(), Suggesting.AFTER_SUBMISSION));
    List<HighlightDecision> own = Blinding.lessons(ledger, ann, JUDGED.id(), Suggesting.ON);
    assertEquals(List.of(ann), own.stream().map(HighlightDecision::rater).toList());
  }

  private static Transcript of(Metadata metadata, Message... messages) {
    return new Transcript(
        new TranscriptId("0123456789abcdef0123456789abcdef"),
        "t",
        new Provenance("x", "f", "", "0".repeat(64), 1),
        Conditions.NONE,
        metadata,
        List.of(messages),
        List.of());
  }
}
