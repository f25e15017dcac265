package examen.desktop.intake;

import examen.desktop.fx.FileDialogs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The dialogs of the desktop on which the program runs. */
public final class SystemDialogs implements Dialogs {
  private final FileDialogs dialogs;

  public SystemDialogs(FileDialogs dialogs) {
    this.dialogs = dialogs;
  }

  @Override
  public List<Path> files() {
    return dialogs.openSeveral("import.choose.files.title");
  }

  @Override
  public Optional<Path> folder() {
    return dialogs.openFolder("import.choose.folder.title");
  }

  @Override
  public Optional<Path> target(String name) {
    return dialogs.save("import.report.save.title", name);
  }

  @Override
  public Optional<Path> mapping() {
    return dialogs.open("import.mapping.open.title");
  }

  @Override
  public Optional<Path> mappingTarget(String name) {
    return dialogs.save("import.mapping.save.title", name);
  }
}
