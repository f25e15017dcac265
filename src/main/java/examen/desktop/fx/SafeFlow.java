package examen.desktop.fx;

import examen.desktop.fx.VisibleText.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.text.CaretInfo;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * Text that is laid out without an exception whatever it is. JavaFX 23 to 26 throws when a run of
 * right-to-left text wraps, so such text is given to it word by word, then letter by letter, and in
 * the last resort in lines that do not wrap.
 */
public final class SafeFlow extends TextFlow {
  private static final int LONGEST_WORD = 24;
  private static final int MOST_RUNS = 240;

  private final String shown;
  private final String style;
  private final List<Run> runs;
  private Care care = Care.NONE;
  private double knownWidth = -1;
  private double knownHeight;

  private enum Care {
    NONE,
    WORDS,
    LETTERS,
    NO_WRAPPING
  }

  /**
   * @param runs what to draw; together as long as the source text
   * @param style style class of the text
   */
  public SafeFlow(List<Run> runs, String style) {
    this.style = style;
    StringBuilder all = new StringBuilder();
    runs.forEach(run -> all.append(run.text()));
    shown = all.toString();
    getStyleClass().add("words");
    setMouseTransparent(true);
    // Thousands of single marks are drawn like the rest: a node for each would cost more than it
    // shows.
    this.runs = runs.size() > MOST_RUNS ? List.of(new Run(shown, false)) : List.copyOf(runs);
    take(hasRightToLeft(shown) ? Care.WORDS : Care.NONE);
  }

  /** Whether any of this text is written from right to left. */
  public static boolean hasRightToLeft(String text) {
    return text.chars().anyMatch(SafeFlow::isRightToLeft);
  }

  /** What is drawn, with its styles; one run without any where there would be too many. */
  public List<Run> runs() {
    return runs;
  }

  /** The height that the text needs at this width. */
  public double heightFor(double width) {
    if (knownWidth != width) {
      knownHeight = carefully(() -> prefHeight(wraps() ? width : -1));
      knownWidth = width;
    }
    return knownHeight;
  }

  /** Lays the text out at this place. */
  public void place(double x, double y, double width) {
    double height = heightFor(width);
    carefully(
        () -> {
          resizeRelocate(x, y, wraps() ? width : Math.max(width, prefWidth(-1)), height);
          layout();
          return height;
        });
  }

  /**
   * What was measured holds until fonts or texts change. Measuring is what costs most in the whole
   * window.
   */
  @Override
  public void requestLayout() {
    knownWidth = -1;
    super.requestLayout();
  }

  /** The rectangles that this range covers, one or more a line, in the coordinates of this node. */
  public List<Rectangle2D> areas(int from, int to) {
    return getLayoutInfo().getSelectionGeometry(from, to, false);
  }

  /** Where the caret stands before the character at {@code offset}. */
  public Rectangle2D caretAt(int offset) {
    CaretInfo caret = getLayoutInfo().caretInfoAt(Math.min(offset, shown.length()), true);
    return caret.getSegmentCount() == 0 ? new Rectangle2D(0, 0, 0, 16) : caret.getSegmentAt(0);
  }

  /** The offset nearest to this point of this node, 0 to the length of the text. */
  public int offsetAt(double x, double y) {
    double inside = Math.clamp(y, 0, Math.max(0, getHeight() - 1));
    return Math.clamp(getHitInfo(new Point2D(x, inside)).getInsertionIndex(), 0, shown.length());
  }

  private boolean wraps() {
    return care != Care.NO_WRAPPING;
  }

  private double carefully(DoubleSupplier layout) {
    while (true) {
      try {
        return layout.getAsDouble();
      } catch (ArrayIndexOutOfBoundsException e) {
        // The known defect of JavaFX's line breaking (JDK-8314215 brought it in). Anything else is
        // ours.
        if (care == Care.NO_WRAPPING) {
          throw e;
        }
        take(more(care));
      }
    }
  }

  private static Care more(Care care) {
    return switch (care) {
      case NONE -> Care.WORDS;
      case WORDS -> Care.LETTERS;
      case LETTERS, NO_WRAPPING -> Care.NO_WRAPPING;
    };
  }

  private void take(Care more) {
    care = more;
    getChildren().clear();
    for (Run run : runs) {
      switch (more) {
        case NONE, NO_WRAPPING -> add(run.text(), run);
        case WORDS -> pieces(run.text(), LONGEST_WORD).forEach(piece -> add(piece, run));
        case LETTERS -> pieces(run.text(), 1).forEach(piece -> add(piece, run));
      }
    }
  }

  /**
   * Words and the blanks between them, each by itself, none longer than {@code longest} and a
   * surrogate more.
   */
  private static List<String> pieces(String text, int longest) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    for (int at = 1; at <= text.length(); at++) {
      boolean ends =
          at == text.length()
              || Character.isWhitespace(text.charAt(at))
              || Character.isWhitespace(text.charAt(at - 1))
              || at - start >= longest;
      if (ends && (at == text.length() || !Character.isLowSurrogate(text.charAt(at)))) {
        pieces.add(text.substring(start, at));
        start = at;
      }
    }
    return pieces;
  }

  private void add(String text, Run run) {
    Text node = new Text(text);
    node.getStyleClass().add(run.mark() ? "hidden-mark" : style);
    node.getStyleClass().addAll(run.styles());
    getChildren().add(node);
  }

  private static boolean isRightToLeft(int unit) {
    if (unit < 0x590) {
      return false;
    }
    // High surrogates of the two blocks of right-to-left scripts beyond the basic plane.
    return unit <= 0x8ff
        || (unit >= 0xfb1d && unit <= 0xfdff)
        || (unit >= 0xfe70 && unit <= 0xfefc)
        || unit == 0xd802
        || unit == 0xd803
        || unit == 0xd83a
        || unit == 0xd83b;
  }
}
