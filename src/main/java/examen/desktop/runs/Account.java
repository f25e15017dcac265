package examen.desktop.runs;

import examen.app.ClassifyReport;
import examen.desktop.fx.Texts;
import java.util.ArrayList;
import java.util.List;

/** The fates of the rows of a file in one line; the numbers add up. */
final class Account {
  private Account() {}

  static String of(ClassifyReport report, Texts texts) {
    List<String> fates = new ArrayList<>();
    fates.add(texts.get("runs.account.new", Texts.number(report.imported())));
    add(fates, "runs.account.there", report.duplicates(), texts);
    add(fates, "runs.account.uncompared", report.uncompared(), texts);
    add(fates, "runs.account.refused", report.refused().size(), texts);
    return texts.count("runs.account", report.found()) + " " + String.join(" + ", fates);
  }

  private static void add(List<String> fates, String key, int number, Texts texts) {
    if (number > 0) {
      fates.add(texts.get(key, Texts.number(number)));
    }
  }
}
