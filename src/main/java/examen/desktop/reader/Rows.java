package examen.desktop.reader;

import examen.desktop.reader.Block.About;
import examen.desktop.reader.Block.Kind;
import examen.desktop.reader.Block.Look;
import examen.transcript.Branch;
import examen.transcript.Message;
import examen.transcript.Part;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a transcript into the rows of the reader, and finds rows by place. */
public final class Rows {
  /** Lines of a tool result that are shown before one asks for all. */
  static final int SHOWN_LINES = 12;

  private static final int SHOWN_UNITS = 1_600;

  private final List<Block> rows = new ArrayList<>();

  private Rows() {}

  /** The rows of these messages, long tool results folded. */
  public static List<Block> of(Transcript transcript, List<Integer> messages) {
    Rows made = new Rows();
    for (int message : messages) {
      made.add(transcript.messages().get(message));
    }
    return made.rows;
  }

  /** The messages on this branch, or all where that is null: the transcript has one way only. */
  public static List<Integer> messages(Transcript transcript, @Nullable Branch branch) {
    return branch != null
        ? branch.messages()
        : IntStream.range(0, transcript.messages().size()).boxed().toList();
  }

  /** The rows of one message. */
  static List<Block> of(Message message) {
    Rows made = new Rows();
    made.add(message);
    return made.rows;
  }

  private void add(Message message) {
    rows.add(new Block.Head(message.index(), false));
    int before = rows.size();
    for (int i = 0; i < message.parts().size(); i++) {
      add(message.index(), i, message.parts().get(i));
    }
    if (rows.size() == before) {
      rows.add(new Block.Remark(message.index(), 0, 0, About.EMPTY_MESSAGE, "", true));
    }
  }

  private void add(int message, int index, Part part) {
    switch (part) {
      case Part.Text text -> rows.addAll(pieces(message, index, text.text(), Look.PROSE));
      case Part.Reasoning reasoning -> reasoning(message, index, reasoning);
      case Part.ToolCall call -> {
        rows.add(new Block.Caption(message, index, Kind.CALL, false));
        rows.addAll(CallRows.of(message, index, call));
        closeBox();
      }
      case Part.ToolResult result -> result(message, index, result);
      case Part.Media media ->
          remark(message, index, About.MEDIA, join(media.mediaType(), media.reference()));
      case Part.Unknown unknown -> remark(message, index, About.UNKNOWN, unknown.type());
    }
  }

  private void reasoning(int message, int index, Part.Reasoning reasoning) {
    rows.add(new Block.Caption(message, index, Kind.REASONING, false));
    rows.addAll(pieces(message, index, reasoning.text(), Look.REASONING));
    if (reasoning.text().isEmpty()) {
      switch (reasoning.kind()) {
        case ENCRYPTED -> remark(message, index, About.ENCRYPTED, "");
        case RAW, SUMMARISED, OMITTED -> remark(message, index, About.OMITTED, "");
      }
    }
    closeBox();
  }

  private void result(int message, int index, Part.ToolResult result) {
    rows.add(new Block.Caption(message, index, Kind.RESULT, false));
    String error = result.error();
    if (error != null) {
      rows.add(new Block.Remark(message, index, -1, About.FAILED_RESULT, error, false));
    }
    String text = result.text();
    int shown = shownOf(text);
    if (text.isEmpty() && error == null) {
      remark(message, index, About.EMPTY_RESULT, "");
    }
    if (shown == text.length()) {
      rows.addAll(pieces(message, index, text, Look.RESULT));
      closeBox();
      return;
    }
    rows.addAll(shownPieces(message, index, text, shown));
    List<Block> rest = new ArrayList<>();
    for (Span piece : TextCut.cut(text, shown, text.length())) {
      rest.add(
          new Block.Words(
              message,
              index,
              piece.start(),
              piece.end(),
              Look.RESULT,
              "",
              piece.end() == text.length()));
    }
    rows.add(new Block.Fold(message, index, shown, Contents.lines(text, shown), rest));
  }

  /**
   * How many code units of a result are shown at first: all, unless that leaves more than a line or
   * two to fold.
   */
  private static int shownOf(String text) {
    int at = 0;
    for (int line = 0; line < SHOWN_LINES && at < text.length(); line++) {
      int next = text.indexOf('\n', at);
      at = next < 0 ? text.length() : next + 1;
    }
    if (at > SHOWN_UNITS) {
      at = TextCut.cut(text, 0, SHOWN_UNITS).getFirst().end();
      at = at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
    return text.length() - at <= 160 && Contents.lines(text) <= SHOWN_LINES + 2
        ? text.length()
        : at;
  }

  private void remark(int message, int part, About about, String detail) {
    rows.add(new Block.Remark(message, part, 0, about, detail, true));
  }

  /** The pieces before a fold; the box goes on after them. */
  private static List<Block> shownPieces(int message, int part, String text, int shown) {
    List<Block> pieces = new ArrayList<>();
    for (Span piece : TextCut.cut(text, 0, shown)) {
      pieces.add(
          new Block.Words(message, part, piece.start(), piece.end(), Look.RESULT, "", false));
    }
    return pieces;
  }

  private static List<Block> pieces(int message, int part, String text, Look look) {
    List<Block> pieces = new ArrayList<>();
    for (Span piece : TextCut.cut(text, 0, text.length())) {
      pieces.add(
          new Block.Words(
              message, part, piece.start(), piece.end(), look, "", piece.end() == text.length()));
    }
    return pieces;
  }

  /** Marks the latest row as the end of its box, whatever it is. */
  private void closeBox() {
    Block end = rows.removeLast();
    rows.add(
        switch (end) {
          case Block.Words w ->
              new Block.Words(
                  w.message(), w.part(), w.from(), w.to(), w.look(), w.label(), w.depth(), true);
          case Block.Remark r ->
              new Block.Remark(r.message(), r.part(), r.from(), r.about(), r.detail(), true);
          case Block.Caption c -> c;
          case Block.Head h -> h;
          case Block.Fold f -> f;
          case Block.Fork f -> f;
          case Block.Shared s -> s;
        });
  }

  private static String join(String first, String second) {
    return second.isEmpty() ? first : first + " · " + second;
  }
}
