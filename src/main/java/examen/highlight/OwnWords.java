package examen.highlight;

import examen.transcript.Message;
import examen.transcript.Part;
import examen.transcript.ReasoningKind;
import examen.transcript.Role;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;

/**
 * A text of the target model's own: readable reasoning, text and tool calls of the assistant's
 * messages, but not what another speaker said under that role.
 *
 * @param message index of its message
 * @param part index of its part in the message
 */
record OwnWords(int message, int part, String text) {
  /** All of a transcript that say anything, in reading order. */
  static List<OwnWords> of(Transcript transcript) {
    List<OwnWords> all = new ArrayList<>();
    for (Message message : transcript.messages()) {
      if (message.role() != Role.ASSISTANT || message.speaker() != null) {
        continue;
      }
      for (int part = 0; part < message.parts().size(); part++) {
        String text = text(message.parts().get(part));
        if (!text.isEmpty()) {
          all.add(new OwnWords(message.index(), part, text));
        }
      }
    }
    return all;
  }

  private static String text(Part part) {
    return switch (part) {
      case Part.Reasoning reasoning -> isReadable(reasoning.kind()) ? reasoning.text() : "";
      case Part.Text text -> text.text();
      case Part.ToolCall call -> call.text();
      case Part.ToolResult result -> "";
      case Part.Media media -> "";
      case Part.Unknown unknown -> "";
    };
  }

  private static boolean isReadable(ReasoningKind kind) {
    return switch (kind) {
      case RAW, SUMMARISED -> true;
      case ENCRYPTED, OMITTED -> false;
    };
  }
}
