package examen.desktop.reader;

import examen.transcript.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts long text into pieces that can be laid out one by one: after a line where there is one, else
 * at a blank.
 */
final class TextCut {
  /** A piece is ended at the next line end beyond this. */
  static final int COMFORTABLE = 1_200;

  /** No piece is longer. JavaFX takes far longer than linear time over long paragraphs. */
  static final int LONGEST = 2_000;

  /** A piece without any blank is ended here. */
  private static final int LONGEST_WORD = 1_000;

  private static final int LONGEST_CLUSTER = 64;

  private TextCut() {}

  /**
   * Pieces that cover {@code [from, to)} of {@code text} without gap; none cuts a surrogate pair.
   */
  static List<Span> cut(String text, int from, int to) {
    List<Span> pieces = new ArrayList<>();
    for (int at = from; at < to; ) {
      int end = endOfPiece(text, at, to);
      pieces.add(new Span(at, end));
      at = end;
    }
    return pieces;
  }

  private static int endOfPiece(String text, int at, int to) {
    if (to - at <= COMFORTABLE) {
      return to;
    }
    int line = last(text, '\n', at, at + COMFORTABLE);
    if (line >= at) {
      return line + 1;
    }
    int limit = Math.min(to, at + LONGEST);
    int next = text.indexOf('\n', at, limit);
    if (next >= 0) {
      return next + 1;
    }
    if (limit == to) {
      return to;
    }
    int blank = last(text, ' ', at, limit);
    return blank >= at
        ? blank + 1
        : betweenCharacters(text, at, Math.min(limit, at + LONGEST_WORD));
  }

  /**
   * Looks back no further than {@code from}: over a long line the JDK's own search would go to its
   * start each time.
   */
  private static int last(String text, char wanted, int from, int to) {
    int at = to - 1;
    while (at >= from && text.charAt(at) != wanted) {
      at--;
    }
    return at >= from ? at : -1;
  }

  /** Steps back over marks that belong to the character before them, but not for ever. */
  private static int betweenCharacters(String text, int at, int limit) {
    for (int cut = limit; cut > limit - LONGEST_CLUSTER && cut > at; cut--) {
      if (!Character.isLowSurrogate(text.charAt(cut))
          && !joins(text.codePointAt(cut))
          && text.charAt(cut - 1) != '\u200d') {
        return cut;
      }
    }
    return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
  }

  private static boolean joins(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.FORMAT ->
          true;
      default -> Character.isEmojiModifier(codePoint);
    };
  }
}
