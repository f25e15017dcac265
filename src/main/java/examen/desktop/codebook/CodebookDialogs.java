package examen.desktop.codebook;

import java.nio.file.Path;
import java.util.Optional;

/** The system's own dialogs for files of rules. */
public interface CodebookDialogs {
  /** A codebook to read; empty where none was chosen. */
  Optional<Path> codebook();

  /** A file of rules to read; empty where none was chosen. */
  Optional<Path> rules();

  /**
   * Where to write rules.
   *
   * @param name what the file would be called
   */
  Optional<Path> rulesTarget(String name);
}
