package examen.export;

import com.fasterxml.jackson.core.JsonGenerator;
import examen.transcript.Branch;
import examen.transcript.Message;
import examen.transcript.Metadata;
import examen.transcript.Part;
import examen.transcript.Provenance;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a transcript whole: nothing that was imported is left out. */
final class TranscriptJson {
  private TranscriptJson() {}

  /** Writes the transcript's fields into the object that is open. */
  static void write(JsonGenerator json, Transcript transcript) throws IOException {
    json.writeStringField("id", transcript.id().value());
    json.writeStringField("title", transcript.title());
    provenance(json, transcript.provenance());
    JsonlExport.map(json, "conditions", transcript.conditions().values());
    metadata(json, transcript.metadata());
    json.writeArrayFieldStart("messages");
    for (Message message : transcript.messages()) {
      message(json, message);
    }
    json.writeEndArray();
    if (!transcript.branches().isEmpty()) {
      branches(json, transcript);
    }
  }

  private static void provenance(JsonGenerator json, Provenance provenance) throws IOException {
    json.writeObjectFieldStart("provenance");
    json.writeStringField("format", provenance.format());
    json.writeStringField("source", provenance.source());
    json.writeStringField("record", provenance.record());
    if (!provenance.sample().isEmpty()) {
      json.writeStringField("sample", provenance.sample());
    }
    json.writeStringField("sha256", provenance.sha256());
    json.writeNumberField("reader_version", provenance.readerVersion());
    json.writeEndObject();
  }

  private static void branches(JsonGenerator json, Transcript transcript) throws IOException {
    json.writeArrayFieldStart("branches");
    for (Branch branch : transcript.branches()) {
      json.writeStartObject();
      json.writeStringField("name", branch.name());
      json.writeArrayFieldStart("messages");
      for (int message : branch.messages()) {
        json.writeNumber(message);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void message(JsonGenerator json, Message message) throws IOException {
    json.writeStartObject();
    json.writeStringField("role", message.role().wire());
    optional(json, "speaker", message.speaker());
    json.writeArrayFieldStart("parts");
    for (Part part : message.parts()) {
      json.writeStartObject();
      part(json, part);
      json.writeEndObject();
    }
    json.writeEndArray();
    metadata(json, message.metadata());
    json.writeEndObject();
  }

  private static void part(JsonGenerator json, Part part) throws IOException {
    switch (part) {
      case Part.Text text -> body(json, "text", text);
      case Part.Reasoning reasoning -> {
        body(json, "reasoning", reasoning);
        json.writeStringField("reasoning", reasoning.kind().wire());
        optional(json, "seal", reasoning.seal());
      }
      case Part.ToolCall call -> call(json, call);
      case Part.ToolResult result -> {
        body(json, "tool-result", result);
        optional(json, "function", result.function());
        optional(json, "call_id", result.callId());
        optional(json, "error", result.error());
      }
      case Part.Media media -> {
        json.writeStringField("kind", "media");
        json.writeStringField("media_type", media.mediaType());
        json.writeStringField("reference", media.reference());
      }
      case Part.Unknown unknown -> {
        json.writeStringField("kind", "unknown");
        json.writeStringField("type", unknown.type());
        json.writeStringField("raw", unknown.raw());
      }
    }
  }

  private static void call(JsonGenerator json, Part.ToolCall call) throws IOException {
    body(json, "tool-call", call);
    json.writeStringField("function", call.function());
    optional(json, "call_id", call.callId());
    optional(json, "raw", call.raw());
    json.writeArrayFieldStart("arguments");
    for (Part.Argument argument : call.arguments()) {
      json.writeStartObject();
      json.writeStringField("name", argument.name());
      span(json, argument.value());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void body(JsonGenerator json, String kind, Part part) throws IOException {
    json.writeStringField("kind", kind);
    json.writeStringField("text", part.text());
    Span source = part.source();
    if (source != null) {
      json.writeObjectFieldStart("source");
      span(json, source);
      json.writeEndObject();
    }
  }

  private static void span(JsonGenerator json, @Nullable Span span) throws IOException {
    if (span != null) {
      json.writeNumberField("start_utf16", span.start());
      json.writeNumberField("end_utf16", span.end());
    }
  }

  private static void metadata(JsonGenerator json, Metadata metadata) throws IOException {
    if (metadata.values().isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("metadata");
    for (Map.Entry<String, String> value : metadata.values().entrySet()) {
      json.writeFieldName(value.getKey());
      json.writeRawValue(value.getValue());
    }
    json.writeEndObject();
  }

  private static void optional(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }
}
