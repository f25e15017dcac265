package examen.format.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import examen.format.Malformed;
import examen.format.Recognition;
import examen.format.Recognition.Certainty;
import examen.format.Sink;
import examen.format.Source;
import examen.format.chat.ChatSample;
import examen.format.json.HeadTree;
import examen.format.json.JsonRecord;
import examen.format.json.JsonRecords;
import examen.format.json.RecordFormat;
import examen.format.provider.ProviderPair;
import examen.transcript.Conditions;
import examen.transcript.Role;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Conversations as lists of messages with role and content: fine-tuning files of OpenAI and those
 * modelled on them, one {@code {"messages": [...]}} a record, records of prompt and completion, one
 * bare list of messages, or one conversation as messages without a list.
 */
public final class OpenAiMessagesFormat implements RecordFormat {
  static final String ID = "openai-messages";
  static final int READER_VERSION = 1;

  private static final Set<String> READ =
      Set.of("messages", "prompt", "completion", "system", "instructions", "model", "id");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String name() {
    return "Messages with role and content (OpenAI fine-tuning, one JSON or JSONL)";
  }

  @Override
  public String signs() {
    return "JSON or JSON lines with messages of role and content, a bare list of them, or one a"
        + " record";
  }

  @Override
  public Recognition recognise(Source source, byte[] head) throws IOException {
    if (ProviderPair.isRequestOfPair(source)) {
      return Recognition.no();
    }
    JsonNode first = JsonRecords.first(source, head);
    return LooseMessages.isMessage(first)
        ? new Recognition(Certainty.LIKELY, "messages with role and content, one a record")
        : recognise(first);
  }

  @Override
  public Recognition recognise(JsonNode first) {
    if (PreferenceFormat.isPreference(first)) {
      return Recognition.no();
    }
    if (HeadTree.isConversation(first) || HeadTree.isConversation(first.path("messages"))) {
      return new Recognition(Certainty.LIKELY, "a list of messages with role and content");
    }
    boolean pair = first.has("prompt") && first.has("completion");
    return pair && (first.size() == 2 || HeadTree.isConversation(first.path("completion")))
        ? new Recognition(Certainty.LIKELY, "prompt and completion")
        : Recognition.no();
  }

  @Override
  public void read(Source source, Sink sink) throws IOException, Malformed {
    byte[] head = source.head();
    if (LooseMessages.isMessage(JsonRecords.first(source, head))) {
      take(source, sink, LooseMessages.of(source, head, sink));
    } else {
      JsonRecords.each(source, head, sink, record -> take(source, sink, record));
    }
  }

  @Override
  public void take(Source source, Sink sink, JsonRecord record) throws Malformed {
    JsonNode value = record.value();
    ChatSample sample = new ChatSample(ID, READER_VERSION, source, record);
    if (value.isArray()) {
      sample.addAll(value);
      sink.transcript(sample.builder().build(), List.of(), List.of());
      return;
    }
    sample.describe(READ);
    if (value.path("messages").isArray()) {
      sample.addSystem(value.path("system"));
      sample.addSystem(value.path("instructions"));
      sample.addAll(value.path("messages"));
      sample.placeImages(value.path("images"));
    } else if (value.has("prompt") && value.has("completion")) {
      sample.addSaid(Role.USER, value.path("prompt"));
      sample.addSaid(Role.ASSISTANT, value.path("completion"));
    } else {
      throw new Malformed("it has no list of messages");
    }
    sample.builder().condition(Conditions.MODEL, value.path("model").asText(""));
    sink.transcript(sample.builder().build(), List.of(), List.of());
  }
}
