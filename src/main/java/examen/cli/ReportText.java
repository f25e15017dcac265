package examen.cli;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Report;
import examen.report.Table;
import java.io.PrintStream;
import java.util.List;

/** A report for a terminal: its tables and notes. */
final class ReportText {
  private static final int WIDEST = 48;
  private static final String GAP = "  ";

  private ReportText() {}

  static void print(PrintStream out, Report report) {
    out.println(Plain.of(report.title()));
    for (Table table : report.tables()) {
      out.println();
      print(out, table);
    }
    if (!report.notes().isEmpty()) {
      out.println();
      report.notes().forEach(note -> out.println(Plain.of(note)));
    }
  }

  private static void print(PrintStream out, Table table) {
    if (!table.title().isEmpty()) {
      out.println(Plain.of(table.title()));
    }
    int[] widths = widths(table);
    List<String> titles = table.columns().stream().map(Column::title).toList();
    out.println(line(table.columns(), titles, widths));
    for (List<Cell> row : table.rows()) {
      out.println(line(table.columns(), row.stream().map(Cell::text).toList(), widths));
    }
    table.notes().forEach(note -> out.println(Plain.of(note)));
  }

  private static int[] widths(Table table) {
    int[] widths = new int[table.columns().size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = width(plain(table.columns().get(i).title()));
      for (List<Cell> row : table.rows()) {
        widths[i] = Math.max(widths[i], width(plain(row.get(i).text())));
      }
    }
    return widths;
  }

  private static String line(List<Column> columns, List<String> texts, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String text = plain(texts.get(i));
      String blanks = " ".repeat(widths[i] - width(text));
      line.append(i == 0 ? "" : GAP);
      line.append(
          switch (columns.get(i).side()) {
            case START -> text + blanks;
            case END -> blanks + text;
          });
    }
    return line.toString().stripTrailing();
  }

  private static String plain(String text) {
    return Plain.of(text, WIDEST);
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
