package examen.format.json;

import examen.format.BlockStream;
import examen.format.Malformed;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Walks the outer structure of a JSON text that is too large to be held, and hands out one value at
 * a time as a stream of its own bytes. Inside a value it looks at brackets and quotes only, so a
 * damaged value costs no more than itself. Every method throws {@link EOFException} where the text
 * ends too early, {@link Malformed} where it is no JSON.
 */
public final class JsonCursor implements Closeable {
  private static final int LONGEST_NAME = 50_000;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int next;
  private int end;
  private long before;
  private @Nullable Value open;

  /**
   * @param utf8 a text in UTF-8 without a byte order mark; closing the cursor closes it
   */
  public JsonCursor(InputStream utf8) {
    in = utf8;
  }

  /**
   * Enters the object or array that comes next; false, and nothing else, if another value comes.
   */
  public boolean enter(char bracket) throws IOException, Malformed {
    if (peek() != bracket) {
      return false;
    }
    next++;
    return true;
  }

  /**
   * The next name of the object that was entered, or null after its end; what is left of the value
   * before is skipped.
   */
  public @Nullable String nextName() throws IOException, Malformed {
    if (passedEnd('}')) {
      return null;
    }
    if (peek() != '"') {
      throw notJson();
    }
    byte[] name;
    try (InputStream value = value()) {
      name = value.readNBytes(LONGEST_NAME);
    }
    if (name.length == LONGEST_NAME) {
      throw new Malformed("a name of more than " + LONGEST_NAME + " bytes near byte " + offset());
    }
    if (peek() != ':') {
      throw notJson();
    }
    next++;
    return JsonReading.document(new String(name, StandardCharsets.UTF_8)).asText();
  }

  /**
   * Goes to the next element of the array that was entered; false after its end. What is left of
   * the one before is skipped.
   */
  public boolean nextElement() throws IOException, Malformed {
    if (passedEnd(']')) {
      return false;
    }
    peek();
    return true;
  }

  /** The bytes of exactly the value that comes next. */
  public InputStream value() throws IOException, Malformed {
    int first = peek();
    if (first == ',' || first == ':' || first == '}' || first == ']') {
      throw notJson();
    }
    open = new Value(first);
    return open;
  }

  /** Whether only white space is left. */
  public boolean atEnd() throws IOException, Malformed {
    try {
      peek();
      return false;
    } catch (EOFException e) {
      return true;
    }
  }

  /** How many bytes have been passed. */
  long offset() {
    return before + next;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean passedEnd(char bracket) throws IOException, Malformed {
    int c = peek();
    if (c == ',') {
      next++;
      c = peek();
    }
    if (c != bracket) {
      return false;
    }
    next++;
    return true;
  }

  /** The next byte that is no white space, not yet passed. */
  private int peek() throws IOException, Malformed {
    if (open != null) {
      open.close();
    }
    while (next < end || fill()) {
      byte c = buffer[next];
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        return c;
      }
      next++;
    }
    throw new EOFException("the text ends at byte " + offset());
  }

  private boolean fill() throws IOException {
    before += end;
    next = 0;
    end = Math.max(in.read(buffer), 0);
    return end > 0;
  }

  private Malformed notJson() {
    return new Malformed("not valid JSON near byte " + offset());
  }

  /**
   * One value; it ends where its brackets or quotes close, or, for a bare word, at the next sign
   * that cannot be in one.
   */
  private final class Value extends BlockStream {
    private final boolean bare;
    private int depth;
    private boolean quoted;
    private boolean escaped;
    private boolean done;

    Value(int first) {
      bare = first != '{' && first != '[' && first != '"';
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      int from = available(length);
      if (from < 0) {
        return -1;
      }
      System.arraycopy(buffer, from, to, offset, next - from);
      return next - from;
    }

    /** Skips what is left of it. */
    @Override
    public void close() throws IOException {
      int from;
      do {
        from = available(buffer.length);
      } while (from >= 0);
      if (open == this) {
        open = null;
      }
    }

    /**
     * Passes at most {@code most} bytes of the value, at least one; where they begin, or -1 if
     * there are none left.
     */
    private int available(int most) throws IOException {
      if (done) {
        return -1;
      }
      if (next == end && !fill()) {
        done = true;
        if (bare) {
          return -1;
        }
        throw new EOFException("the text ends at byte " + JsonCursor.this.offset());
      }
      int from = next;
      int limit = Math.min(end, from + most);
      while (next < limit && !done) {
        scan(buffer[next]);
      }
      return next == from ? -1 : from;
    }

    private void scan(byte c) {
      if (bare) {
        done = c == ',' || c == '}' || c == ']' || c == ' ' || c == '\n' || c == '\r' || c == '\t';
        next += done ? 0 : 1;
        return;
      }
      next++;
      if (quoted) {
        scanQuoted(c);
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        done = --depth == 0;
      }
    }

    private void scanQuoted(byte c) {
      if (escaped) {
        escaped = false;
      } else if (c == '\\') {
        escaped = true;
      } else if (c == '"') {
        quoted = false;
        done = depth == 0;
      }
    }
  }
}
