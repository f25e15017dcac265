package examen.store;

import examen.transcript.Branch;
import examen.transcript.Conditions;
import examen.transcript.Message;
import examen.transcript.Metadata;
import examen.transcript.Part;
import examen.transcript.Provenance;
import examen.transcript.ReasoningKind;
import examen.transcript.Role;
import examen.transcript.Span;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Transcripts of all kinds of parts, in a text that is hard to keep as it is. */
final class RandomTranscripts {
  private static final List<String> NASTY =
      List.of(
          "a",
          "e\u0301",
          "\u00e9",
          " ",
          "  ",
          "\t",
          "\n",
          "\r",
          "\r\n",
          "\u0000",
          "\u0001",
          "\u001b[31m",
          "\u007f",
          "\u0085",
          "\u2028",
          "\u2029",
          "\ufeff",
          "\ufffd",
          "\ufffe",
          "\uffff",
          "\u200b",
          "\u202e",
          "\u05d0\u05d1",
          "\u0645\u0631",
          "\ud83d\ude00",
          "\ud83d\udc68\u200d\ud83d\udcbb",
          "\ud834\udd1e",
          "\udbff\udfff",
          "\ue000",
          "\"",
          "'",
          "\\",
          "\\u0000",
          "{",
          "}",
          "[",
          "]",
          ";",
          "--",
          "?",
          "%",
          "null",
          "0",
          "<b>",
          "&amp;");

  private final Random random;

  RandomTranscripts(long seed) {
    random = new Random(seed);
  }

  Transcript next() {
    List<Message> messages = new ArrayList<>();
    int count = random.nextInt(7);
    for (int i = 0; i < count; i++) {
      messages.add(message(i));
    }
    return new Transcript(
        id(),
        text(),
        new Provenance("plain", text(), text(), "0".repeat(64), random.nextInt(100)),
        Conditions.of(map()),
        random.nextBoolean() ? Metadata.NONE : Metadata.of(map()),
        messages,
        branches(count));
  }

  TranscriptId id() {
    return new TranscriptId("%016x%016x".formatted(random.nextLong(), random.nextLong()));
  }

  String text() {
    int pieces = random.nextInt(5) == 0 ? 0 : random.nextInt(30);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(NASTY.get(random.nextInt(NASTY.size())));
    }
    return text.toString();
  }

  private <T> T oneOf(T[] all) {
    return List.of(all).get(random.nextInt(all.length));
  }

  private @Nullable String textIfAny() {
    return random.nextBoolean() ? null : text();
  }

  private Message message(int index) {
    List<Part> parts = new ArrayList<>();
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      parts.add(part());
    }
    Role role = oneOf(Role.values());
    return new Message(
        index, role, textIfAny(), parts, random.nextBoolean() ? Metadata.NONE : Metadata.of(map()));
  }

  private Part part() {
    return switch (random.nextInt(6)) {
      case 0 -> new Part.Text(text(), source());
      case 1 -> new Part.Reasoning(text(), source(), oneOf(ReasoningKind.values()), textIfAny());
      case 2 -> new Part.ToolCall(text(), source(), text(), arguments(), textIfAny(), textIfAny());
      case 3 -> new Part.ToolResult(text(), source(), textIfAny(), textIfAny(), textIfAny());
      case 4 -> new Part.Media(text(), text());
      default -> new Part.Unknown(text(), text());
    };
  }

  private List<Part.Argument> arguments() {
    List<Part.Argument> arguments = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      arguments.add(new Part.Argument(text(), source()));
    }
    return arguments;
  }

  private @Nullable Span source() {
    int start = random.nextInt(1000);
    return random.nextBoolean() ? null : new Span(start, start + 1 + random.nextInt(1000));
  }

  private Map<String, String> map() {
    Map<String, String> map = new TreeMap<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      map.put(text(), text());
    }
    return map;
  }

  private List<Branch> branches(int messages) {
    List<Branch> branches = new ArrayList<>();
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      List<Integer> indices = new ArrayList<>();
      for (int m = 0; m < messages; m++) {
        if (random.nextBoolean()) {
          indices.add(m);
        }
      }
      branches.add(new Branch(text(), indices));
    }
    return branches;
  }
}
