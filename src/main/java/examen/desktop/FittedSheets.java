package examen.desktop;

import examen.app.settings.Appearance;
import examen.app.settings.Density;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The style sheets with words of another size and other distances. Each size in a sheet is written
 * once, in pixels, and multiplied here: sizes in em would multiply with each other where one styled
 * thing stands in another.
 */
final class FittedSheets {
  private static final Pattern LENGTH =
      Pattern.compile(
          "(-fx-font-size|-fx-line-spacing|-fx-min-height|-fx-pref-height|-fx-fixed-cell-size"
              + "|-fx-padding):([^;]*);");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  private final Appearance appearance;
  private final double font;

  FittedSheets(Appearance appearance) {
    this.appearance = appearance;
    font = appearance.fontPercent() / 100.0;
  }

  /** Addresses of sheets that are like these, but fitted. */
  List<String> of(List<String> sheets) {
    boolean asTheyAre = font == 1 && appearance.density() == Density.NORMAL;
    List<String> fitted = new ArrayList<>();
    sheets.forEach(sheet -> fitted.add(asTheyAre ? sheet : address(fitted(text(sheet)))));
    family()
        .ifPresent(
            name -> fitted.add(address(".prose, .thought { -fx-font-family: " + name + "; }")));
    return fitted;
  }

  private Optional<String> family() {
    return switch (appearance.font()) {
      case INTER -> Optional.empty();
      case SYSTEM -> Optional.of("System");
      case SERIF -> Optional.of("Serif");
      case MONO -> Optional.of("\"JetBrains Mono\"");
    };
  }

  /** The text of a sheet with other lengths. */
  String fitted(String css) {
    return LENGTH.matcher(css).replaceAll(found -> Matcher.quoteReplacement(line(found)));
  }

  private String line(MatchResult found) {
    double factor =
        switch (found.group(1)) {
          case "-fx-font-size", "-fx-line-spacing" -> font;
          case "-fx-padding" -> space();
          default -> Math.max(font, 1) * space();
        };
    String lengths =
        NUMBER
            .matcher(found.group(2))
            .replaceAll(it -> times(it.group(), isSmall(found, it.group()) ? 1 : factor));
    return found.group(1) + ":" + lengths + ";";
  }

  /** What is drawn by its size, such as a dot, is not a distance and stays as it is. */
  private static boolean isSmall(MatchResult found, String number) {
    return found.group(1).endsWith("-height") && Double.parseDouble(number) < 20;
  }

  private double space() {
    return switch (appearance.density()) {
      case COMPACT -> 0.72;
      case NORMAL -> 1;
      case ROOMY -> 1.3;
    };
  }

  private static String times(String number, double factor) {
    return String.format(Locale.ROOT, "%.2f", Double.parseDouble(number) * factor);
  }

  private static String text(String sheet) {
    try (InputStream in = URI.create(sheet).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String address(String css) {
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
  }
}
