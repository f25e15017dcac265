package examen.app;

import examen.app.ImportReport.FileReport;
import examen.format.catalogue.SourceWalk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files that are put down together: a large one by itself, small ones a few at a time, because each
 * time the disk has to be waited for.
 */
final class ImportBatch {
  /** In bytes, of all files of a batch. */
  private static final long MOST_BYTES = 1 << 20;

  private final ImportJob.Shelf shelf;
  private final ReadingWays ways;
  private final ImportMeter meter;
  private final List<FileReport> reports;
  private final List<Item> items = new ArrayList<>();
  private long bytes;
  private int whole;

  /**
   * One file.
   *
   * @param way how it is read; null where it is not
   */
  record Item(SourceWalk.Found found, @Nullable ReadingWay way, ImportJob.FileWork work) {}

  /**
   * @param reports gets the report of each file, once what it brought is kept
   */
  ImportBatch(
      ImportJob.Shelf shelf, ReadingWays ways, ImportMeter meter, List<FileReport> reports) {
    this.shelf = shelf;
    this.ways = ways;
    this.meter = meter;
    this.reports = reports;
  }

  /**
   * Adds a file, which is read now or with the next ones.
   *
   * @throws Cancelled if the work was ended; the files that were read by then are kept
   */
  void add(Item item) {
    long size = ImportMeter.size(item.found());
    if (bytes + size > MOST_BYTES) {
      flush();
    }
    items.add(item);
    bytes += size;
    if (items.size() >= shelf.together() || bytes > MOST_BYTES) {
      flush();
    }
  }

  /**
   * Reads the files that wait.
   *
   * @throws Cancelled if the work was ended; the files that were read by then are kept
   */
  void flush() {
    ImportMeter.Mark start = meter.mark();
    try {
      keep(items, start);
    } catch (Cancelled e) {
      meter.goOnSilently();
      keep(items.subList(0, whole), start);
      throw e;
    } finally {
      items.clear();
      bytes = 0;
    }
  }

  private void keep(List<Item> some, ImportMeter.Mark start) {
    if (some.isEmpty()) {
      return;
    }
    List<FileReport> kept =
        shelf.files(some.stream().map(item -> work(item, some, start)).toList());
    for (int i = 0; i < kept.size(); i++) {
      ReadingWay way = some.get(i).way();
      if (way != null) {
        ways.read(way, kept.get(i));
      }
    }
    reports.addAll(kept);
  }

  private ImportJob.FileWork work(Item item, List<Item> some, ImportMeter.Mark start) {
    return place -> {
      if (item.equals(some.getFirst())) {
        // All of it may be done twice.
        meter.back(start);
        whole = 0;
      }
      meter.begin(item.found().name());
      FileReport report = item.work().on(place);
      meter.end(item.found());
      whole++;
      return report;
    };
  }
}
