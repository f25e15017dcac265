package examen.desktop.settings;

import examen.desktop.fx.Texts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The dialogs of the desktop on which the program runs. */
public final class SystemKeyDialogs implements KeyDialogs {
  private final Supplier<Window> owner;
  private final Texts texts;

  /**
   * @param owner the window over which they open
   */
  public SystemKeyDialogs(Supplier<Window> owner, Texts texts) {
    this.owner = owner;
    this.texts = texts;
  }

  @Override
  public Optional<Path> source() {
    FileChooser chooser = chooser("settings.keys.import.title");
    return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(file -> file.toPath());
  }

  @Override
  public Optional<Path> target() {
    FileChooser chooser = chooser("settings.keys.export.title");
    chooser.setInitialFileName("examen-keys.json");
    return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(file -> file.toPath());
  }

  private FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get(title));
    return chooser;
  }
}
