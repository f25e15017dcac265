package examen.desktop;

import examen.desktop.findings.Png;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;

/** Writes pictures of the window to look at, without java.desktop. */
public final class Screens {
  private static final Path FOLDER = Path.of("target", "screens");

  private Screens() {}

  /** Writes {@code target/screens/name.png}; on the JavaFX thread. */
  public static void write(Node node, String name) throws IOException {
    WritableImage image = node.snapshot(new SnapshotParameters(), null);
    Files.createDirectories(FOLDER);
    Files.write(FOLDER.resolve(name + ".png"), Png.of(image));
  }
}
