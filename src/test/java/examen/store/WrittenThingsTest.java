package examen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.codebook.TagId;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.Change;
import examen.rating.Confidence;
import examen.rating.Enactment;
import examen.rating.HighlightDecision;
import examen.rating.HighlightOutcome;
import examen.rating.HighlightRef;
import examen.rating.Ledger;
import examen.rating.Link;
import examen.rating.LinkId;
import examen.rating.RaterId;
import examen.rating.Reveal;
import examen.rating.Review;
import examen.rating.Step;
import examen.rating.Tagging;
import examen.rating.Thing;
import examen.rating.Unsupported;
import examen.rating.Verdict;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Things are read in one go only where the slower reading, which checks all, says the same. */
class WrittenThingsTest {
  private static final AnnotationId ONE = AnnotationId.of("01930000-0000-7000-8000-000000000001");
  private static final String EVERY_ESCAPE = "\"\\/\b\f\n\r\t\u0000\u001f\u007f\ud83d\ude00\u2028";

  @Test
  void readsEveryKindInOneGoAsItWasWritten() {
    for (Thing thing : everyKind()) {
      assertEquals(thing, inOneGo(thing, ThingCodec.write(thing)), ThingCodec.kind(thing));
    }
  }

  @Test
  void readsInOneGoWhatRatersDo() {
    for (long seed = 1; seed <= 10; seed++) {
      for (Thing thing : random(seed)) {
        assertEquals(thing, inOneGo(thing, ThingCodec.write(thing)), "seed " + seed);
      }
    }
  }

  @Test
  void ofATextThatIsAlteredItSaysWhatTheSlowReadingSaysOrNothing() {
    int read = 0;
    for (long seed = 1; seed <= 40; seed++) {
      Random random = new Random(seed);
      List<Thing> all = new ArrayList<>(everyKind());
      all.addAll(random(seed).subList(0, 20));
      for (Thing thing : all) {
        for (int i = 0; i < 30; i++) {
          String text = altered(ThingCodec.write(thing), random);
          Thing quick = inOneGo(thing, text);
          if (quick != null) {
            read++;
            assertEquals(
                ThingCodec.readAnyhow(ThingCodec.kind(thing), text), quick, "seed " + seed);
          }
        }
      }
    }
    assertTrue(read > 1000, "only " + read);
  }

  private static @Nullable Thing inOneGo(Thing thing, String text) {
    return WrittenThings.read(ThingCodec.kind(thing), text, new KnownIds());
  }

  private static String altered(String text, Random random) {
    int at = random.nextInt(text.length());
    String some = "\"\\{}[],:0129 aun\u0007\u00e9/";
    char c = some.charAt(random.nextInt(some.length()));
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at) + text.substring(at + 1);
      case 1 -> text.substring(0, at) + c + text.substring(at);
      case 2 -> text.substring(0, at) + c + text.substring(at + 1);
      default -> text.substring(0, at);
    };
  }

  private static List<Thing> everyKind() {
    TranscriptId id = Projects.transcript(1).id();
    RaterId ann = new RaterId("\u00e4nn.1");
    Anchor first = Anchor.at(Projects.transcript(1), 1, 0, new Span(0, 26));
    Anchor then = Anchor.at(Projects.transcript(1), 1, 1, new Span(0, 3));
    Anchor odd = new Anchor(id, 0, 12, new Span(7, 7 + EVERY_ESCAPE.length()), EVERY_ESCAPE);
    TagId tag = new TagId("blackmail/explicit-threat");
    HighlightRef highlight = new HighlightRef(odd, "pack@1", "rule", "leverage");
    return List.of(
        new Annotation(
            ONE,
            ann,
            tag,
            List.of(first, then),
            3,
            Enactment.EXECUTED,
            Confidence.LOW,
            EVERY_ESCAPE),
        new Annotation(ONE, ann, tag, List.of(odd), null, null, null, ""),
        new Verdict(ann, id, new examen.codebook.QuestionId("stated-belief"), "not-stated"),
        new HighlightDecision(ann, highlight, new HighlightOutcome.Rejected(), null),
        new HighlightDecision(
            ann, highlight, new HighlightOutcome.AcceptedAs("other"), new Tagging(ONE, tag)),
        new Review(ann, id, Review.State.REOPENED),
        new Link(
            LinkId.of("01930000-0000-7000-8000-000000000003"),
            ann,
            id,
            Link.Type.MOTIVATES,
            ONE,
            AnnotationId.of("01930000-0000-7000-8000-000000000002")),
        new Unsupported(ann, id, ONE),
        new Reveal(ann, id, Reveal.Of.PEERS));
  }

  private static List<Thing> random(long seed) {
    Work work =
        new Work(
            "ann", new Ledger(), List.of(Projects.transcript(1), Projects.transcript(2)), seed);
    List<Thing> things = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Step step = work.next();
      work.ledger().apply(step);
      step.changes().stream().map(Change::thing).forEach(things::add);
    }
    return things;
  }
}
