package examen.desktop.reader;

import java.util.List;

/**
 * One row of the reader. Rows are in the order of their places; a row is small enough to be laid
 * out at once.
 */
public sealed interface Block {
  int message();

  /** Index of the part, or -1 for what stands before the parts. */
  int part();

  /** First code unit that the row shows, or -1 where the row stands before the part's text. */
  int from();

  /** Whether the row ends the box of its part. */
  boolean last();

  /** Number, role and speaker of a message. */
  record Head(int message) implements Block {
    @Override
    public int part() {
      return -1;
    }

    @Override
    public int from() {
      return -1;
    }

    @Override
    public boolean last() {
      return false;
    }
  }

  /** What kind of part follows. */
  record Caption(int message, int part, Kind kind) implements Block {
    @Override
    public int from() {
      return -1;
    }

    @Override
    public boolean last() {
      return false;
    }
  }

  /**
   * A piece of a part's text, the only rows with source text in them.
   *
   * @param to one past the last code unit
   * @param label what stands beside it, not part of the text; may be empty
   */
  record Words(int message, int part, int from, int to, Look look, String label, boolean last)
      implements Block {}

  /**
   * Stands for rows that are not shown until asked for.
   *
   * @param lines how many lines the whole part has
   */
  record Fold(int message, int part, int from, int lines, List<Block> rest) implements Block {
    public Fold {
      rest = List.copyOf(rest);
    }

    @Override
    public boolean last() {
      return true;
    }
  }

  /** Says what is there without text of its own. */
  record Remark(int message, int part, int from, About about, String detail, boolean last)
      implements Block {}

  /** The kinds of part that have a caption. */
  enum Kind {
    REASONING,
    CALL,
    RESULT
  }

  /** How a piece of text looks. */
  enum Look {
    PROSE,
    REASONING,
    RESULT,
    CALL_TEXT,
    VALUE,
    CODE_VALUE,
    SUBJECT,
    BODY
  }

  /** What a remark says. */
  enum About {
    MEDIA,
    UNKNOWN,
    ENCRYPTED,
    OMITTED,
    EMPTY_MESSAGE,
    EMPTY_VALUE,
    EMPTY_RESULT,
    FAILED_RESULT
  }
}
