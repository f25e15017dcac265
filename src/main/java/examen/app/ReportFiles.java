package examen.app;

import examen.export.FigureSvg;
import examen.export.ReportJson;
import examen.export.TableText;
import examen.report.Figure;
import examen.report.Report;
import examen.report.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * What an analysis found, and its tables and figures, as files. Each is written to a temporary name
 * and moved: it is there whole or not at all.
 */
public final class ReportFiles {
  private ReportFiles() {}

  /** Writes a report with what it was computed from to a stream, which stays open. */
  public static void json(Report report, OutputStream out) {
    try {
      ReportJson.write(out, report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same to a file. */
  public static void json(Report report, Path file) {
    write(file, out -> ReportJson.write(out, report));
  }

  /** Writes a table with its exact numbers. */
  public static void csv(Table table, Path file) {
    bytes(TableText.csv(table).getBytes(StandardCharsets.UTF_8), file);
  }

  /** The same as text. */
  public static String csv(Table table) {
    return TableText.csv(table);
  }

  /** A table as it is shown, to be pasted elsewhere. */
  public static String tsv(Table table) {
    return TableText.tsv(table);
  }

  /** Writes a figure as a drawing. */
  public static void svg(Figure figure, Path file) {
    bytes(FigureSvg.of(figure).getBytes(StandardCharsets.UTF_8), file);
  }

  /** Writes what was made elsewhere, such as a picture. */
  public static void bytes(byte[] content, Path file) {
    write(file, out -> out.write(content));
  }

  /** Writes to a stream. */
  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  private static void write(Path file, Content content) {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(beside)) {
        content.write(out);
      }
      force(beside);
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deleteLeftover(beside);
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void deleteLeftover(Path beside) {
    try {
      Files.deleteIfExists(beside);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
