package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import examen.codebook.TagId;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.RaterId;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Finding the annotated places is the same as looking at each of them. */
class AnnotatedTest {
  private static final TranscriptId TRANSCRIPT =
      new TranscriptId("00000000000000000000000000000001");

  @Test
  void findsWhatLookingAtEachFinds() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      List<Annotation> annotations = new ArrayList<>();
      for (int i = random.nextInt(8); i > 0; i--) {
        annotations.add(annotation(anchor(random), random));
      }
      Annotated annotated = new Annotated(annotations);
      for (int i = 0; i < 30; i++) {
        Anchor place = anchor(random);
        assertEquals(
            annotations.stream().anyMatch(a -> overlap(a.anchors().getFirst(), place)),
            annotated.overlaps(place),
            "seed " + seed + " " + place.span());
      }
    }
  }

  private static boolean overlap(Anchor one, Anchor other) {
    return one.message() == other.message()
        && one.part() == other.part()
        && one.span().start() < other.span().end()
        && other.span().start() < one.span().end();
  }

  private static Annotation annotation(Anchor place, Random random) {
    long high = (random.nextLong() & ~0xF000L) | 0x7000L;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new Annotation(
        new AnnotationId(new UUID(high, low)),
        new RaterId("ann"),
        new TagId("blackmail"),
        List.of(place),
        null,
        null,
        null,
        "");
  }

  private static Anchor anchor(Random random) {
    int start = random.nextInt(12);
    int length = 1 + random.nextInt(4);
    return new Anchor(
        TRANSCRIPT,
        random.nextInt(2),
        random.nextInt(2),
        new Span(start, start + length),
        "x".repeat(length));
  }
}
