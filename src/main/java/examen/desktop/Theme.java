package examen.desktop;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;

/** The looks of the window. Each is one sheet of colours; the shapes are the same in all. */
public enum Theme {
  LIGHT("light"),
  DARK("dark");

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
    Application.setUserAgentStylesheet(base());
    scene.getStylesheets().setAll(sheets());
  }

  /** Addresses of the style sheets: colours first, then shapes. */
  public List<String> sheets() {
    return List.of(
        sheet(wire + ".css"),
        sheet("examen.css"),
        sheet("reader.css"),
        sheet("panels.css"),
        sheet("questions.css"),
        sheet("import.css"),
        sheet("source.css"),
        sheet("codebook.css"));
  }

  private String base() {
    return switch (this) {
      case LIGHT -> new PrimerLight().getUserAgentStylesheet();
      case DARK -> new PrimerDark().getUserAgentStylesheet();
    };
  }

  private static String sheet(String name) {
    URL url = Theme.class.getResource("/examen/desktop/" + name);
    if (url == null) {
      throw new IllegalStateException("the style sheet " + name + " is missing from the program");
    }
    return url.toExternalForm();
  }
}
