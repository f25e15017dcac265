package examen.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import examen.codebook.QuestionId;
import examen.codebook.TagId;
import examen.rating.Annotation;
import examen.rating.AnnotationId;
import examen.rating.Confidence;
import examen.rating.Enactment;
import examen.rating.HighlightDecision;
import examen.rating.HighlightOutcome;
import examen.rating.HighlightRef;
import examen.rating.Link;
import examen.rating.LinkId;
import examen.rating.RaterId;
import examen.rating.Reveal;
import examen.rating.Review;
import examen.rating.Tagging;
import examen.rating.Thing;
import examen.rating.Unsupported;
import examen.rating.Verdict;
import examen.transcript.Anchor;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The things of the log as JSON texts. The same thing always gives the same text, as hashes are
 * made over it. A field that is not said is left out; offsets are UTF-16 code units, half-open.
 */
final class ThingCodec {
  static final String ANNOTATION = "annotation";
  static final String VERDICT = "verdict";

  static final String DECISION = "highlight-decision";
  static final String REVIEW = "review";
  static final String LINK = "link";
  static final String UNSUPPORTED = "no-supporting-reasoning";
  static final String REVEAL = "reveal";

  private static final Set<String> ANNOTATION_FIELDS =
      Set.of("id", "rater", "tag", "anchors", "severity", "enactment", "confidence", "note");
  private static final Set<String> ANCHOR_FIELDS =
      Set.of("transcript", "message", "part", "start", "end", "quote");
  private static final Set<String> VERDICT_FIELDS =
      Set.of("rater", "transcript", "question", "answer");

  private static final Set<String> DECISION_FIELDS =
      Set.of("rater", "anchor", "pack", "rule", "category", "outcome", "as", "put");
  private static final Set<String> PUT_FIELDS = Set.of("annotation", "tag");
  private static final Set<String> REVIEW_FIELDS = Set.of("rater", "transcript", "state");
  private static final Set<String> LINK_FIELDS =
      Set.of("id", "rater", "transcript", "type", "from", "to");
  private static final Set<String> UNSUPPORTED_FIELDS = Set.of("rater", "transcript", "annotation");

  private static final Set<String> REVEAL_FIELDS = Set.of("rater", "transcript", "what");

  private ThingCodec() {}

  /** The stored name of this kind of thing. */
  static String kind(Thing thing) {
    return switch (thing) {
      case Annotation annotation -> ANNOTATION;
      case Verdict verdict -> VERDICT;
      case HighlightDecision decision -> DECISION;
      case Review review -> REVIEW;
      case Link link -> LINK;
      case Unsupported mark -> UNSUPPORTED;
      case Reveal reveal -> REVEAL;
    };
  }

  static String write(Thing thing) {
    return Json.write(
        switch (thing) {
          case Annotation annotation -> object(annotation);
          case Verdict verdict -> object(verdict);
          case HighlightDecision decision -> object(decision);
          case Review review -> object(review);
          case Link link -> object(link);
          case Unsupported mark -> object(mark);
          case Reveal reveal -> object(reveal);
        });
  }

  /**
   * @throws StoreException if the text is not one that {@link #write} makes
   */
  static Thing read(String kind, String text) {
    return read(kind, text, new KnownIds());
  }

  /** The same, where many are read. */
  static Thing read(String kind, String text, KnownIds ids) {
    Thing asWritten = WrittenThings.read(kind, text, ids);
    return asWritten == null ? readAnyhow(kind, text) : asWritten;
  }

  /** Reads it as any JSON text is read, and says what is wrong with it. */
  static Thing readAnyhow(String kind, String text) {
    JsonNode object = Json.read(text);
    return switch (kind) {
      case ANNOTATION -> annotation(object);
      case VERDICT -> verdict(object);
      case DECISION -> decision(object);
      case REVIEW -> review(object);
      case LINK -> link(object);
      case UNSUPPORTED -> unsupported(object);
      case REVEAL -> reveal(object);
      default -> throw Stored.damaged("the log has a thing of no kind that there is");
    };
  }

