package examen.format.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import examen.format.Malformed;
import examen.format.Recognition;
import examen.format.Recognition.Certainty;
import examen.format.Sink;
import examen.format.Source;
import examen.format.chat.ChatSample;
import examen.format.json.JsonRecord;
import examen.format.json.RecordFormat;
import examen.transcript.Conditions;
import examen.transcript.Role;
import java.util.List;
import java.util.Set;

/**
 * Data sets of conversations: ShareGPT's {@code conversations} of {@code from} and {@code value},
 * and Alpaca's instruction, input and output.
 */
public final class ShareGptFormat implements RecordFormat {
  static final String ID = "sharegpt";
  static final int READER_VERSION = 1;

  private static final Set<String> READ =
      Set.of("conversations", "system", "id", "model", "instruction", "input", "output", "history");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String name() {
    return "ShareGPT and Alpaca data sets";
  }

  @Override
  public String signs() {
    return "a list or JSON lines with conversations of from and value, or instruction and output";
  }

  @Override
  public Recognition recognise(JsonNode first) {
    if (PreferenceFormat.isPreference(first)) {
      return Recognition.no();
    }
    JsonNode turn = first.path("conversations").path(0);
    if (turn.has("from") || turn.has("value")) {
      return new Recognition(Certainty.SURE, "conversations of from and value");
    }
    if (turn.has("role") || turn.has("content")) {
      return new Recognition(Certainty.SURE, "conversations of role and content");
    }
    return first.has("instruction")
            && first.has("output")
            && !first.path("output").isContainerNode()
        ? new Recognition(Certainty.LIKELY, "instruction and output")
        : Recognition.no();
  }

  @Override
  public void take(Source source, Sink sink, JsonRecord record) throws Malformed {
    JsonNode value = record.value();
    ChatSample sample = new ChatSample(ID, READER_VERSION, source, record);
    sample.describe(READ);
    sample.addSystem(value.path("system"));
    if (value.path("conversations").isArray()) {
      sample.addAll(value.path("conversations"));
    } else if (value.has("instruction") && value.has("output")) {
      addAlpaca(sample, value);
    } else {
      throw new Malformed("it has no conversations");
    }
    sample.placeImages(value.path("images"));
    sample.builder().condition(Conditions.MODEL, value.path("model").asText(""));
    sink.transcript(sample.builder().build(), List.of(), List.of());
  }

  /** Turns before, then what was asked, its input as a message of its own, then the answer. */
  private static void addAlpaca(ChatSample sample, JsonNode value) throws Malformed {
    for (JsonNode turn : value.path("history")) {
      sample.addSaid(Role.USER, turn.path(0));
      sample.addSaid(Role.ASSISTANT, turn.path(1));
    }
    sample.addSaid(Role.USER, value.path("instruction"));
    if (!ChatSample.isEmpty(value.path("input"))) {
      sample.addSaid(Role.USER, value.path("input"));
    }
    sample.addSaid(Role.ASSISTANT, value.path("output"));
  }
}
