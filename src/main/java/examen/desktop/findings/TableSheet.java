package examen.desktop.findings;

import examen.desktop.fx.VisibleText;
import examen.report.Cell;
import examen.report.Column;
import examen.report.Fact;
import examen.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Some rows of a table: columns as wide as what stands in them, one cell at a time in focus. */
final class TableSheet extends Region {
  /** Words are broken where a column would be wider, in times the size of letters. */
  private static final double WIDEST_WORDS = 24;

  private static final double WIDEST_NUMBER = 15;

  private final Table table;
  private final List<Label> heads = new ArrayList<>();
  private final List<List<Label>> rows = new ArrayList<>();
  private final List<Region> lines = new ArrayList<>();

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

  private double[] widths() {
    double[] widths = new double[heads.size()];
    for (int i = 0; i < widths.length; i++) {
      Label head = heads.get(i);
      double size = head.getFont().getSize();
      double most =
          size
              * (table.columns().get(i).side() == Column.Side.START ? WIDEST_WORDS : WIDEST_NUMBER);
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
    return sum(widths());
  }

  @Override
  protected double computePrefWidth(double height) {
    return sum(widths());
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double[] widths = widths();
    double height = height(heads, widths) + snappedTopInset() + snappedBottomInset();
    for (List<Label> row : rows) {
      height += height(row, widths);
    }
    return height;
  }

  @Override
  protected void layoutChildren() {
    double[] widths = widths();
    double y = snappedTopInset();
    y = place(heads, widths, lines.getFirst(), y);
    for (int i = 0; i < rows.size(); i++) {
      y = place(rows.get(i), widths, lines.get(i + 1), y);
    }
  }

  /** Places a row and the line under it; returns where the next begins. */
  private double place(List<Label> labels, double[] widths, Region line, double y) {
    double height = height(labels, widths);
    double x = snappedLeftInset();
    for (int i = 0; i < widths.length; i++) {
      labels.get(i).resizeRelocate(x, y, widths[i], height - 1);
      x += widths[i];
    }
    line.resizeRelocate(snappedLeftInset(), y + height - 1, x - snappedLeftInset(), 1);
    return y + height;
  }
}
