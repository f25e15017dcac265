package examen.cli;

import examen.highlight.Category;
import java.io.PrintStream;
import java.util.Map;

/** Highlights counted by category, as a table. */
final class CountTable {
  private CountTable() {}

  static void print(PrintStream out, Map<Category, Integer> counts) {
    out.printf("%-26s%12s%n", "category", "highlights");
    int all = 0;
    for (Category category : Category.values()) {
      int count = counts.getOrDefault(category, 0);
      all += count;
      out.printf("%-26s%12d%n", category.wire(), count);
    }
    out.printf("%-26s%12d%n", "all", all);
  }
}
