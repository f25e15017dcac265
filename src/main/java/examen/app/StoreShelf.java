package examen.app;

import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.classifier.LabelOfSample;
import examen.store.ImportId;
import examen.store.ImportLog;
import examen.store.LabelOutcome;
import examen.store.LabelTable;
import examen.store.ProjectFile;
import examen.store.RawTable;
import examen.store.SearchIndex;
import examen.store.TranscriptTable;
import examen.store.Writing;
import examen.transcript.Message;
import examen.transcript.Part;
import examen.transcript.Transcript;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts what is imported into a project, a transaction for each file or for some small ones, and
 * keeps the report there.
 */
final class StoreShelf implements ImportJob.Shelf {
  private static final int TOGETHER = 100;

  /** In MiB. */
  private static final int MEMORY_OF_IMPORT = 128;

  private static final int USUAL_MEMORY = 2;

  /** So much text, in UTF-16 units, is still in that memory when its words are indexed. */
  private static final long INDEXED_AT_ONCE = 24 << 20;

  private final ProjectFile file;
  private final ImportId id;
  private final ChangedSamples policy;
  private final SampleNames names = new SampleNames();
  private byte @Nullable [] lastRaw;
  private long lastRawNumber;
  private long notIndexed;

  StoreShelf(ProjectFile file, InstantSource clock, ChangedSamples policy) {
    this.file = file;
    this.policy = policy;
    file.useMemory(MEMORY_OF_IMPORT);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    this.id = file.inTransaction(writing -> ImportLog.begin(writing, now, null));
  }

  @Override
  public List<ImportReport.FileReport> files(List<ImportJob.FileWork> works) {
    return file.inTransaction(
        writing -> {
          notIndexed = 0;
          List<ImportReport.FileReport> reports = new ArrayList<>();
          for (ImportJob.FileWork work : works) {
            lastRaw = null;
            reports.add(work.on(new FilePlace(writing)));
          }
          SearchIndex.catchUp(writing);
          return reports;
        });
  }

  @Override
  public int together() {
    return TOGETHER;
  }

  @Override
  public ImportJob.Kept put(ImportJob.Arrival arrival) {
    return file.inTransaction(
        writing -> {
          lastRaw = null;
          ImportJob.Kept kept = put(writing, arrival);
          SearchIndex.catchUp(writing);
          return kept;
        });
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
    public ImportJob.Kept put(ImportJob.Arrival arrival) {
      return StoreShelf.this.put(writing, arrival);
    }

    @Override
    public List<String> label(ClassifierRun run, List<LabelOfSample> labels) {
      return samples.keep(run, labels);
    }
  }

  private ImportJob.Kept put(Writing writing, ImportJob.Arrival arrival) {
    Transcript transcript = arrival.transcript();
    List<String> remarks = new ArrayList<>();
    boolean isNew = !TranscriptTable.contains(writing, transcript.id());
    if (isNew) {
      Optional<String> there = sameSample(writing, transcript);
      there.ifPresent(title -> remarks.add(SampleNames.changed(title, policy)));
      if (there.isPresent() && policy == ChangedSamples.REPORT) {
        return new ImportJob.Kept(ImportJob.Fate.CHANGED, remarks);
      }
      TranscriptTable.insertNew(writing, id, transcript, raw(writing, arrival.raw()));
      index(writing, transcript);
    }
    remarks.addAll(putLabels(writing, arrival));
    return new ImportJob.Kept(isNew ? ImportJob.Fate.IMPORTED : ImportJob.Fate.DUPLICATE, remarks);
  }

  private void index(Writing writing, Transcript transcript) {
    for (Message message : transcript.messages()) {
      for (Part part : message.parts()) {
        notIndexed += part.text().length();
      }
    }
    if (notIndexed > INDEXED_AT_ONCE) {
      SearchIndex.catchUp(writing);
      notIndexed = 0;
    }
  }

  private Optional<String> sameSample(Writing writing, Transcript transcript) {
    String sample = transcript.provenance().sample();
    return sample.isEmpty()
        ? Optional.empty()
        : TranscriptTable.titleOfSample(writing, names.family(transcript.provenance()), sample);
  }

  /** Several transcripts may come from one record, which is kept once. */
  @SuppressWarnings("ReferenceEquality") // It is the same one or it is not; comparing takes time.
  private @Nullable Long raw(Writing writing, byte @Nullable [] record) {
    if (record == null) {
      return null;
    }
    if (record != lastRaw) {
      lastRawNumber = RawTable.insert(writing, record);
      lastRaw = record;
    }
    return lastRawNumber;
  }

  private static List<String> putLabels(Writing writing, ImportJob.Arrival arrival) {
    Set<String> others = new HashSet<>();
    for (ClassifierRun run : arrival.runs()) {
      if (LabelRemarks.isForeign(writing, run)) {
        others.add(run.id());
      } else {
        LabelTable.insert(writing, run);
      }
    }
    int differing = 0;
    int foreign = 0;
    for (ClassifierLabel label : arrival.labels()) {
      if (others.contains(label.run())) {
        foreign++;
      } else if (LabelTable.insert(writing, label) == LabelOutcome.CONFLICT) {
        differing++;
      }
    }
    return remarks(differing, foreign);
  }

  private static List<String> remarks(int differing, int foreign) {
    List<String> remarks = new ArrayList<>();
    if (differing > 0) {
      remarks.add(LabelRemarks.differing(differing));
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
    file.useMemory(USUAL_MEMORY);
    return report;
  }
}