  private static ObjectNode object(Annotation annotation) {
    ObjectNode object = Json.object();
    object.put("id", annotation.id().toString());
    object.put("rater", annotation.rater().value());
    object.put("tag", annotation.tag().value());
    ArrayNode anchors = object.putArray("anchors");
    for (Anchor anchor : annotation.anchors()) {
      put(anchors.addObject(), anchor);
    }
    Integer severity = annotation.severity();
    if (severity != null) {
      object.put("severity", severity);
    }
    Enactment enactment = annotation.enactment();
    if (enactment != null) {
      object.put("enactment", enactment.wire());
    }
    Confidence confidence = annotation.confidence();
    if (confidence != null) {
      object.put("confidence", confidence.wire());
    }
    return object.put("note", annotation.note());
  }

  private static ObjectNode object(Verdict verdict) {
    return Json.object()
        .put("rater", verdict.rater().value())
        .put("transcript", verdict.transcript().value())
        .put("question", verdict.question().value())
        .put("answer", verdict.answer());
  }

  private static ObjectNode object(HighlightDecision decision) {
    ObjectNode object = Json.object();
    object.put("rater", decision.rater().value());
    put(object.putObject("anchor"), decision.highlight().anchor());
    object.put("pack", decision.highlight().pack());
    object.put("rule", decision.highlight().rule());
    object.put("category", decision.highlight().category());
    object.put("outcome", decision.outcome().wire());
    decision.outcome().other().ifPresent(category -> object.put("as", category));
    Tagging put = decision.tagging();
    if (put != null) {
      object
          .putObject("put")
          .put("annotation", put.annotation().toString())
          .put("tag", put.tag().value());
    }
    return object;
  }

  private static ObjectNode object(Review review) {
    return Json.object()
        .put("rater", review.rater().value())
        .put("transcript", review.transcript().value())
        .put("state", review.state().wire());
  }

  private static ObjectNode object(Link link) {
    return Json.object()
        .put("id", link.id().toString())
        .put("rater", link.rater().value())
        .put("transcript", link.transcript().value())
        .put("type", link.type().wire())
        .put("from", link.from().toString())
        .put("to", link.to().toString());
  }

  private static ObjectNode object(Unsupported mark) {
    return Json.object()
        .put("rater", mark.rater().value())
        .put("transcript", mark.transcript().value())
        .put("annotation", mark.annotation().toString());
  }

  private static ObjectNode object(Reveal reveal) {
    return Json.object()
        .put("rater", reveal.rater().value())
        .put("transcript", reveal.transcript().value())
        .put("what", reveal.what().wire());
  }

  private static void put(ObjectNode object, Anchor anchor) {
    object
        .put("transcript", anchor.transcript().value())
        .put("message", anchor.message())
        .put("part", anchor.part())
        .put("start", anchor.span().start())
        .put("end", anchor.span().end())
        .put("quote", anchor.quote());
  }

  private static Annotation annotation(JsonNode object) {
    requireOnly(object, ANNOTATION_FIELDS);
    List<Anchor> anchors = new ArrayList<>();
    for (JsonNode anchor : object.path("anchors")) {
      anchors.add(anchor(anchor));
    }
    return Stored.value(
        () ->
            new Annotation(
                AnnotationId.of(Json.text(object, "id")),
                new RaterId(Json.text(object, "rater")),
                new TagId(Json.text(object, "tag")),
                anchors,
                object.has("severity") ? Json.integer(object, "severity") : null,
                enactment(Json.textIfAny(object, "enactment")),
                confidence(Json.textIfAny(object, "confidence")),
                Json.text(object, "note")));
  }

