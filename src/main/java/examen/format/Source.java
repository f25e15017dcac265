package examen.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** A file to be read, under the name that the user knows it by. */
public interface Source {
  /** Relative to what the user named, with {@code /} between folders. */
  String name();

  /** Size in bytes. */
  long size();

  /** From the first byte; the caller closes it. */
  InputStream open() throws IOException;

  /** The file on disk, for formats that need random access. */
  Path path();

  /**
   * A regular file at this path relative to the folder of this one, {@code ..} allowed, but never
   * out of the folder that the user named.
   */
  Optional<Source> sibling(String relative);
}
