package examen.app;

import examen.app.ImportReport.FileReport;
import examen.app.ImportReport.Remark;
import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.classifier.LabelOfSample;
import examen.format.Sink;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts what becomes of the records of one file, and asks at each whether to go on. However much
 * is wrong with a file, no more than a bounded number of remarks is kept.
 */
final class FileAccount implements Sink {
  /** Most rejections, and most warnings, that are listed for one file; the others are counted. */
  static final int LISTED = 1_000;

  private final ImportRequest request;
  private final ImportJob.Place place;
  private final ImportJob.Going going;
  private final List<Remark> rejections = new ArrayList<>();
  private final List<Remark> warnings = new ArrayList<>();
  private int imported;
  private int duplicates;
  private int rejected;
  private int warned;

  FileAccount(ImportRequest request, ImportJob.Place place, ImportJob.Going going) {
    this.request = request;
    this.place = place;
    this.going = going;
  }

  @Override
  public void transcript(
      Transcript transcript, List<ClassifierRun> runs, List<ClassifierLabel> labels) {
    going.orCancel();
    Transcript set =
        transcript.withConditions(
            request.mapping().apply(transcript.conditions()).with(request.conditions()));
    ImportJob.Kept kept = place.put(set, runs, labels);
    kept.remarks().forEach(remark -> warning(transcript.provenance().record(), remark));
    if (kept.isNew()) {
      imported++;
    } else {
      duplicates++;
    }
  }

  @Override
  public void labels(ClassifierRun run, List<LabelOfSample> labels) {
    going.orCancel();
    place.label(run, labels).forEach(remark -> warning("", remark));
  }

  @Override
  public void rejected(String record, String why) {
    going.orCancel();
    if (rejected++ < LISTED) {
      rejections.add(new Remark(record, why));
    }
  }

  @Override
  public void warning(String record, String what) {
    if (warned++ < LISTED) {
      warnings.add(new Remark(record, what));
    }
  }

  /** A file that was read without a word has nothing in it, which is to be said too. */
  private void breakSilence() {
    if (imported + duplicates + rejected + warned == 0) {
      rejected("", "there is no transcript in it");
    }
  }

  FileReport report(String source, String format) {
    breakSilence();
    ImportReport.Counts counts = new ImportReport.Counts(imported, duplicates, rejected, warned);
    return new FileReport(source, format, false, counts, rejections, warnings);
  }
}
