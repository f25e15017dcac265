package examen.app.settings;

/**
 * How the window looks.
 *
 * @param fontPercent size of all words, from {@link #SMALLEST} to {@link #LARGEST} percent
 */
public record Appearance(
    ThemeChoice theme, int fontPercent, Density density, LineWidth lineWidth, ReadingFont font) {
  public static final int SMALLEST = 80;
  public static final int LARGEST = 200;
  public static final Appearance DEFAULT =
      new Appearance(ThemeChoice.SYSTEM, 100, Density.NORMAL, LineWidth.NORMAL, ReadingFont.INTER);

  public Appearance {
    fontPercent = Math.clamp(fontPercent, SMALLEST, LARGEST);
  }

  public Appearance with(ThemeChoice other) {
    return new Appearance(other, fontPercent, density, lineWidth, font);
  }

  public Appearance withFontPercent(int percent) {
    return new Appearance(theme, percent, density, lineWidth, font);
  }

  public Appearance with(Density other) {
    return new Appearance(theme, fontPercent, other, lineWidth, font);
  }

  public Appearance with(LineWidth other) {
    return new Appearance(theme, fontPercent, density, other, font);
  }

  public Appearance with(ReadingFont other) {
    return new Appearance(theme, fontPercent, density, lineWidth, other);
  }
}
