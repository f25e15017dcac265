package examen.desktop.reader;

import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import examen.transcript.Message;
import examen.transcript.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says in a few words what a message or a part holds. */
final class Contents {
  private static final int EXCERPT = 160;

  private Contents() {}

  /**
   * The kinds of its parts, each with how many there are of it: "reasoning, text, 2 tool calls".
   */
  static String of(Message message, Texts texts) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Part part : message.parts()) {
      counts.merge(kind(part), 1, Integer::sum);
    }
    List<String> said = new ArrayList<>();
    counts.forEach((kind, count) -> said.add(texts.count("reader.contents." + kind, count)));
    return String.join(", ", said);
  }

  /** Whether the message is more than a single text. */
  static boolean isMixed(Message message) {
    return message.parts().size() > 1
        || message.parts().stream().anyMatch(part -> !(part instanceof Part.Text));
  }

  /** The first words of a message, in one line. */
  static String excerpt(Message message) {
    return message.parts().stream()
        .map(Contents::excerpt)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The first words of a part, in one line. */
  static String excerpt(Part part) {
    String text = part.text();
    int end = Math.min(text.length(), EXCERPT);
    if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
      end--;
    }
    return VisibleText.inOneLine(text.substring(0, end).strip());
  }

  /** How many lines a text has; a line end at its end begins no further one. */
  static int lines(String text) {
    return lines(text, 0);
  }

  /**
   * How many lines a text has from here on.
   *
   * @param from the start of a line, in UTF-16 code units
   */
  static int lines(String text, int from) {
    int lines = 1;
    for (int at = text.indexOf('\n', from);
        at >= 0 && at + 1 < text.length();
        at = text.indexOf('\n', at + 1)) {
      lines++;
    }
    return lines;
  }

  private static String kind(Part part) {
    return switch (part) {
      case Part.Text text -> "text";
      case Part.Reasoning reasoning -> "reasoning";
      case Part.ToolCall call -> "call";
      case Part.ToolResult result -> "result";
      case Part.Media media -> "media";
      case Part.Unknown unknown -> "unknown";
    };
  }
}
