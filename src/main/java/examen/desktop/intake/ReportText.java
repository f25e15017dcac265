package examen.desktop.intake;

import examen.app.ImportReport;
import examen.app.ImportReport.FileReport;
import examen.app.ImportReport.Remark;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;

/** A report as plain text, each file and each remark on a line. */
final class ReportText {
  private ReportText() {}

  static String of(ImportReport report, Texts texts) {
    StringBuilder out = new StringBuilder();
    out.append(
            texts.get(
                "import.text.head",
                Texts.number(report.imported()),
                Texts.number(report.found()),
                Texts.number(report.duplicates()),
                Texts.number(report.rejected())))
        .append('\n');
    for (FileReport file : report.files()) {
      String format = file.format().isEmpty() ? texts.get("import.format.unknown") : file.format();
      out.append('\n').append(VisibleText.inOneLine(file.source())).append("  ").append(format);
      out.append("  ")
          .append(
              texts.get(
                  "import.text.file",
                  Texts.number(file.imported()),
                  Texts.number(file.duplicates()),
                  Texts.number(file.rejected())));
      file.rejections().forEach(r -> add(out, texts.get("import.problem.refused"), r));
      file.warnings().forEach(r -> add(out, texts.get("import.problem.note"), r));
      int listed = file.rejections().size() + file.warnings().size();
      if (file.rejected() + file.warned() > listed) {
        String more = Texts.number(file.rejected() + file.warned() - listed);
        out.append("\n  ").append(texts.get("import.text.more", more));
      }
    }
    return out.append('\n').toString();
  }

  private static void add(StringBuilder out, String kind, Remark remark) {
    out.append("\n  ").append(kind).append("  ");
    if (!remark.record().isEmpty()) {
      out.append(VisibleText.inOneLine(remark.record())).append(": ");
    }
    out.append(VisibleText.inOneLine(remark.text()));
  }
}