  private static Anchor anchor(JsonNode object) {
    requireOnly(object, ANCHOR_FIELDS);
    return Stored.value(
        () ->
            new Anchor(
                new TranscriptId(Json.text(object, "transcript")),
                Json.integer(object, "message"),
                Json.integer(object, "part"),
                Stored.span(Json.integer(object, "start"), Json.integer(object, "end")),
                Json.text(object, "quote")));
  }

  private static Verdict verdict(JsonNode object) {
    requireOnly(object, VERDICT_FIELDS);
    return Stored.value(
        () ->
            new Verdict(
                new RaterId(Json.text(object, "rater")),
                new TranscriptId(Json.text(object, "transcript")),
                new QuestionId(Json.text(object, "question")),
                Json.text(object, "answer")));
  }

  private static HighlightDecision decision(JsonNode object) {
    requireOnly(object, DECISION_FIELDS);
    return Stored.value(
        () ->
            new HighlightDecision(
                new RaterId(Json.text(object, "rater")),
                new HighlightRef(
                    anchor(object.path("anchor")),
                    Json.text(object, "pack"),
                    Json.text(object, "rule"),
                    Json.text(object, "category")),
                HighlightOutcome.ofWire(Json.text(object, "outcome"), Json.textIfAny(object, "as"))
                    .orElseThrow(ThingCodec::unknownWord),
                tagging(object.path("put"))));
  }

  private static Review review(JsonNode object) {
    requireOnly(object, REVIEW_FIELDS);
    return Stored.value(
        () ->
            new Review(
                new RaterId(Json.text(object, "rater")),
                new TranscriptId(Json.text(object, "transcript")),
                Review.State.ofWire(Json.text(object, "state"))
                    .orElseThrow(ThingCodec::unknownWord)));
  }

  private static Link link(JsonNode object) {
    requireOnly(object, LINK_FIELDS);
    return Stored.value(
        () ->
            new Link(
                LinkId.of(Json.text(object, "id")),
                new RaterId(Json.text(object, "rater")),
                new TranscriptId(Json.text(object, "transcript")),
                Link.Type.ofWire(Json.text(object, "type")).orElseThrow(ThingCodec::unknownWord),
                AnnotationId.of(Json.text(object, "from")),
                AnnotationId.of(Json.text(object, "to"))));
  }

  private static Unsupported unsupported(JsonNode object) {
    requireOnly(object, UNSUPPORTED_FIELDS);
    return Stored.value(
        () ->
            new Unsupported(
                new RaterId(Json.text(object, "rater")),
                new TranscriptId(Json.text(object, "transcript")),
                AnnotationId.of(Json.text(object, "annotation"))));
  }

  private static Reveal reveal(JsonNode object) {
    requireOnly(object, REVEAL_FIELDS);
    return Stored.value(
        () ->
            new Reveal(
                new RaterId(Json.text(object, "rater")),
                new TranscriptId(Json.text(object, "transcript")),
                Reveal.Of.ofWire(Json.text(object, "what")).orElseThrow(ThingCodec::unknownWord)));
  }

  private static @Nullable Tagging tagging(JsonNode object) {
    if (object.isMissingNode()) {
      return null;
    }
    requireOnly(object, PUT_FIELDS);
    return new Tagging(
        AnnotationId.of(Json.text(object, "annotation")), new TagId(Json.text(object, "tag")));
  }

  private static @Nullable Enactment enactment(@Nullable String wire) {
    return wire == null ? null : Enactment.ofWire(wire).orElseThrow(ThingCodec::unknownWord);
  }

  private static @Nullable Confidence confidence(@Nullable String wire) {
    return wire == null ? null : Confidence.ofWire(wire).orElseThrow(ThingCodec::unknownWord);
  }

  private static StoreException unknownWord() {
    return Stored.damaged("the log has a word that is not known");
  }

  /** A field that was overlooked would be lost without a word when the thing is next changed. */
  private static void requireOnly(JsonNode object, Set<String> fields) {
    object
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (!fields.contains(field)) {
                throw Stored.damaged("the log has a field that is not known");
              }
            });
  }
}
