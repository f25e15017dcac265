package examen.desktop.findings;

import examen.desktop.fx.VisibleText;
import examen.report.Figure;
import java.net.URL;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;

/** A figure as a picture for papers and slides: light whatever the window is, and sharp. */
final class Picture {
  private static final double WIDTH = 820;
  private static final double SCALE = 2;

  /** A picture can be no higher; what would be is drawn less sharp. */
  private static final double MOST_PIXELS = 16_000;

  private Picture() {}

  /** On the JavaFX thread. */
  static WritableImage of(Figure figure, Opener opener) {
    Region drawn = Figures.of(figure, opener);
    Label title = new Label(VisibleText.inOneLine(figure.title()));
    title.setWrapText(true);
    title.getStyleClass().add("section-title");
    VBox sheet = new VBox(12, title, drawn);
    sheet.getStyleClass().add("picture");
    Scene scene = new Scene(new Group(sheet));
    scene
        .getStylesheets()
        .setAll(
            List.of("light", "tags", "examen", "findings").stream().map(Picture::sheet).toList());
    sheet.applyCss();
    double width = Math.max(WIDTH, drawn.minWidth(-1) + 2 * sheet.getInsets().getLeft());
    double height = sheet.prefHeight(width);
    sheet.setPrefSize(width, height);
    sheet.resize(width, height);
    sheet.layout();
    double scale = Math.min(SCALE, MOST_PIXELS / Math.max(width, height));
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(new Scale(scale, scale));
    return sheet.snapshot(parameters, null);
  }

  private static String sheet(String name) {
    URL url = Picture.class.getResource("/examen/desktop/" + name + ".css");
    if (url == null) {
      throw new IllegalStateException("the style sheet " + name + " is missing from the program");
    }
    return url.toExternalForm();
  }
}
