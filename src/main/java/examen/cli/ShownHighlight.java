package examen.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import examen.highlight.Highlight;
import examen.highlight.Likelihood;
import examen.transcript.Transcript;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A highlight with all that is printed of it.
 *
 * @param likelihood null where it is not known
 */
record ShownHighlight(
    String title, ShownPlace place, Highlight highlight, @Nullable Likelihood likelihood) {
  private static final int QUOTE = 90;

  static ShownHighlight of(
      Transcript transcript, Highlight highlight, @Nullable Likelihood likelihood) {
    return new ShownHighlight(
        transcript.title(), ShownPlace.of(transcript, highlight.anchor()), highlight, likelihood);
  }

  String line() {
    return "%-24s %s [%d] %s"
        .formatted(
            highlight.kind().wire(),
            Plain.of(title),
            highlight.anchor().message(),
            Plain.of(highlight.anchor().quote(), QUOTE));
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    place.write(json);
    json.writeStringField("category", highlight.kind().wire());
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
