package examen.app;

import examen.rating.Assignment;
import examen.rating.AssignmentPlan;
import examen.rating.Blinding;
import examen.rating.Blinding.Sight;
import examen.rating.Rater;
import examen.store.CodebookTable;
import examen.store.ImportId;
import examen.store.ImportLog;
import examen.store.LabelTable;
import examen.store.OwnSteps;
import examen.store.PlanTable;
import examen.store.ProjectFile;
import examen.store.ProjectSettings;
import examen.store.RaterTable;
import examen.store.RawTable;
import examen.store.SearchIndex;
import examen.store.SharedSettings;
import examen.store.TranscriptTable;
import examen.store.Writing;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a work package holds. It is put together from what one rater may know who has submitted
 * nothing; it is not a copy from which something is taken away, so that what nobody has thought of
 * is not in it.
 */
final class PackageContents {
  private static final int TOGETHER = 50;

  private final ProjectFile project;
  private final ProjectFile made;
  private final AssignmentPlan plan;
  private final Rater rater;
  private final Map<Long, Long> records = new HashMap<>();

  /**
   * @param project what it is taken from
   * @param made where it is put, which is empty
   */
  PackageContents(ProjectFile project, ProjectFile made, AssignmentPlan plan, Rater rater) {
    this.project = project;
    this.made = made;
    this.plan = plan;
    this.rater = rater;
  }

  void put(OwnSteps own, List<TranscriptId> transcripts) {
    ImportId imported = made.inTransaction(this::putFrame);
    Map<TranscriptId, Long> shared = sharedRecords(transcripts);
    for (int from = 0; from < transcripts.size(); from += TOGETHER) {
      List<TranscriptId> some =
          transcripts.subList(from, Math.min(from + TOGETHER, transcripts.size()));
      Map<Long, Long> before = Map.copyOf(records);
      made.runInTransaction(
          writing -> {
            records.clear(); // It may be run twice.
            records.putAll(before);
            some.forEach(id -> putTranscript(writing, imported, id, shared.get(id)));
            SearchIndex.catchUp(writing);
          });
    }
    made.runInTransaction(
        writing -> {
          own.putInto(writing);
          PlanTable.insert(writing, ofRater());
        });
  }

  /** All that is about no transcript. */
  private ImportId putFrame(Writing writing) {
    project
        .reading(CodebookTable::inUse)
        .ifPresent(
            codebook -> {
              CodebookTable.insert(writing, codebook);
              CodebookTable.use(writing, codebook.id(), codebook.version());
            });
    setting(ProjectRules.KEY)
        .ifPresent(rules -> ProjectSettings.put(writing, ProjectRules.KEY, rules));
    String filters = SavedFilters.key(rater.id());
    setting(filters).ifPresent(kept -> ProjectSettings.put(writing, filters, kept));
    ReadAgain.of(project, rater.id())
        .forEach((key, list) -> ProjectSettings.put(writing, key, list));
    String from = project.reading(ProjectSettings::origin).id().toString();
    ProjectSettings.put(writing, Raters.PACKAGE_OF, from);
    project.reading(
        reading -> {
          SharedSettings.copy(reading, writing, SharedSettings.ONLY_ASSIGNED);
          return true;
        });
    ProjectSettings.put(writing, SharedSettings.RATERS_FIXED, "true");
    Instant named =
        project.reading(reading -> RaterTable.namedAt(reading, rater.id())).orElse(plan.at());
    RaterTable.put(writing, rater, named);
    ImportId imported = ImportLog.begin(writing, plan.at(), null);
    ImportLog.finish(writing, imported, ReportJson.text(new ImportReport(false, List.of())));
    return imported;
  }

  private Optional<String> setting(String key) {
    return project.reading(reading -> ProjectSettings.get(reading, key));
  }

  private AssignmentPlan ofRater() {
    List<Assignment> own =
        plan.assignments().stream().filter(a -> a.rater().equals(rater.id())).toList();
    return new AssignmentPlan(
        plan.id(),
        plan.at(),
        plan.number(),
        plan.continues(),
        plan.terms(),
        plan.calibration(),
        own);
  }

  /**
   * The records that the package may hold, by the transcripts that come from them: those that tell
   * of no transcript that is not in it, and in which none of theirs has anything to hide.
   */
  private Map<TranscriptId, Long> sharedRecords(List<TranscriptId> transcripts) {
    Map<TranscriptId, Long> numbers = new HashMap<>(project.reading(RawTable::numbers));
    Set<TranscriptId> here = new HashSet<>(transcripts);
    Set<Long> kept = new HashSet<>();
    numbers.forEach(
        (id, number) -> {
          if (!here.contains(id) || !isShown(id)) {
            kept.add(number);
          }
        });
    numbers.values().removeAll(kept);
    return numbers;
  }

  private boolean isShown(TranscriptId id) {
    Transcript transcript = whole(id);
    return project.reading(
        reading ->
            RawTable.of(reading, id)
                .map(utf8 -> new String(utf8, StandardCharsets.UTF_8))
                .map(
                    record ->
                        blinding(transcript)
                            .showsRecord(record, transcript, LabelTable.countOfRecord(reading, id)))
                .orElse(false));
  }

  private Transcript whole(TranscriptId id) {
    return project
        .reading(reading -> TranscriptTable.read(reading, id))
        .orElseThrow(() -> new IllegalStateException("a transcript is never deleted"));
  }

  private static Blinding blinding(Transcript transcript) {
    return new Blinding(Sight.BLIND, SourceQuery.names(transcript.provenance().format()));
  }

  private void putTranscript(
      Writing writing, ImportId imported, TranscriptId id, @Nullable Long record) {
    Transcript transcript = whole(id);
    Long raw = record == null ? null : (Long) raw(writing, record, id);
    TranscriptTable.insertNew(writing, imported, blinding(transcript).of(transcript), raw);
  }

  /** The number that the record has in the package. */
  private long raw(Writing writing, long record, TranscriptId id) {
    Long there = records.get(record);
    if (there != null) {
      return there;
    }
    byte[] utf8 =
        project
            .reading(reading -> RawTable.of(reading, id))
            .orElseThrow(() -> new IllegalStateException("a record is never deleted"));
    long number = RawTable.insert(writing, utf8);
    records.put(record, number);
    return number;
  }
}
