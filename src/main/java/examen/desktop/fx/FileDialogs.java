package examen.desktop.fx;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Has the user choose files, in the dialogs of the desktop on which the program runs. */
public final class FileDialogs {
  private final Supplier<Window> owner;
  private final Texts texts;

  /**
   * @param owner the window over which they open
   */
  public FileDialogs(Supplier<Window> owner, Texts texts) {
    this.owner = owner;
    this.texts = texts;
  }

  /**
   * A file to read; empty if none was chosen.
   *
   * @param title the key of what stands over the dialog, here and below
   */
  public Optional<Path> open(String title) {
    return path(files(title).showOpenDialog(owner.get()));
  }

  /** Files to read; empty if none was chosen. */
  public List<Path> openSeveral(String title) {
    List<File> chosen = files(title).showOpenMultipleDialog(owner.get());
    return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
  }

  /** A folder to read; empty if none was chosen. */
  public Optional<Path> openFolder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get(title));
    return path(chooser.showDialog(owner.get()));
  }

  /**
   * A file to write; empty if none was chosen.
   *
   * @param name what the file is called unless the user says otherwise
   */
  public Optional<Path> save(String title, String name) {
    FileChooser chooser = files(title);
    chooser.setInitialFileName(name);
    return path(chooser.showSaveDialog(owner.get()));
  }

  private FileChooser files(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get(title));
    return chooser;
  }

  private static Optional<Path> path(@Nullable File chosen) {
    return Optional.ofNullable(chosen).map(File::toPath);
  }
}
