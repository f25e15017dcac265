package examen.store;

import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.Confidence;
import examen.rating.Enactment;
import examen.rating.HighlightDecision;
import examen.rating.HighlightOutcome;
import examen.rating.HighlightRef;
import examen.rating.Link;
import examen.rating.LinkId;
import examen.rating.Reveal;
import examen.rating.Review;
import examen.rating.Tagging;
import examen.rating.Thing;
import examen.rating.Unsupported;
import examen.rating.Verdict;
import examen.transcript.Anchor;
import examen.transcript.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads things that stand in the log exactly as {@link ThingCodec} writes them, in one go: a
 * project with a hundred thousand of them must open in a second or two. Whatever stands there
 * otherwise is left to the codec, which can also say what is wrong with it.
 */
final class WrittenThings {
  private final WrittenText in;
  private final KnownIds ids;

  private WrittenThings(String text, KnownIds ids) {
    this.in = new WrittenText(text);
    this.ids = ids;
  }

  /** The thing; null if the text is not just as it would be written today, or not a thing. */
  static @Nullable Thing read(String kind, String text, KnownIds ids) {
    try {
      WrittenThings written = new WrittenThings(text, ids);
      Thing thing = written.thing(kind);
      written.in.take("}").end();
      return thing;
    } catch (WrittenText.Otherwise | IllegalArgumentException otherwise) {
      return null;
    }
  }

  private Thing thing(String kind) {
    return switch (kind) {
      case ThingCodec.ANNOTATION -> annotation();
      case ThingCodec.VERDICT -> verdict();
      case ThingCodec.DECISION -> decision();
      case ThingCodec.REVIEW -> review();
      case ThingCodec.LINK -> link();
      case ThingCodec.UNSUPPORTED -> unsupported();
      case ThingCodec.REVEAL -> reveal();
      default -> throw new WrittenText.Otherwise();
    };
  }

  private Annotation annotation() {
    AnnotationId id = AnnotationId.of(first("id"));
    var rater = ids.rater(next("rater"));
    var tag = ids.tag(next("tag"));
    in.take(",\"anchors\":[");
    List<Anchor> anchors = new ArrayList<>(1);
    anchors.add(anchor());
    while (in.takeIf(",")) {
      anchors.add(anchor());
    }
    in.take("]");
    Integer severity = in.takeIf(",\"severity\":") ? (Integer) in.number() : null;
    Enactment enactment =
        in.takeIf(",\"enactment\":")
            ? Enactment.ofWire(in.string()).orElseThrow(WrittenText.Otherwise::new)
            : null;
    Confidence confidence =
        in.takeIf(",\"confidence\":")
            ? Confidence.ofWire(in.string()).orElseThrow(WrittenText.Otherwise::new)
            : null;
    return new Annotation(id, rater, tag, anchors, severity, enactment, confidence, next("note"));
  }

  private Anchor anchor() {
    var transcript = ids.transcript(first("transcript"));
    int message = in.take(",\"message\":").number();
    int part = in.take(",\"part\":").number();
    int start = in.take(",\"start\":").number();
    int end = in.take(",\"end\":").number();
    Anchor anchor = new Anchor(transcript, message, part, new Span(start, end), next("quote"));
    in.take("}");
    return anchor;
  }

  private Verdict verdict() {
    return new Verdict(
        ids.rater(first("rater")),
        ids.transcript(next("transcript")),
        ids.question(next("question")),
        next("answer"));
  }

  private HighlightDecision decision() {
    var rater = ids.rater(first("rater"));
    in.take(",\"anchor\":");
    HighlightRef highlight =
        new HighlightRef(anchor(), next("pack"), next("rule"), next("category"));
    String outcome = next("outcome");
    String other = in.takeIf(",\"as\":") ? in.string() : null;
    return new HighlightDecision(
        rater,
        highlight,
        HighlightOutcome.ofWire(outcome, other).orElseThrow(WrittenText.Otherwise::new),
        in.takeIf(",\"put\":") ? tagging() : null);
  }

  private Tagging tagging() {
    Tagging tagging = new Tagging(AnnotationId.of(first("annotation")), ids.tag(next("tag")));
    in.take("}");
    return tagging;
  }

  private Review review() {
    return new Review(
        ids.rater(first("rater")),
        ids.transcript(next("transcript")),
        Review.State.ofWire(next("state")).orElseThrow(WrittenText.Otherwise::new));
  }

  private Link link() {
    return new Link(
        LinkId.of(first("id")),
        ids.rater(next("rater")),
        ids.transcript(next("transcript")),
        Link.Type.ofWire(next("type")).orElseThrow(WrittenText.Otherwise::new),
        AnnotationId.of(next("from")),
        AnnotationId.of(next("to")));
  }

  private Unsupported unsupported() {
    return new Unsupported(
        ids.rater(first("rater")),
        ids.transcript(next("transcript")),
        AnnotationId.of(next("annotation")));
  }

  private Reveal reveal() {
    return new Reveal(
        ids.rater(first("rater")),
        ids.transcript(next("transcript")),
        Reveal.Of.ofWire(next("what")).orElseThrow(WrittenText.Otherwise::new));
  }

  private String first(String field) {
    return in.take("{\"").take(field).take("\":").string();
  }

  private String next(String field) {
    return in.take(",\"").take(field).take("\":").string();
  }
}
