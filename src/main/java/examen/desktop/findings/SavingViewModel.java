package examen.desktop.findings;

import examen.app.ReportFiles;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Texts;
import examen.report.Figure;
import examen.report.Report;
import examen.report.Table;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Writes what was found to files, off the screen's thread. */
public final class SavingViewModel {
  private final FxWork work;
  private final Texts texts;
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

  public SavingViewModel(FxWork work, Texts texts) {
    this.work = work;
    this.texts = texts;
  }

  /** What was done last, one line; empty where nothing is to be said. */
  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  void json(Report report, Path file) {
    write(file, to -> ReportFiles.json(report, to));
  }

  void csv(Table table, Path file) {
    write(file, to -> ReportFiles.csv(table, to));
  }

  void svg(Figure figure, Path file) {
    write(file, to -> ReportFiles.svg(figure, to));
  }

  /**
   * @param picture the content of the file
   */
  void png(Supplier<byte[]> picture, Path file) {
    write(file, to -> ReportFiles.bytes(picture.get(), to));
  }

  /** A table as lines of text, to be pasted elsewhere. */
  String copied(Table table) {
    note.set(texts.get("findings.copied"));
    return ReportFiles.tsv(table);
  }

  void forget() {
    note.set("");
  }

  private void write(Path file, Consumer<Path> content) {
    note.set("");
    work.job(
        job -> {
          content.accept(file);
          return file;
        },
        written -> note.set(texts.get("findings.saved", written.getFileName())));
  }
}
