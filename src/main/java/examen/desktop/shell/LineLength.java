package examen.desktop.shell;

import examen.app.settings.Appearance;

/** How long the lines of a transcript may get. */
final class LineLength {
  private LineLength() {}

  /** In pixels; longer with larger letters, so that as many words stand in a line. */
  static double in(Appearance appearance) {
    double usual =
        switch (appearance.lineWidth()) {
          case NARROW -> 560;
          case NORMAL -> 720;
          case WIDE -> 960;
          case FULL -> 100_000;
        };
    return usual * appearance.fontPercent() / 100;
  }
}
