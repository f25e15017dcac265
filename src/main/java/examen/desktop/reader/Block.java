package examen.desktop.reader;

import examen.transcript.Branch;
import examen.transcript.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /**
   * Number, role and speaker of a message.
   *
   * @param folded whether it stands for the whole message
   */
  record Head(int message, boolean folded) implements Block {
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

  /**
   * What kind of part follows.
   *
   * @param folded whether it stands for the whole part
   */
  record Caption(int message, int part, Kind kind, boolean folded) implements Block {
    @Override
    public int from() {
      return -1;
    }

    @Override
    public boolean last() {
      return folded;
    }
  }

  /**
   * A piece of a part's text, the only rows with source text in them.
   *
   * @param to one past the last code unit
   * @param label what stands beside it, not part of the text; may be empty
   * @param depth how many steps it is set in, as lines of nested data are
   */
  record Words(
      int message, int part, int from, int to, Look look, String label, int depth, boolean last)
      implements Block {
    Words(int message, int part, int from, int to, Look look, String label, boolean last) {
      this(message, part, from, to, look, label, 0, last);
    }
  }

  /**
   * Stands for rows that are not shown until asked for.
   *
   * @param more how many lines of the source are not shown
   */
  record Fold(int message, int part, int from, int more, List<Block> rest) implements Block {
    public Fold {
      rest = List.copyOf(rest);
    }

    @Override
    public boolean last() {
      return true;
    }
  }

  /**
   * The ways on from a place at which the transcript forks.
   *
   * @param part after the message's parts, or before its head where nothing is before the fork
   * @param ways all that part here, the one that is shown among them
   */
  record Fork(int message, int part, List<Branch> ways) implements Block {
    public Fork {
      ways = List.copyOf(ways);
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

  /**
   * Stands for the first messages, which other ways beside this one have too.
   *
   * @param message the first of them
   */
  record Shared(int message, int count) implements Block {
    @Override
    public int part() {
      return -3;
    }

    @Override
    public int from() {
      return -1;
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
    RESULT;

    /** The kind of this part; null where it has no caption. */
    static @Nullable Kind of(Part part) {
      return switch (part) {
        case Part.Reasoning reasoning -> REASONING;
        case Part.ToolCall call -> CALL;
        case Part.ToolResult result -> RESULT;
        case Part.Text text -> null;
        case Part.Media media -> null;
        case Part.Unknown unknown -> null;
      };
    }
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
