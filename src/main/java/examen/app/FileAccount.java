package examen.app;

import examen.app.ImportReport.FileReport;
import examen.app.ImportReport.Remark;
import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.format.Sink;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of the records of one file. */
final class FileAccount implements Sink {
  private final Map<String, String> conditions;
  private final ImportJob.Place place;
  private final ImportMeter.Watched file;
  private final List<Remark> changed = new ArrayList<>();
  private final List<Remark> rejections = new ArrayList<>();
  private final List<Remark> warnings = new ArrayList<>();
  private byte @Nullable [] raw;
  private int imported;
  private int duplicates;

  FileAccount(Map<String, String> conditions, ImportJob.Place place, ImportMeter.Watched file) {
    this.conditions = conditions;
    this.place = place;
    this.file = file;
  }

  @Override
  public void raw(byte @Nullable [] utf8) {
    raw = utf8;
  }

  @Override
  public void transcript(
      Transcript transcript, List<ClassifierRun> runs, List<ClassifierLabel> labels) {
    Transcript set =
        conditions.isEmpty()
            ? transcript
            : transcript.withConditions(transcript.conditions().with(conditions));
    ImportJob.Kept kept = place.put(new ImportJob.Arrival(set, runs, labels, raw));
    String record = transcript.provenance().record();
    switch (kept.fate()) {
      case IMPORTED -> imported++;
      case DUPLICATE -> duplicates++;
      case CHANGED -> kept.remarks().forEach(remark -> changed.add(new Remark(record, remark)));
    }
    if (kept.fate() != ImportJob.Fate.CHANGED) {
      kept.remarks().forEach(remark -> warning(record, remark));
    }
    file.record();
  }

  @Override
  public void rejected(String record, String why) {
    rejections.add(new Remark(record, why));
    file.record();
  }

  @Override
  public void warning(String record, String what) {
    warnings.add(new Remark(record, what));
  }

  FileReport report(String source, String format) {
    return new FileReport(
        source, format, false, imported, duplicates, changed, rejections, warnings);
  }
}
