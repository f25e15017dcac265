package examen.format.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.format.Malformed;
import examen.format.Recognition;
import examen.format.Recognition.Certainty;
import examen.format.Sink;
import examen.format.Source;
import examen.format.chat.ChatSample;
import examen.format.json.JsonReading;
import examen.format.json.JsonRecord;
import examen.format.json.RecordFormat;
import examen.transcript.Role;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Preferences: two answers of which one was chosen, each a branch of one transcript, as messages,
 * texts, or texts with the marks {@code Human:} and {@code Assistant:} of HH-RLHF; and single
 * answers with a label for good or bad (KTO).
 */
public final class PreferenceFormat implements RecordFormat {
  static final String ID = "preference";
  static final int READER_VERSION = 1;

  private static final String CHOSEN = "chosen";
  private static final String REJECTED = "rejected";
  private static final String LABEL = "label";

  /** Where records have what both answers answer, in this order. */
  private static final List<String> ASKED =
      List.of("system", "messages", "conversations", "instruction", "prompt", "question", "input");

  private static final Set<String> READ =
      Set.of(
          CHOSEN,
          REJECTED,
          LABEL,
          "prompt",
          "question",
          "instruction",
          "input",
          "system",
          "messages",
          "conversations",
          "completion",
          "id");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String name() {
    return "Preference data (chosen and rejected, HH-RLHF, KTO)";
  }

  @Override
  public String signs() {
    return "JSON or JSON lines with chosen and rejected, or completion and label";
  }

  @Override
  public Recognition recognise(JsonNode first) {
    return isPreference(first)
        ? new Recognition(Certainty.SURE, "chosen and rejected, or a conversation with a label")
        : Recognition.no();
  }

  /** Whether a record is one of preferences. */
  static boolean isPreference(JsonNode record) {
    boolean conversation =
        record.path("messages").isArray()
            || record.path("conversations").isArray()
            || (record.has("prompt") && record.has("completion"));
    return (record.has(CHOSEN) && record.has(REJECTED))
        || (conversation && record.path(LABEL).isBoolean());
  }

  @Override
  public void take(Source source, Sink sink, JsonRecord record) throws Malformed {
    JsonNode value = record.value();
    if (!isPreference(value)) {
      throw new Malformed("it has neither two answers, chosen and rejected, nor one with a label");
    }
    ChatSample sample = new ChatSample(ID, READER_VERSION, source, record);
    sample.describe(READ);
    boolean labelled = !value.has(CHOSEN);
    if (labelled) {
      addAsked(sample, value);
      if (value.has("completion")) {
        sample.addSaid(Role.ASSISTANT, value.path("completion"));
      }
    } else {
      addPair(sample, value);
    }
    sample.placeImages(value.path("images"));
    Transcript transcript = sample.builder().build();
    if (value.path(LABEL).isMissingNode() || value.path(LABEL).isNull()) {
      sink.transcript(transcript, List.of(), List.of());
      return;
    }
    ClassifierRun run = new ClassifierRun("preference/label", "label of the data set", "", ID);
    ClassifierLabel label =
        new ClassifierLabel(
            run.id(), transcript.id(), "desirable", text(value.path(LABEL)), null, null);
    sink.transcript(transcript, List.of(run), List.of(label));
  }

  private static String text(JsonNode label) {
    return label.isTextual() ? label.textValue() : JsonReading.text(label);
  }

  private static void addAsked(ChatSample sample, JsonNode value) throws Malformed {
    for (String name : ASKED) {
      JsonNode asked = value.path(name);
      if (name.equals("system")) {
        sample.addSystem(asked);
      } else if (asked.isTextual() && HumanAssistantText.isDialogue(asked.textValue())) {
        sample.addAll(HumanAssistantText.messages(asked.textValue()));
      } else if (!ChatSample.isEmpty(asked)) {
        sample.addSaid(Role.USER, asked);
      }
    }
  }

  private static void addPair(ChatSample sample, JsonNode value) throws Malformed {
    ArrayNode chosen = answer(value.path(CHOSEN));
    ArrayNode rejected = answer(value.path(REJECTED));
    if (chosen.size() > 1 && rejected.size() > 1) {
      // Both say again what was asked.
      ASKED.forEach(name -> sample.builder().keep(name, value.path(name)));
    } else {
      addAsked(sample, value);
    }
    sample.builder().keep("completion", value.path("completion"));
    List<Integer> shared = new ArrayList<>();
    for (int i = 0; i < sample.builder().size(); i++) {
      shared.add(i);
    }
    int same = shared.isEmpty() ? commonStart(chosen, rejected) : 0;
    for (int i = 0; i < same; i++) {
      shared.add(sample.add(chosen.path(i)));
    }
    addBranch(sample, CHOSEN, shared, rest(chosen, same));
    addBranch(sample, REJECTED, shared, rest(rejected, same));
  }

  private static void addBranch(
      ChatSample sample, String name, List<Integer> shared, ArrayNode messages) throws Malformed {
    List<Integer> way = new ArrayList<>(shared);
    sample.builder().key(name);
    for (JsonNode message : messages) {
      way.add(sample.add(message));
    }
    sample.builder().branch(name, way);
  }

  /** An answer as messages, whatever form it has. */
  private static ArrayNode answer(JsonNode said) {
    ArrayNode messages = JsonNodeFactory.instance.arrayNode();
    boolean listed = said.isArray() && (said.path(0).has("role") || said.path(0).has("from"));
    if (listed) {
      messages.addAll((ArrayNode) said);
    } else if (said.isTextual() && HumanAssistantText.isDialogue(said.textValue())) {
      messages.addAll(HumanAssistantText.messages(said.textValue()));
    } else if (said.isObject() && (said.has("role") || said.has("from"))) {
      messages.add(said);
    } else {
      messages.add(ChatSample.message(Role.ASSISTANT, said));
    }
    return messages;
  }

  private static int commonStart(ArrayNode one, ArrayNode other) {
    int same = 0;
    int most = Math.min(one.size(), other.size()) - 1;
    while (same < most && one.get(same).equals(other.get(same))) {
      same++;
    }
    return same;
  }

  private static ArrayNode rest(ArrayNode messages, int from) {
    ArrayNode rest = JsonNodeFactory.instance.arrayNode();
    for (int i = from; i < messages.size(); i++) {
      rest.add(messages.path(i));
    }
    return rest;
  }
}
