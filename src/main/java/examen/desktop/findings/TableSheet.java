package examen.desktop.findings;

import examen.desktop.fx.VisibleText;
import examen.report.Cell;
import examen.report.Column;
import examen.report.Fact;
import examen.report.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Some rows of a table: columns as wide as what stands in them, one cell at a time in focus. */
final class TableSheet extends Region {
  private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");

  /** Words are broken where a column would be wider, in times the size of letters. */
  private static final double WIDEST_WORDS = 24;

  private static final double WIDEST_NUMBER = 15;

  /** The same where there is not room for all columns. */
  private static final double WIDE_WORDS = 18;

  private static final double WIDE_NUMBER = 11;

  /** The columns that stay may take this share of what is seen. */
  private static final double MOST_HELD = 0.45;

  private static final double EDGE = 8;

  private final Table table;
  private final List<Label> heads = new ArrayList<>();
  private final List<List<Label>> rows = new ArrayList<>();
  private final List<Region> lines = new ArrayList<>();
  private final Region edge = new Region();
  private int heldColumns;
  private double heldWidth;
  private @Nullable Sizes sizes;

  /**
   * @param title which table it is, for what is opened from it
   * @param from the first of the rows that are shown
   * @param to after the last of them
   */
  TableSheet(Table table, String title, Opener opener, int from, int to) {
    this.table = table;
    getStyleClass().add("table-sheet");
    for (Column column : table.columns()) {
      Label head = label(column.title(), column.side());
      head.getStyleClass().add("sheet-head");
      heads.add(head);
    }
    for (List<Cell> row : table.rows().subList(from, to)) {
      rows.add(row(row, title, opener));
    }
    for (int i = 0; i <= rows.size(); i++) {
      Region line = new Region();
      line.getStyleClass().add(i == 0 ? "sheet-first-line" : "sheet-line");
      lines.add(line);
    }
    getChildren().addAll(lines);
    getChildren().addAll(heads);
    rows.forEach(getChildren()::addAll);
    edge.getStyleClass().add("held-edge");
    edge.setMouseTransparent(true);
    edge.setViewOrder(-1);
    edge.setVisible(false);
    getChildren().add(edge);
    Roving.over(rows);
  }

