package examen.desktop.settings;

import examen.desktop.fx.FileDialogs;
import java.nio.file.Path;
import java.util.Optional;

/** The dialogs of the desktop on which the program runs. */
public final class SystemKeyDialogs implements KeyDialogs {
  private final FileDialogs dialogs;

  public SystemKeyDialogs(FileDialogs dialogs) {
    this.dialogs = dialogs;
  }

  @Override
  public Optional<Path> source() {
    return dialogs.open("settings.keys.import.title");
  }

  @Override
  public Optional<Path> target() {
    return dialogs.save("settings.keys.export.title", "examen-keys.json");
  }
}
