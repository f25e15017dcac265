package examen.app;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is being read, and how much of it was. */
final class CountedInput extends FilterInputStream {
  private final long all;
  private long done;

  private CountedInput(InputStream in, long all) {
    super(in);
    this.all = all;
  }

  static CountedInput of(Path file) throws IOException {
    return new CountedInput(Files.newInputStream(file), Files.size(file));
  }

  /** Its text; bytes that are no UTF-8 end it with an exception. */
  BufferedReader text() {
    return new BufferedReader(new InputStreamReader(this, StandardCharsets.UTF_8.newDecoder()));
  }

  /** In bytes; more than were made use of, as reading goes ahead. */
  long done() {
    return done;
  }

  /** In bytes, as it was when reading began. */
  long all() {
    return all;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    done += read < 0 ? 0 : 1;
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    done += Math.max(0, read);
    return read;
  }
}
