package examen.transcript;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a message with its own text. Every offset in the program points into {@link #text()}
 * of one part. The text is the source's, decoded and otherwise unchanged; lone surrogates have been
 * replaced one to one by U+FFFD.
 */
public sealed interface Part {
  /** What can be read, selected and tagged; may be empty. */
  String text();

  /**
   * Where {@link #text()} stands in the message's undivided source text, when the part was cut out
   * of one; otherwise null.
   */
  @Nullable Span source();

  /** What was said in the open. */
  record Text(String text, @Nullable Span source) implements Part {}

  /**
   * What the model thought, private to it.
   *
   * @param kind what {@code text} is
   * @param seal the provider's signature or encrypted blob, kept for export, never shown, searched
   *     or highlighted
   */
  record Reasoning(String text, @Nullable Span source, ReasoningKind kind, @Nullable String seal)
      implements Part {}

  /**
   * A call of a tool. Where the source has the call as text, {@code text} is that text; where it
   * has JSON arguments, {@code text} is one "name: value" a line, string values decoded, other
   * values as compact JSON.
   *
   * @param function name of the tool
   * @param arguments where each argument's value stands in {@code text}, in order
   * @param callId the source's id of the call
   * @param raw the arguments as the source has them, where {@code text} is not that
   */
  record ToolCall(
      String text,
      @Nullable Span source,
      String function,
      List<Argument> arguments,
      @Nullable String callId,
      @Nullable String raw)
      implements Part {
    public ToolCall {
      arguments = List.copyOf(arguments);
    }
  }

  /** What a tool answered. */
  record ToolResult(
      String text,
      @Nullable Span source,
      @Nullable String function,
      @Nullable String callId,
      @Nullable String error)
      implements Part {}

  /**
   * An image, sound or file, of which only the description is kept.
   *
   * @param mediaType such as {@code image/png}; {@code image} alone where the source says no more
   * @param reference the source's file name or address, never fetched; embedded data is named by
   *     its length
   */
  record Media(String mediaType, String reference) implements Part {
    @Override
    public String text() {
      return "";
    }

    @Override
    public @Nullable Span source() {
      return null;
    }
  }

  /**
   * What the reader of the format does not know, kept as it is and shown on request.
   *
   * @param type the source's name for it
   * @param raw the source's JSON
   */
  record Unknown(String type, String raw) implements Part {
    @Override
    public String text() {
      return "";
    }

    @Override
    public @Nullable Span source() {
      return null;
    }
  }

  /**
   * One argument of a tool call.
   *
   * @param value where its value stands in the call's text; null where the value is empty
   */
  record Argument(String name, @Nullable Span value) {}
}
