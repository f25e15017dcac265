package examen.desktop.settings;

import java.nio.file.Path;
import java.util.Optional;

/** Asks which file keys are read from or written to. */
public interface KeyDialogs {
  /** A file to read; empty if the user chose none. */
  Optional<Path> source();

  /** A file to write; empty if the user chose none. */
  Optional<Path> target();
}
