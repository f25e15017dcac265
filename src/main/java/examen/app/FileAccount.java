package examen.app;

import examen.app.ImportReport.FileReport;
import examen.app.ImportReport.Remark;
import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.format.Sink;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;

/** Counts what becomes of the records of one file. */
final class FileAccount implements Sink {
  private final ImportRequest request;
  private final ImportJob.Place place;
  private final List<Remark> rejections = new ArrayList<>();
  private final List<Remark> warnings = new ArrayList<>();
  private int imported;
  private int duplicates;

  FileAccount(ImportRequest request, ImportJob.Place place) {
    this.request = request;
    this.place = place;
  }

  @Override
  public void transcript(
      Transcript transcript, List<ClassifierRun> runs, List<ClassifierLabel> labels) {
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
  public void rejected(String record, String why) {
    rejections.add(new Remark(record, why));
  }

  @Override
  public void warning(String record, String what) {
    warnings.add(new Remark(record, what));
  }

  FileReport report(String source, String format) {
    return new FileReport(source, format, false, imported, duplicates, rejections, warnings);
  }
}
