package examen.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import examen.classifier.Citation;
import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.rating.Annotation;
import examen.rating.Confidence;
import examen.rating.Enactment;
import examen.rating.FirstSight;
import examen.rating.HighlightDecision;
import examen.rating.Link;
import examen.rating.Reveal;
import examen.rating.Review;
import examen.rating.Tagging;
import examen.rating.Thing;
import examen.rating.Unsupported;
import examen.rating.Verdict;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/**
 * One JSON object a line, each with its {@code type}: first the project, then each transcript
 * whole, followed by what raters and classifiers said about it.
 */
final class JsonlExport implements Exporter {
  private static final int VERSION = 1;

  /** How much of the text around a quote goes along, in code points on each side. */
  private static final int CONTEXT = 24;

  /** What was answered when the rater could first know what others say. */
  private static final String BEFORE = "answer_before_reveal";

  @Override
  public String id() {
    return "jsonl";
  }

  @Override
  public String description() {
    return "everything, one JSON object a line";
  }

  @Override
  public void write(Contents contents, OutputStream out) throws IOException {
    JsonFactory factory =
        JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();
    try (JsonGenerator json = factory.createGenerator(out)) {
      json.setRootValueSeparator(null);
      project(json, contents);
      for (ClassifierRun run : contents.runs()) {
        run(json, run);
      }
      while (contents.samples().hasNext()) {
        sample(json, contents.samples().next());
      }
    }
  }