  private List<Label> row(List<Cell> row, String title, Opener opener) {
    String name = name(row);
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      Cell cell = row.get(i);
      Column column = table.columns().get(i);
      Label label = label(cell.text(), column.side());
      label.getStyleClass().add("sheet-cell");
      if (cell.fact() instanceof Fact.Undefined) {
        label.getStyleClass().add("undefined");
      }
      label.setUnderline(!cell.behind().isEmpty());
      String words =
          List.of(column.title() + " " + cell.text(), name, title).stream()
              .filter(part -> !part.isBlank())
              .collect(Collectors.joining(" · "));
      opener.on(label, words, cell.behind());
      labels.add(label);
    }
    return labels;
  }

  /** The words with which a row begins. */
  private String name(List<Cell> row) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      if (table.columns().get(i).side() != Column.Side.START
          || !(row.get(i).fact() instanceof Fact.Words)) {
        break;
      }
      words.add(row.get(i).text());
    }
    return words.stream().filter(each -> !each.isBlank()).collect(Collectors.joining(", "));
  }

  private static Label label(String text, Column.Side side) {
    Label label = new Label(VisibleText.inOneLine(text));
    label.setMnemonicParsing(false);
    label.setWrapText(true);
    label.getStyleClass().add(side == Column.Side.START ? "words" : "number");
    return label;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /**
   * Lets the columns that say what a row is stay in sight while the others are scrolled aside.
   *
   * @param offset how far it is scrolled, in pixels
   * @param seen the width of what is seen of it
   */
  void hold(double offset, double seen) {
    heldColumns = 0;
    heldWidth = 0;
    double[] widths = sizes(getWidth()).widths();
    while (offset > 0
        && heldColumns < widths.length - 1
        && isName(heldColumns)
        && (heldColumns == 0 || heldWidth + widths[heldColumns] <= MOST_HELD * seen)) {
      heldWidth += widths[heldColumns++];
    }
    for (int i = 0; i < widths.length; i++) {
      hold(heads.get(i), i < heldColumns, offset);
      for (List<Label> row : rows) {
        hold(row.get(i), i < heldColumns, offset);
      }
    }
    edge.setVisible(heldColumns > 0);
    edge.resizeRelocate(
        snappedLeftInset() + heldWidth, snappedTopInset(), EDGE, Math.max(0, getHeight()));
    edge.setTranslateX(offset);
  }

  private static void hold(Label label, boolean held, double offset) {
    label.setViewOrder(held ? -1 : 0);
    label.setTranslateX(held ? offset : 0);
    label.pseudoClassStateChanged(HELD, held);
  }

  /** Whether it is one of the columns of words with which the table begins. */
  private boolean isName(int column) {
    return table.columns().get(column).side() == Column.Side.START;
  }

  /** The width of the columns that stay, behind which this place could be hidden; 0 for theirs. */
  double heldBefore(Node cell) {
    return cell.getViewOrder() < 0 ? 0 : heldWidth;
  }

  /**
   * How wide columns and how high rows are, the heads first.
   *
   * @param room for which it was reckoned
   */
  @SuppressWarnings("ArrayRecordComponent") // made once for a layout and never compared
  private record Sizes(double room, double[] widths, double[] heights) {}

  @Override
  public void requestLayout() {
    sizes = null;
    super.requestLayout();
  }

  /** As wide as words want where there is room, else narrower. Breaking words takes long. */
  private Sizes sizes(double room) {
    Sizes known = sizes;
    if (known != null && known.room() == room) {
      return known;
    }
    double[] wide = widths(WIDEST_WORDS, WIDEST_NUMBER);
    double[] widths = sum(wide) <= room ? wide : widths(WIDE_WORDS, WIDE_NUMBER);
    double[] heights = new double[rows.size() + 1];
    heights[0] = height(heads, widths);
    for (int i = 0; i < rows.size(); i++) {
      heights[i + 1] = height(rows.get(i), widths);
    }
    Sizes now = new Sizes(room, widths, heights);
    sizes = now;
    return now;
  }

  private double[] widths(double words, double numbers) {
    double[] widths = new double[heads.size()];
    for (int i = 0; i < widths.length; i++) {
      Label head = heads.get(i);
      double most =
          head.getFont().getSize()
              * (table.columns().get(i).side() == Column.Side.START ? words : numbers);
      double width = head.prefWidth(-1);
      for (List<Label> row : rows) {
        width = Math.max(width, row.get(i).prefWidth(-1));
      }
      widths[i] = Math.ceil(Math.min(width, most)) + 1;
    }
    return widths;
  }

  private double height(List<Label> labels, double[] widths) {
    double height = 0;
    for (int i = 0; i < widths.length; i++) {
      height = Math.max(height, labels.get(i).prefHeight(widths[i]));
    }
    return Math.ceil(height) + 1;
  }

  private double sum(double[] widths) {
    double sum = snappedLeftInset() + snappedRightInset();
    for (double width : widths) {
      sum += width;
    }
    return sum;
  }

  @Override
  protected double computeMinWidth(double height) {
    return sum(widths(WIDE_WORDS, WIDE_NUMBER));
  }

  @Override
  protected double computePrefWidth(double height) {
    return sum(widths(WIDEST_WORDS, WIDEST_NUMBER));
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double[] heights = sizes(width < 0 ? Double.MAX_VALUE : width).heights();
    return Arrays.stream(heights).sum() + snappedTopInset() + snappedBottomInset();
  }

  @Override
  protected void layoutChildren() {
    Sizes now = sizes(getWidth());
    double y = snappedTopInset();
    for (int i = 0; i < lines.size(); i++) {
      place(i == 0 ? heads : rows.get(i - 1), now.widths(), y, now.heights()[i]);
      y += now.heights()[i];
      double width = sum(now.widths()) - snappedLeftInset() - snappedRightInset();
      lines.get(i).resizeRelocate(snappedLeftInset(), y - 1, width, 1);
    }
  }

  private void place(List<Label> labels, double[] widths, double y, double height) {
    double x = snappedLeftInset();
    for (int i = 0; i < widths.length; i++) {
      labels.get(i).resizeRelocate(x, y, widths[i], height - 1);
      x += widths[i];
    }
  }
}
