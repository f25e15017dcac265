package examen.desktop.findings;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for a file. */
public interface FindingsDialogs {
  /**
   * A file to write; empty if none was chosen.
   *
   * @param name what it is called unless the user says otherwise
   */
  Optional<Path> target(String name);
}
