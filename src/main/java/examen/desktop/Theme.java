package examen.desktop;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import examen.app.settings.Appearance;
import examen.app.settings.ThemeChoice;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;

/** The looks of the window. Each is one sheet of colours; the shapes are the same in all. */
public enum Theme {
  LIGHT("light"),
  DARK("dark"),
  HIGH_CONTRAST("high-contrast");

  private final String wire;

  Theme(String wire) {
    this.wire = wire;
  }

  /** The name in the settings. */
  public String wire() {
    return wire;
  }

  /** Dresses this scene, and with it all pop-ups that belong to it. */
  public void apply(Scene scene) {
    apply(scene, Appearance.DEFAULT);
  }

  /** The same, with words of the size and at the distances that the reader wants. */
  public void apply(Scene scene, Appearance appearance) {
    Application.setUserAgentStylesheet(base());
    scene.getStylesheets().setAll(new FittedSheets(appearance).of(sheets()));
  }

  /** The theme that is meant, where the user leaves it to the system. */
  public static Theme of(ThemeChoice choice, Theme system) {
    return switch (choice) {
      case LIGHT -> LIGHT;
      case DARK -> DARK;
      case HIGH_CONTRAST -> HIGH_CONTRAST;
      case SYSTEM -> system;
    };
  }

  /** Addresses of the style sheets: colours first, then shapes. */
  public List<String> sheets() {
    List<String> sheets = new ArrayList<>(colours());
    for (String shapes :
        List.of(
            "examen",
            "reader",
            "panels",
            "questions",
            "import",
            "source",
            "codebook",
            "findings",
            "sheets")) {
      sheets.add(sheet(shapes));
    }
    return sheets;
  }

  /** Those of them that name colours: the theme's own, and that of the tags for all themes. */
  public List<String> colours() {
    return List.of(sheet(wire), sheet("tags"));
  }

  private String base() {
    return switch (this) {
      case LIGHT -> new PrimerLight().getUserAgentStylesheet();
      case DARK, HIGH_CONTRAST -> new PrimerDark().getUserAgentStylesheet();
    };
  }

  private static String sheet(String name) {
    URL url = Theme.class.getResource("/examen/desktop/" + name + ".css");
    if (url == null) {
      throw new IllegalStateException("the style sheet " + name + " is missing from the program");
    }
    return url.toExternalForm();
  }
}
