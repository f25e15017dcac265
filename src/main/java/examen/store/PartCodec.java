package examen.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import examen.transcript.Part;
import examen.transcript.ReasoningKind;
import examen.transcript.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names by which parts are stored, and what a part has beside its text as one JSON object. */
final class PartCodec {
  private static final String TEXT = "text";
  private static final String REASONING = "reasoning";
  private static final String TOOL_CALL = "tool-call";
  private static final String TOOL_RESULT = "tool-result";
  private static final String MEDIA = "media";
  private static final String UNKNOWN = "unknown";

  private PartCodec() {}

  static String kind(Part part) {
    return switch (part) {
      case Part.Text text -> TEXT;
      case Part.Reasoning reasoning -> REASONING;
      case Part.ToolCall call -> TOOL_CALL;
      case Part.ToolResult result -> TOOL_RESULT;
      case Part.Media media -> MEDIA;
      case Part.Unknown unknown -> UNKNOWN;
    };
  }

  static String attributes(Part part) {
    // Most parts are of one of these two kinds; there are very many in an import.
    if (part instanceof Part.Text) {
      return "{}";
    }
    if (part instanceof Part.Reasoning reasoning && reasoning.seal() == null) {
      return "{\"reasoning\":\"" + reasoning.kind().wire() + "\"}";
    }
    return attributesOf(part);
  }

  private static String attributesOf(Part part) {
    ObjectNode object = Json.object();
    switch (part) {
      case Part.Text text -> {}
      case Part.Reasoning reasoning -> {
        object.put("reasoning", reasoning.kind().wire());
        putIfAny(object, "seal", reasoning.seal());
      }
      case Part.ToolCall call -> {
        object.put("function", call.function());
        putIfAny(object, "call_id", call.callId());
        putIfAny(object, "raw", call.raw());
        putArguments(object, call.arguments());
      }
      case Part.ToolResult result -> {
        putIfAny(object, "function", result.function());
        putIfAny(object, "call_id", result.callId());
        putIfAny(object, "error", result.error());
      }
      case Part.Media media -> {
        object.put("media_type", media.mediaType());
        object.put("reference", media.reference());
      }
      case Part.Unknown unknown -> {
        object.put("type", unknown.type());
        object.put("raw", unknown.raw());
      }
    }
    return Json.write(object);
  }

  static Part part(String kind, String text, @Nullable Span source, String attributes) {
    JsonNode object = Json.read(attributes);
    return switch (kind) {
      case TEXT -> new Part.Text(text, source);
      case REASONING ->
          new Part.Reasoning(text, source, reasoningKind(object), Json.textIfAny(object, "seal"));
      case TOOL_CALL ->
          new Part.ToolCall(
              text,
              source,
              Json.text(object, "function"),
              arguments(object),
              Json.textIfAny(object, "call_id"),
              Json.textIfAny(object, "raw"));
      case TOOL_RESULT ->
          new Part.ToolResult(
              text,
              source,
              Json.textIfAny(object, "function"),
              Json.textIfAny(object, "call_id"),
              Json.textIfAny(object, "error"));
      case MEDIA -> new Part.Media(Json.text(object, "media_type"), Json.text(object, "reference"));
      case UNKNOWN -> new Part.Unknown(Json.text(object, "type"), Json.text(object, "raw"));
      default -> throw Stored.damaged("a part of no kind that there is");
    };
  }

  private static ReasoningKind reasoningKind(JsonNode object) {
    return ReasoningKind.ofWire(Json.text(object, "reasoning"))
        .orElseThrow(() -> Stored.damaged("reasoning of no kind that there is"));
  }

  private static void putArguments(ObjectNode call, List<Part.Argument> arguments) {
    ArrayNode array = call.putArray("arguments");
    for (Part.Argument argument : arguments) {
      ObjectNode object = array.addObject().put("name", argument.name());
      Span value = argument.value();
      if (value != null) {
        object.put("start", value.start()).put("end", value.end());
      }
    }
  }

  private static List<Part.Argument> arguments(JsonNode call) {
    List<Part.Argument> arguments = new ArrayList<>();
    for (JsonNode object : call.path("arguments")) {
      Span value =
          object.has("start")
              ? Stored.span(Json.integer(object, "start"), Json.integer(object, "end"))
              : null;
      arguments.add(new Part.Argument(Json.text(object, "name"), value));
    }
    return arguments;
  }

  private static void putIfAny(ObjectNode object, String field, @Nullable String value) {
    if (value != null) {
      object.put(field, value);
    }
  }
}
