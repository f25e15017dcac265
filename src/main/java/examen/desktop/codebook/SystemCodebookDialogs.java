package examen.desktop.codebook;

import examen.desktop.fx.Texts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The dialogs of the desktop on which the program runs. */
public final class SystemCodebookDialogs implements CodebookDialogs {
  private final Supplier<Window> owner;
  private final Texts texts;

  /**
   * @param owner the window over which they open
   */
  public SystemCodebookDialogs(Supplier<Window> owner, Texts texts) {
    this.owner = owner;
    this.texts = texts;
  }

  @Override
  public Optional<Path> rules() {
    FileChooser chooser = chooser("rules.import.title");
    return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(file -> file.toPath());
  }

  @Override
  public Optional<Path> rulesTarget(String name) {
    FileChooser chooser = chooser("rules.export.title");
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(file -> file.toPath());
  }

  private FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get(title));
    return chooser;
  }
}
