package examen.format.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import examen.format.Malformed;
import examen.format.Sink;
import examen.format.Source;
import examen.format.json.JsonLines;
import examen.format.json.JsonRecord;
import examen.format.json.JsonRecords;
import examen.format.json.RecordCopy;
import examen.transcript.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** One conversation as a file of messages, one a record, without a list around them. */
final class LooseMessages {
  private static final Set<String> NAMES =
      Set.of(
          "role",
          "content",
          "name",
          "id",
          "timestamp",
          "created_at",
          "tool_calls",
          "tool_call_id",
          "function_call",
          "reasoning",
          "reasoning_content",
          "thinking",
          "refusal",
          "canary");

  private final Sink sink;
  private final ArrayNode messages = JsonNodeFactory.instance.arrayNode();
  private final MessageDigest digest = Sha256.digest();
  private long length;

  private LooseMessages(Sink sink) {
    this.sink = sink;
  }

  /** Whether this record is a message and nothing besides, which no sample of a data set is. */
  static boolean isMessage(JsonNode record) {
    return record.path("role").isTextual()
        && record.has("content")
        && record.properties().stream().map(Map.Entry::getKey).allMatch(NAMES::contains);
  }

  /**
   * All messages of the file as one record. The raw record is the whole file.
   *
   * @param head its first bytes
   * @throws Malformed if there is none, or if they are too long for one conversation
   */
  static JsonRecord of(Source source, byte[] head, Sink sink) throws IOException, Malformed {
    LooseMessages all = new LooseMessages(sink);
    JsonRecords.each(source, head, sink, all::take);
    if (all.messages.isEmpty()) {
      throw new Malformed("none of its records is a message");
    }
    RecordCopy copy = new RecordCopy();
    try (InputStream in = copy.of(source.open())) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    sink.raw(copy.utf8());
    return new JsonRecord(all.messages, "", HexFormat.of().formatHex(all.digest.digest()));
  }

  private void take(JsonRecord record) throws Malformed {
    if (length > JsonLines.LONGEST) {
      return;
    }
    if (!record.value().path("role").isTextual()) {
      throw new Malformed("it is no message");
    }
    length += record.value().path("content").asText("").length();
    if (length > JsonLines.LONGEST) {
      sink.warning(record.place(), "too long for one conversation; the rest was left out");
      return;
    }
    digest.update(record.sha256().getBytes(StandardCharsets.US_ASCII));
    messages.add(record.value());
  }
}
