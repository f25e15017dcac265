package examen.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import examen.highlight.Highlight;
import examen.highlight.Likelihood;
import examen.transcript.Part;
import examen.transcript.Provenance;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A highlight with all that is printed of it.
 *
 * @param kind of the part that it is in
 * @param points its place in code points
 * @param likelihood null where it is not known
 */
record ShownHighlight(
    String title,
    Provenance provenance,
    String kind,
    Span points,
    Highlight highlight,
    @Nullable Likelihood likelihood) {
  private static final int QUOTE = 90;

  static ShownHighlight of(
      Transcript transcript, Highlight highlight, @Nullable Likelihood likelihood) {
    Part part =
        transcript
            .part(highlight.anchor().message(), highlight.anchor().part())
            .orElseThrow(() -> new IllegalStateException("a highlight outside of its transcript"));
    return new ShownHighlight(
        transcript.title(),
        transcript.provenance(),
        PartKind.of(part),
        highlight.anchor().span().inCodePoints(part.text()),
        highlight,
        likelihood);
  }

  String line() {
    return "%-24s %s [%d] %s"
        .formatted(
            highlight.category().wire(),
            Plain.of(title),
            highlight.anchor().message(),
            Plain.of(highlight.anchor().quote(), QUOTE));
  }

  void write(JsonGenerator json) throws IOException {
    Span span = highlight.anchor().span();
    json.writeStartObject();
    json.writeStringField("source", provenance.source());
    json.writeStringField("record", provenance.record());
    json.writeStringField("transcript", highlight.anchor().transcript().value());
    json.writeNumberField("message", highlight.anchor().message());
    json.writeNumberField("part", highlight.anchor().part());
    json.writeStringField("part_kind", kind);
    json.writeNumberField("start", span.start());
    json.writeNumberField("end", span.end());
    json.writeNumberField("start_codepoint", points.start());
    json.writeNumberField("end_codepoint", points.end());
    json.writeStringField("category", highlight.category().wire());
    json.writeStringField("pack", highlight.pack());
    json.writeStringField("rule", highlight.rule());
    json.writeNumberField("cue_start", highlight.cue().start());
    json.writeNumberField("cue_end", highlight.cue().end());
    json.writeStringField("quote", highlight.anchor().quote());
    json.writeStringField("reason", highlight.reason());
    if (likelihood != null) {
      write(json, likelihood);
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Likelihood likelihood) throws IOException {
    json.writeNumberField("likelihood", likelihood.value());
    json.writeNumberField("decisions", likelihood.decisions());
    json.writeArrayFieldStart("strongest");
    for (Likelihood.Weight weight : likelihood.strongest()) {
      json.writeStartObject();
      json.writeStringField("words", weight.words());
      json.writeNumberField("log_odds", weight.by());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
