package examen.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import examen.transcript.Anchor;
import examen.transcript.Part;
import examen.transcript.Provenance;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.io.IOException;

/**
 * Where a highlight stands, in both units.
 *
 * @param kind of the part that it is in
 * @param points its place in code points
 */
record ShownPlace(Provenance provenance, String kind, Anchor anchor, Span points) {
  static ShownPlace of(Transcript transcript, Anchor anchor) {
    Part part =
        transcript
            .part(anchor.message(), anchor.part())
            .orElseThrow(() -> new IllegalStateException("a highlight outside of its transcript"));
    return new ShownPlace(
        transcript.provenance(),
        PartKind.of(part),
        anchor,
        anchor.span().inCodePoints(part.text()));
  }

  /** The fields of a place, within an object that is open. */
  void write(JsonGenerator json) throws IOException {
    json.writeStringField("source", provenance.source());
    json.writeStringField("record", provenance.record());
    json.writeStringField("transcript", anchor.transcript().value());
    json.writeNumberField("message", anchor.message());
    json.writeNumberField("part", anchor.part());
    json.writeStringField("part_kind", kind);
    json.writeNumberField("start", anchor.span().start());
    json.writeNumberField("end", anchor.span().end());
    json.writeNumberField("start_codepoint", points.start());
    json.writeNumberField("end_codepoint", points.end());
  }
}
