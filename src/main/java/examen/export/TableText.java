package examen.export;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Fact;
import examen.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table as lines of text. For programs, beside what is shown stand the exact numbers: a share as
 * its count and total, a range as its two ends. Words that a spreadsheet would take for a formula
 * are written with an apostrophe before them.
 */
public final class TableText {
  private static final Pattern NUMBER = Pattern.compile("[-+][\\d.,]+%?");

  private TableText() {}

  /** With commas between the fields, after RFC 4180. */
  public static String csv(Table table) {
    List<List<String>> lines = new ArrayList<>();
    List<Part> parts = parts(table);
    lines.add(parts.stream().map(part -> name(table, part)).toList());
    for (List<Cell> row : table.rows()) {
      lines.add(parts.stream().map(part -> part.what().of(row.get(part.column()))).toList());
    }
    return lines.stream()
        .map(line -> line.stream().map(TableText::quoted).collect(Collectors.joining(",")) + "\r\n")
        .collect(Collectors.joining());
  }

  /** What is shown, with tabs between the fields: to be pasted into a spreadsheet or a text. */
  public static String tsv(Table table) {
    StringBuilder out = new StringBuilder();
    out.append(line(table.columns().stream().map(Column::title).toList()));
    for (List<Cell> row : table.rows()) {
      out.append(line(row.stream().map(Cell::text).toList()));
    }
    return out.toString();
  }

  private static String line(List<String> fields) {
    return fields.stream()
            .map(field -> guarded(field.replaceAll("[\\t\\r\\n]+", " ")))
            .collect(Collectors.joining("\t"))
        + "\n";
  }

  /** What of a cell one field holds. */
  private enum What {
    TEXT("") {
      @Override
      String of(Cell cell) {
        return guarded(cell.text());
      }
    },
    VALUE("_value") {
      @Override
      String of(Cell cell) {
        return switch (cell.fact()) {
          case Fact.Count(long count) -> Long.toString(count);
          case Fact.Value(double value) -> exact(value);
          default -> "";
        };
      }
    },
    COUNT("_count") {
      @Override
      String of(Cell cell) {
        return cell.fact() instanceof Fact.Share share ? Long.toString(share.count()) : "";
      }
    },
    TOTAL("_total") {
      @Override
      String of(Cell cell) {
        return cell.fact() instanceof Fact.Share share ? Long.toString(share.total()) : "";
      }
    },
    LOW("_low") {
      @Override
      String of(Cell cell) {
        return cell.fact() instanceof Fact.Range range ? exact(range.low()) : "";
      }
    },
    HIGH("_high") {
      @Override
      String of(Cell cell) {
        return cell.fact() instanceof Fact.Range range ? exact(range.high()) : "";
      }
    };

    private final String ending;

    What(String ending) {
      this.ending = ending;
    }

    abstract String of(Cell cell);

    String ending() {
      return ending;
    }
  }

  private record Part(int column, What what) {}

  private static List<Part> parts(Table table) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      int column = i;
      parts.add(new Part(column, What.TEXT));
      for (What what : What.values()) {
        boolean held =
            what != What.TEXT
                && table.rows().stream().anyMatch(row -> !what.of(row.get(column)).isEmpty());
        if (held) {
          parts.add(new Part(column, what));
        }
      }
    }
    return parts;
  }

  private static String name(Table table, Part part) {
    return table.columns().get(part.column()).id() + part.what().ending();
  }

  private static String exact(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "Inf" : "-Inf";
    }
    return Double.toString(value);
  }

  private static String guarded(String text) {
    boolean formula =
        !text.isEmpty()
            && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
            && !NUMBER.matcher(text).matches();
    return formula ? "'" + text : text;
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
