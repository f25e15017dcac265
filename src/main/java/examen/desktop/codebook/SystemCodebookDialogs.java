package examen.desktop.codebook;

import examen.desktop.fx.FileDialogs;
import java.nio.file.Path;
import java.util.Optional;

/** The dialogs of the desktop on which the program runs. */
public final class SystemCodebookDialogs implements CodebookDialogs {
  private final FileDialogs dialogs;

  public SystemCodebookDialogs(FileDialogs dialogs) {
    this.dialogs = dialogs;
  }

  @Override
  public Optional<Path> codebook() {
    return dialogs.open("newer.file.title");
  }

  @Override
  public Optional<Path> rules() {
    return dialogs.open("rules.import.title");
  }

  @Override
  public Optional<Path> rulesTarget(String name) {
    return dialogs.save("rules.export.title", name);
  }
}
