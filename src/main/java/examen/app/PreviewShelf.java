package examen.app;

import examen.store.ProjectFile;
import examen.store.TranscriptTable;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps nothing, and says what would be new. */
final class PreviewShelf implements ImportJob.Shelf {
  private final @Nullable ProjectFile project;
  private final ChangedSamples policy;
  private final SampleNames names = new SampleNames();
  private final Set<TranscriptId> seen = new HashSet<>();
  private final Map<List<Object>, String> samples = new HashMap<>();

  /**
   * @param project what is there already; null where there is nothing
   */
  PreviewShelf(@Nullable ProjectFile project, ChangedSamples policy) {
    this.project = project;
    this.policy = policy;
  }

  @Override
  public ImportJob.Kept put(ImportJob.Arrival arrival) {
    Transcript transcript = arrival.transcript();
    if (isThere(transcript.id())) {
      return new ImportJob.Kept(ImportJob.Fate.DUPLICATE, List.of());
    }
    Optional<String> there = sameSample(transcript);
    List<String> remarks =
        there.map(title -> List.of(SampleNames.changed(title, policy))).orElse(List.of());
    if (there.isPresent() && policy == ChangedSamples.REPORT) {
      return new ImportJob.Kept(ImportJob.Fate.CHANGED, remarks);
    }
    seen.add(transcript.id());
    return new ImportJob.Kept(ImportJob.Fate.IMPORTED, remarks);
  }

  private boolean isThere(TranscriptId id) {
    return seen.contains(id)
        || (project != null && project.reading(reading -> TranscriptTable.contains(reading, id)));
  }

  private Optional<String> sameSample(Transcript transcript) {
    String sample = transcript.provenance().sample();
    if (sample.isEmpty()) {
      return Optional.empty();
    }
    List<String> family = names.family(transcript.provenance());
    String title = samples.putIfAbsent(List.of(family, sample), transcript.title());
    return title != null || project == null
        ? Optional.ofNullable(title)
        : project.reading(reading -> TranscriptTable.titleOfSample(reading, family, sample));
  }
}
