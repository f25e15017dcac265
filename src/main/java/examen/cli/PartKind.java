package examen.cli;

import examen.transcript.Part;

/** The names of the kinds of parts in output. */
final class PartKind {
  private PartKind() {}

  static String of(Part part) {
    return switch (part) {
      case Part.Text text -> "text";
      case Part.Reasoning reasoning -> "reasoning";
      case Part.ToolCall call -> "tool-call";
      case Part.ToolResult result -> "tool-result";
      case Part.Media media -> "media";
      case Part.Unknown unknown -> "unknown";
    };
  }
}
