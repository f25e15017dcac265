package examen.desktop.shell;

import examen.app.ImportReport;

/** The refusals of an import, in a line. */
final class ImportRefusals {
  private ImportRefusals() {}

  static String first(ImportReport report) {
    return report.files().stream()
        .filter(file -> !file.rejections().isEmpty())
        .findFirst()
        .map(file -> file.source() + ": " + file.rejections().getFirst().text())
        .orElse("");
  }
}
