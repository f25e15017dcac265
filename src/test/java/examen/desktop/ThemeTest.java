package examen.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import examen.highlight.Category;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the colours to the contrasts of WCAG 2.2, computed from the style sheets themselves. */
final class ThemeTest {
  private static final double TEXT = 4.5;
  private static final double HIGH = 7;
  private static final double GRAPHIC = 3;

  @ParameterizedTest
  @EnumSource
  void textStandsOutFromEveryGroundItIsOn(Theme theme) {
    Colours colours = Colours.of(theme);
    for (String ground :
        List.of(
            "page", "side", "rail", "hover", "current", "result", "call", "reasoning", "badge")) {
      colours.check("ink", List.of(ground), TEXT);
      colours.check("ink-2", List.of(ground), TEXT);
    }
    for (String ground : List.of("page", "side", "call", "result")) {
      colours.check("ink-3", List.of(ground), TEXT);
    }
    for (String role : List.of("system", "user", "assistant", "tool")) {
      colours.check(role, List.of("page"), TEXT);
    }
    for (String ground : List.of("page", "result", "call", "reasoning")) {
      colours.check("mark", List.of(ground), TEXT);
      colours.check("ink", List.of(ground, "selection"), TEXT);
    }
    for (String ground : List.of("page", "result", "call")) {
      for (String of :
          List.of("danger", "done", "tool", "user", "reasoning-ink", "assistant", "accent")) {
        colours.check(of, List.of(ground), TEXT);
      }
    }
    for (String rendered : List.of("ink-2", "ink-3", "accent")) {
      colours.check(rendered, List.of("reasoning"), TEXT);
    }
    colours.check("reasoning-ink", List.of("reasoning"), TEXT);
    colours.check("accent", List.of("result"), TEXT);
    colours.check("accent", List.of("rail"), TEXT);
    colours.check("danger", List.of("result"), TEXT);
    colours.check("ink", List.of("danger-soft"), TEXT);
    for (String ground : List.of("page", "current")) {
      colours.check("accent", List.of(ground), GRAPHIC);
      colours.check("danger", List.of(ground), GRAPHIC);
    }
    colours.check("on-accent", List.of("accent"), TEXT);
    colours.check("done", List.of("side"), GRAPHIC);
  }

  @ParameterizedTest
  @EnumSource
  void textStandsOutFromTagsEvenWhereTwoOverlapOnReasoning(Theme theme) {
    Colours colours = Colours.of(theme);
    for (int i = 1; i <= 12; i++) {
      for (String ground : List.of("page", "reasoning", "result", "call")) {
        colours.check("ink", List.of(ground, "c" + i + "-soft"), TEXT);
        for (int j = 1; j <= 12; j++) {
          colours.check("ink", List.of(ground, "c" + i + "-soft", "c" + j + "-soft"), TEXT);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void textStandsOutFromTheGroundsOfTerminalsWhateverIsMarkedOnThem(Theme theme) {
    Colours colours = Colours.of(theme);
    for (String name : List.of("red", "green", "yellow", "blue", "magenta", "cyan", "grey")) {
      String ground = "ground-" + name;
      colours.check("ink", List.of(ground), TEXT);
      colours.check("ink", List.of(ground, "selection"), TEXT);
      for (int i = 1; i <= 12; i++) {
        colours.check("ink", List.of(ground, "c" + i + "-soft"), TEXT);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void highlightLinesStandOutFromTheirGround(Theme theme) {
    Colours colours = Colours.of(theme);
    for (Category category : Category.values()) {
      for (String ground : List.of("page", "reasoning", "result", "call")) {
        colours.check(category.wire(), List.of(ground), GRAPHIC);
        colours.check("ink", List.of(ground, category.wire() + "-soft"), TEXT);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void allThemesDefineTheSameColours(Theme theme) {
    assertEquals(
        new TreeSet<>(Colours.of(Theme.LIGHT).values.keySet()),
        new TreeSet<>(Colours.of(theme).values.keySet()));
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheSheetsOfColoursNameColours(Theme theme) throws IOException {
    List<String> shapes = new ArrayList<>(theme.sheets());
    shapes.removeAll(theme.colours());
    for (String sheet : shapes) {
      String css = Files.readString(Path.of(URI.create(sheet)));
      assertTrue(!Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgb").matcher(css).find(), sheet);
    }
  }

  /** The colours of one theme, by the name after {@code -ex-}. */
  private record Colours(Theme theme, Map<String, int[]> values) {
    private static final Pattern LINE =
        Pattern.compile("-ex-([a-z0-9-]+): #([0-9a-f]{6})([0-9a-f]{2})?;");

    static Colours of(Theme theme) {
      Map<String, int[]> values = new HashMap<>();
      for (String sheet : theme.colours()) {
        read(sheet, values);
      }
      return new Colours(theme, values);
    }

    private static void read(String sheet, Map<String, int[]> values) {
      try {
        Matcher line = LINE.matcher(Files.readString(Path.of(URI.create(sheet))));
        while (line.find()) {
          int rgb = Integer.parseInt(line.group(2), 16);
          int alpha = line.group(3) == null ? 255 : Integer.parseInt(line.group(3), 16);
          values.put(line.group(1), new int[] {rgb >> 16, (rgb >> 8) & 255, rgb & 255, alpha});
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Checks a colour against layers, the lowest first. */
    void check(String colour, List<String> layers, double least) {
      double[] ground = {0, 0, 0};
      for (String layer : layers) {
        ground = over(get(layer), ground);
      }
      double one = luminance(over(get(colour), ground));
      double other = luminance(ground);
      double wanted = least == TEXT && theme == Theme.HIGH_CONTRAST ? HIGH : least;
      double contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      if (contrast < wanted) {
        fail(String.format("%s: %s on %s has a contrast of %.2f", theme, colour, layers, contrast));
      }
    }

    private int[] get(String name) {
      int[] value = values.get(name);
      return value != null ? value : fail(theme + " has no colour " + name);
    }

    private static double[] over(int[] colour, double[] ground) {
      double alpha = colour[3] / 255.0;
      double[] mixed = new double[3];
      for (int i = 0; i < 3; i++) {
        mixed[i] = colour[i] * alpha + ground[i] * (1 - alpha);
      }
      return mixed;
    }

    private static double luminance(double[] rgb) {
      double[] linear = new double[3];
      for (int i = 0; i < 3; i++) {
        double share = rgb[i] / 255;
        linear[i] = share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
      }
      return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }
  }
}
