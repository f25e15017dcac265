package examen.desktop.runs;

import examen.desktop.fx.FileDialogs;
import java.nio.file.Path;
import java.util.Optional;

/** The dialogs of the desktop on which the program runs. */
public final class SystemRunDialogs implements RunDialogs {
  private final FileDialogs dialogs;

  public SystemRunDialogs(FileDialogs dialogs) {
    this.dialogs = dialogs;
  }

  @Override
  public Optional<Path> labels() {
    return dialogs.open("runs.file.title");
  }
}
