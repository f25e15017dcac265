package examen.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import examen.transcript.Anchor;
import examen.transcript.Part;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.io.IOException;

/** Where a highlight stands, in both units. */
final class PlaceJson {
  private PlaceJson() {}

  /** The fields of a place, within an object that is open. */
  static void write(JsonGenerator json, Transcript transcript, Anchor anchor) throws IOException {
    Part part =
        transcript
            .part(anchor.message(), anchor.part())
            .orElseThrow(() -> new IllegalStateException("a highlight outside of its transcript"));
    Span span = anchor.span();
    Span points = span.inCodePoints(part.text());
    json.writeStringField("source", transcript.provenance().source());
    json.writeStringField("record", transcript.provenance().record());
    json.writeStringField("transcript", transcript.id().value());
    json.writeNumberField("message", anchor.message());
    json.writeNumberField("part", anchor.part());
    json.writeStringField("part_kind", PartKind.of(part));
    json.writeNumberField("start", span.start());
    json.writeNumberField("end", span.end());
    json.writeNumberField("start_codepoint", points.start());
    json.writeNumberField("end_codepoint", points.end());
  }
}
