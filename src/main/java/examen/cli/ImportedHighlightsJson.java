package examen.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import examen.app.ImportedHighlights.Loose;
import examen.app.ImportedJob;
import examen.highlight.Category;
import examen.highlight.FoundBy;
import examen.highlight.Highlight;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What {@code examen detect --imported --json} prints besides. */
final class ImportedHighlightsJson {
  private final JsonGenerator json;
  private final List<Unplaced> unplaced = new ArrayList<>();

  private record Unplaced(TranscriptId transcript, Loose what) {}

  ImportedHighlightsJson(JsonGenerator json) {
    this.json = json;
  }

  /** Two lists: what stands in a text, and what does not. */
  void write(Consumer<ImportedJob.Found> each) throws IOException {
    json.writeArrayFieldStart("imported");
    each.accept(
        (transcript, shown) -> {
          shown.highlights().forEach(highlight -> writeUnchecked(transcript, highlight));
          shown.loose().forEach(loose -> unplaced.add(new Unplaced(transcript.id(), loose)));
        });
    json.writeEndArray();
    json.writeArrayFieldStart("without_place");
    for (Unplaced one : unplaced) {
      write(one.transcript(), one.what());
    }
    json.writeEndArray();
  }

  private void writeUnchecked(Transcript transcript, Highlight highlight) {
    try {
      if (highlight.foundBy() instanceof FoundBy.Classifier by) {
        write(transcript, highlight, by);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Transcript transcript, Highlight highlight, FoundBy.Classifier by)
      throws IOException {
    json.writeStartObject();
    ShownPlace.of(transcript, highlight.anchor()).write(json);
    label(by.run(), by.label(), by.number());
    json.writeFieldName("value");
    json.writeRawValue(by.value());
    Double score = by.score();
    if (score != null) {
      json.writeNumberField("score", score);
    }
    Optional<Category> category = highlight.category();
    if (category.isPresent()) {
      json.writeStringField("category", category.get().wire());
    }
    json.writeStringField("quote", highlight.anchor().quote());
    json.writeStringField("said", by.said());
    json.writeNumberField("likeness", by.likeness());
    json.writeStringField("reason", highlight.reason());
    json.writeEndObject();
  }

  private void write(TranscriptId transcript, Loose loose) throws IOException {
    json.writeStartObject();
    json.writeStringField("transcript", transcript.value());
    label(loose.run(), loose.label(), loose.number());
    json.writeNumberField("citation", loose.citation());
    Integer message = loose.message();
    if (message != null) {
      json.writeNumberField("message", message);
    }
    json.writeStringField("said", loose.quote());
    json.writeEndObject();
  }

  private void label(FoundBy.Run run, String label, int number) throws IOException {
    json.writeStringField("run", run.id());
    json.writeStringField("classifier", run.name());
    json.writeStringField("version", run.version());
    json.writeStringField("label", label);
    json.writeNumberField("number", number);
  }
}
