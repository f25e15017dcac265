package examen.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something to be drawn; what it is drawn from is in it. */
public sealed interface Figure {
  /** For programs, once in its report. */
  String id();

  String title();

  /**
   * A point with its interval.
   *
   * @param low at most {@code at}
   * @param high at least {@code at}
   */
  record Whisker(double at, double low, double high) {}

  /**
   * Numbers with their intervals below each other.
   *
   * @param axis what the numbers are, such as "blackmail, share of transcripts"
   * @param scale from where to where, and how numbers are written
   * @param reference where a line is drawn, such as 0 for differences; null for none
   */
  record Forest(
      String id,
      String title,
      String axis,
      Axis scale,
      @Nullable Double reference,
      List<Mark> marks)
      implements Figure {
    public Forest {
      marks = List.copyOf(marks);
    }
  }

  /**
   * One row of a forest.
   *
   * @param whisker null where there is no such number; {@code text} says why
   * @param behind ids of the transcripts it speaks of
   */
  record Mark(String label, @Nullable Whisker whisker, String text, List<String> behind) {
    public Mark {
      behind = List.copyOf(behind);
    }
  }

  /** A table whose cells are shaded, such as a confusion matrix or a factor grid. */
  record Grid(
      String id,
      String title,
      String rowTitle,
      String columnTitle,
      List<String> rows,
      List<String> columns,
      List<List<Tile>> tiles)
      implements Figure {
    public Grid {
      rows = List.copyOf(rows);
      columns = List.copyOf(columns);
      tiles = tiles.stream().map(List::copyOf).toList();
    }
  }

  /**
   * One cell of a grid.
   *
   * @param text may have several lines
   * @param shade from 0 to 1; null for none
   * @param emphasis whether it is singled out
   */
  record Tile(String text, @Nullable Double shade, Emphasis emphasis, List<String> behind) {
    public Tile {
      behind = List.copyOf(behind);
    }
  }

  /** Whether a cell is singled out; the figure's title or notes say why. */
  enum Emphasis {
    NONE,
    MARKED
  }

  /**
   * Lines over an axis, such as rates over checkpoints, a threshold curve or a reliability diagram.
   *
   * @param reference a line to compare with
   */
  record Lines(
      String id, String title, Axis across, Axis up, Reference reference, List<Series> series)
      implements Figure {
    public Lines {
      series = List.copyOf(series);
    }
  }

  /** A line to compare with. */
  enum Reference {
    NONE,
    /** From the lower left to the upper right. */
    DIAGONAL
  }

  /** One line. */
  record Series(String name, List<Point> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * @param y with its interval; low and high are {@code at} where there is none
   * @param label what a table says of it, its number first, with two blanks between parts; may be
   *     empty
   */
  record Point(double x, Whisker y, String label, List<String> behind) {
    public Point {
      behind = List.copyOf(behind);
    }
  }

  /**
   * An axis.
   *
   * @param low where it begins
   * @param high where it ends, above {@code low}
   * @param ticks names of the whole numbers from {@code low} where it is one of names, such as
   *     checkpoints; empty for numbers
   */
  record Axis(String title, double low, double high, Unit unit, List<String> ticks) {
    public Axis {
      ticks = List.copyOf(ticks);
      if (!(low < high)) {
        throw new IllegalArgumentException("an axis from " + low + " to " + high);
      }
    }

    /** From 0 % to 100 %. */
    public static Axis share(String title) {
      return new Axis(title, 0, 1, Unit.SHARE, List.of());
    }
  }

  /** How the numbers of an axis are written. */
  enum Unit {
    /** 0.25 is written 25 %. */
    SHARE,
    /** 0.25 is written +25: differences in points. */
    POINTS,
    /** As it is. */
    NUMBER
  }
}