  private static void project(JsonGenerator json, Contents contents) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "examen");
    json.writeNumberField("version", VERSION);
    json.writeObjectFieldStart("codebook");
    json.writeStringField("id", contents.codebook().id());
    json.writeNumberField("version", contents.codebook().version());
    json.writeEndObject();
    endLine(json);
  }

  private static void run(JsonGenerator json, ClassifierRun run) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "classifier-run");
    json.writeStringField("id", run.id());
    json.writeStringField("name", run.name());
    json.writeStringField("version", run.version());
    json.writeStringField("source", run.source());
    endLine(json);
  }

  private static void sample(JsonGenerator json, Contents.Sample sample) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "transcript");
    TranscriptJson.write(json, sample.transcript());
    endLine(json);
    for (Annotation annotation : sample.annotations()) {
      annotation(json, annotation, sample.transcript());
    }
    for (Verdict verdict : sample.verdicts()) {
      verdict(json, verdict, sample);
    }
    withdrawn(json, sample);
    for (HighlightDecision decision : sample.decisions()) {
      decision(json, decision, sample.transcript());
    }
    for (Link link : sample.links()) {
      link(json, link);
    }
    for (Unsupported mark : sample.unsupported()) {
      about(json, "no-supporting-reasoning", mark);
      json.writeStringField("annotation", mark.annotation().toString());
      endLine(json);
    }
    reviews(json, sample);
    for (ClassifierLabel label : sample.labels()) {
      label(json, label, sample.transcript());
    }
  }

  private static void reviews(JsonGenerator json, Contents.Sample sample) throws IOException {
    for (Review review : sample.reviews()) {
      about(json, "review", review);
      json.writeStringField("state", review.state().wire());
      FirstSight sight = sample.sights().get(review.rater());
      if (sight != null && sight.openedAgain()) {
        json.writeBooleanField("opened_again", true);
      }
      endLine(json);
    }
    for (Reveal reveal : sample.reveals()) {
      about(json, "reveal", reveal);
      json.writeStringField("what", reveal.what().wire());
      endLine(json);
    }
  }

  private static void annotation(JsonGenerator json, Annotation annotation, Transcript transcript)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "annotation");
    json.writeStringField("id", annotation.id().toString());
    json.writeStringField("transcript", annotation.transcript().value());
    json.writeStringField("rater", annotation.rater().value());
    json.writeStringField("tag", annotation.tag().value());
    json.writeArrayFieldStart("places");
    for (Anchor anchor : annotation.anchors()) {
      place(json, anchor, transcript);
    }
    json.writeEndArray();
    attributes(json, annotation);
    endLine(json);
  }

  private static void attributes(JsonGenerator json, Annotation annotation) throws IOException {
    Integer severity = annotation.severity();
    if (severity != null) {
      json.writeNumberField("severity", severity);
    }
    Enactment enactment = annotation.enactment();
    if (enactment != null) {
      json.writeStringField("enactment", enactment.wire());
    }
    Confidence confidence = annotation.confidence();
    if (confidence != null) {
      json.writeStringField("confidence", confidence.wire());
    }
    if (!annotation.note().isEmpty()) {
      json.writeStringField("note", annotation.note());
    }
  }

  private static void place(JsonGenerator json, Anchor anchor, Transcript transcript)
      throws IOException {
    String text =
        transcript
            .part(anchor.message(), anchor.part())
            .orElseThrow(() -> new IllegalArgumentException("no part for " + anchor.span()))
            .text();
    Span points = anchor.span().inCodePoints(text);
    json.writeStartObject();
    json.writeNumberField("message", anchor.message());
    json.writeNumberField("part", anchor.part());
    json.writeNumberField("start_codepoint", points.start());
    json.writeNumberField("end_codepoint", points.end());
    json.writeNumberField("start_utf16", anchor.span().start());
    json.writeNumberField("end_utf16", anchor.span().end());
    json.writeStringField("before", before(text, anchor.span().start()));
    json.writeStringField("quote", anchor.quote());
    json.writeStringField("after", after(text, anchor.span().end()));
    json.writeEndObject();
  }

  private static String before(String text, int offset) {
    int some = Math.min(CONTEXT, text.codePointCount(0, offset));
    return text.substring(text.offsetByCodePoints(offset, -some), offset);
  }

  private static String after(String text, int offset) {
    int some = Math.min(CONTEXT, text.codePointCount(offset, text.length()));
    return text.substring(offset, text.offsetByCodePoints(offset, some));
  }

  private static void verdict(JsonGenerator json, Verdict verdict, Contents.Sample sample)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "verdict");
    json.writeStringField("transcript", verdict.transcript().value());
    json.writeStringField("rater", verdict.rater().value());
    json.writeStringField("question", verdict.question().value());
    json.writeStringField("answer", verdict.answer());
    FirstSight sight = sample.sights().get(verdict.rater());
    if (sight != null) {
      json.writeStringField(BEFORE, sight.answer(verdict.question()).orElse(null));
    }
    if (sample.unasked().contains(verdict)) {
      json.writeBooleanField("asked", false);
    }
    endLine(json);
  }

  /** An answer that was given blind and taken back later is no verdict any more, but was one. */
  private static void withdrawn(JsonGenerator json, Contents.Sample sample) throws IOException {
    for (FirstSight sight : sample.sights().values()) {
      for (Verdict before : sight.answers()) {
        if (sample.verdicts().stream().noneMatch(v -> v.isOn(before))) {
          about(json, "verdict-withdrawn", before);
          json.writeStringField("question", before.question().value());
          json.writeStringField(BEFORE, before.answer());
          endLine(json);
        }
      }
    }
  }

  private static void decision(
      JsonGenerator json, HighlightDecision decision, Transcript transcript) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "highlight-decision");
    json.writeStringField("transcript", decision.transcript().value());
    json.writeStringField("rater", decision.rater().value());
    json.writeStringField("pack", decision.highlight().pack());
    json.writeStringField("rule", decision.highlight().rule());
    json.writeStringField("category", decision.highlight().category());
    json.writeStringField("outcome", decision.outcome().wire());
    Optional<String> other = decision.outcome().other();
    if (other.isPresent()) {
      json.writeStringField("as", other.get());
    }
    Tagging tagging = decision.tagging();
    if (tagging != null) {
      json.writeStringField("annotation", tagging.annotation().toString());
    }
    json.writeFieldName("place");
    place(json, decision.highlight().anchor(), transcript);
    endLine(json);
  }

  private static void link(JsonGenerator json, Link link) throws IOException {
    about(json, "link", link);
    json.writeStringField("id", link.id().toString());
    json.writeStringField("relation", link.type().wire());
    json.writeStringField("from", link.from().toString());
    json.writeStringField("to", link.to().toString());
    endLine(json);
  }

  private static void about(JsonGenerator json, String type, Thing thing) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", type);
    json.writeStringField("transcript", thing.transcript().value());
    json.writeStringField("rater", thing.rater().value());
  }

  private static void label(JsonGenerator json, ClassifierLabel label, Transcript transcript)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "classifier-label");
    json.writeStringField("run", label.run());
    json.writeStringField("transcript", label.transcript().value());
    json.writeStringField("name", label.name());
    if (label.number() > 0) {
      json.writeNumberField("number", label.number());
    }
    json.writeFieldName("value");
    json.writeRawValue(label.value());
    Double score = label.score();
    if (score != null) {
      json.writeNumberField("score", score);
    }
    if (label.rationale() != null) {
      json.writeStringField("rationale", label.rationale());
    }
    if (!label.citations().isEmpty()) {
      json.writeArrayFieldStart("citations");
      for (Citation citation : label.citations()) {
        citation(json, citation, transcript);
      }
      json.writeEndArray();
    }
    endLine(json);
  }

  private static void citation(JsonGenerator json, Citation citation, Transcript transcript)
      throws IOException {
    json.writeStartObject();
    switch (citation) {
      case Citation.InText(Anchor anchor, String said, double likeness) -> {
        json.writeFieldName("place");
        place(json, anchor, transcript);
        json.writeNumberField("likeness", likeness);
      }
      case Citation.OfMessage(int message, String said) ->
          json.writeNumberField("message", message);
      case Citation.Unplaced unplaced -> {}
    }
    json.writeStringField("said", citation.quote());
    json.writeEndObject();
  }

  static void map(JsonGenerator json, String name, Map<String, String> values) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> value : values.entrySet()) {
      json.writeStringField(value.getKey(), value.getValue());
    }
    json.writeEndObject();
  }

  private static void endLine(JsonGenerator json) throws IOException {
    json.writeEndObject();
    json.writeRaw('\n');
  }
}
