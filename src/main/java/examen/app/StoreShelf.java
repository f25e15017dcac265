package examen.app;

import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.classifier.LabelOfSample;
import examen.store.ImportId;
import examen.store.ImportLog;
import examen.store.LabelOutcome;
import examen.store.LabelTable;
import examen.store.ProjectFile;
import examen.store.TranscriptTable;
import examen.store.Writing;
import examen.transcript.Transcript;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts what is imported into a project, one transaction a file, and keeps the report there. */
final class StoreShelf implements ImportJob.Shelf {
  private final ProjectFile file;
  private final ImportId id;

  StoreShelf(ProjectFile file, InstantSource clock) {
    this.file = file;
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    this.id = file.inTransaction(writing -> ImportLog.begin(writing, now, null));
  }

  @Override
  public ImportReport.FileReport oneFile(ImportJob.FileWork work) {
    return file.inTransaction(
        writing -> work.on(new FilePlace(writing)));
  }

  @Override
  public ImportJob.Kept put(
      Transcript transcript, List<ClassifierRun> runs, List<ClassifierLabel> labels) {
    return file.inTransaction(writing -> put(writing, transcript, runs, labels));
  }

  /** Where what comes from one file goes. */
  private final class FilePlace implements ImportJob.Place {
    private final Writing writing;
    private final SampleLabels samples;

    FilePlace(Writing writing) {
      this.writing = writing;
      this.samples = new SampleLabels(writing);
    }

    @Override
    public ImportJob.Kept put(
        Transcript transcript, List<ClassifierRun> runs, List<ClassifierLabel> labels) {
      return StoreShelf.this.put(writing, transcript, runs, labels);
    }

    @Override
    public List<String> label(ClassifierRun run, List<LabelOfSample> labels) {
      return samples.keep(run, labels);
    }
  }

  private ImportJob.Kept put(
      Writing writing,
      Transcript transcript,
      List<ClassifierRun> runs,
      List<ClassifierLabel> labels) {
    boolean isNew = TranscriptTable.insert(writing, id, transcript);
    Set<String> others = new HashSet<>();
    for (ClassifierRun run : runs) {
      if (LabelTable.run(writing, run.id()).filter(there -> !there.equals(run)).isPresent()) {
        others.add(run.id());
      } else {
        LabelTable.insert(writing, run);
      }
    }
    int differing = 0;
    int foreign = 0;
    for (ClassifierLabel label : labels) {
      if (others.contains(label.run())) {
        foreign++;
      } else if (LabelTable.insert(writing, label) == LabelOutcome.CONFLICT) {
        differing++;
      }
    }
    return new ImportJob.Kept(isNew, remarks(differing, foreign));
  }

  private static List<String> remarks(int differing, int foreign) {
    List<String> remarks = new ArrayList<>();
    if (differing > 0) {
      remarks.add(
          differing
              + " labels differ from those that the same classifier run has here; those stay");
    }
    if (foreign > 0) {
      remarks.add(
          foreign + " labels left out: the project has another classifier run with this id");
    }
    return remarks;
  }

  @Override
  public ImportReport finish(ImportReport report) {
    String json = ReportJson.text(report);
    file.runInTransaction(writing -> ImportLog.finish(writing, id, json));
    return report;
  }
}
