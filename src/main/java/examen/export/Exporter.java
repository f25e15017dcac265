package examen.export;

import java.io.IOException;
import java.io.OutputStream;

/** One way to write a project out. Stateless; the same contents give the same bytes. */
public interface Exporter {
  /** The name on the command line. */
  String id();

  /** What it is good for, in one line. */
  String description();

  /** Writes everything; leaves the stream open. */
  void write(Contents contents, OutputStream out) throws IOException;
}
