package examen.format.json;

import examen.format.BlockStream;
import examen.format.Sink;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is read through its streams, one after the other, as the raw record; nothing of it
 * where it gets too long.
 */
public final class RecordCopy {
  private final int longest;
  private @Nullable ByteArrayOutputStream kept = new ByteArrayOutputStream();

  public RecordCopy() {
    this(Sink.LONGEST_RAW);
  }

  public RecordCopy(int longest) {
    this.longest = longest;
  }

  /** The same bytes, kept as they pass, on a line of their own. Closing it closes {@code in}. */
  public InputStream of(InputStream in) {
    if (kept != null && kept.size() > 0) {
      keep(new byte[] {'\n'}, 0, 1);
    }
    return new BlockStream() {
      @Override
      public int read(byte[] to, int offset, int length) throws IOException {
        int count = in.read(to, offset, length);
        keep(to, offset, count);
        return count;
      }

      @Override
      public int available() throws IOException {
        return in.available();
      }

      @Override
      public void close() throws IOException {
        in.close();
      }
    };
  }

  /** What has passed so far, as UTF-8; null where that was too much or is no text. */
  public byte @Nullable [] utf8() {
    return kept == null ? null : utf8(kept.toByteArray(), longest);
  }

  /** A record as UTF-8; null where it is longer than {@link Sink#LONGEST_RAW} or no text. */
  public static byte @Nullable [] utf8(byte[] bytes) {
    return utf8(bytes, Sink.LONGEST_RAW);
  }

  private static byte @Nullable [] utf8(byte[] bytes, int longest) {
    boolean marked = bytes.length > 1 && (bytes[0] & 0xFF) >= 0xEF;
    try {
      byte[] text =
          marked
              ? JsonReading.utf8(new ByteArrayInputStream(bytes)).readNBytes(longest + 1)
              : bytes;
      return text.length > longest ? null : text;
    } catch (IOException e) {
      return null; // Damaged UTF-16.
    }
  }

  private void keep(byte[] from, int offset, int count) {
    if (kept == null || count <= 0) {
      return;
    }
    if (kept.size() + (long) count > longest) {
      kept = null;
    } else {
      kept.write(from, offset, count);
    }
  }
}
