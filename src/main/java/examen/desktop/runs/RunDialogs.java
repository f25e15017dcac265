package examen.desktop.runs;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for a file of labels. */
public interface RunDialogs {
  /** A file to read; empty if none was chosen. */
  Optional<Path> labels();
}
