package examen.desktop.findings;

import examen.desktop.fx.FileDialogs;
import java.nio.file.Path;
import java.util.Optional;

/** The dialogs of the desktop on which the program runs. */
public final class SystemFindingsDialogs implements FindingsDialogs {
  private final FileDialogs dialogs;

  public SystemFindingsDialogs(FileDialogs dialogs) {
    this.dialogs = dialogs;
  }

  @Override
  public Optional<Path> target(String name) {
    return dialogs.save("findings.save.title", name);
  }
}
