package examen.desktop.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The marks of one column of the map, in pixels from its top. However many marks there are, there
 * are no more strokes than pixels; a later mark covers an earlier one.
 */
final class MapColumn {
  /** How high a mark is. */
  private static final int MARK = 3;

  private final @Nullable String[] styles;

  MapColumn(int height) {
    styles = new @Nullable String[Math.max(MARK, height)];
  }

  /** A stretch in one style. */
  record Stroke(int top, int height, String style) {}

  /** Marks this height; what is below the foot is marked at the foot. */
  void put(double y, String style) {
    int top = Math.clamp(Math.round(y), 0, styles.length - MARK);
    for (int i = top; i < top + MARK; i++) {
      styles[i] = style;
    }
  }

  /** What to draw, from the top to the foot. */
  List<Stroke> strokes() {
    List<Stroke> strokes = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= styles.length; i++) {
      if (i == styles.length || !Objects.equals(styles[i], styles[start])) {
        String style = styles[start];
        if (style != null) {
          strokes.add(new Stroke(start, i - start, style));
        }
        start = i;
      }
    }
    return strokes;
  }
}
