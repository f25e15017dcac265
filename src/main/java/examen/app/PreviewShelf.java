package examen.app;

import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Keeps nothing, and says what would be new. */
final class PreviewShelf implements ImportJob.Shelf {
  private final Predicate<TranscriptId> isThere;
  private final Set<TranscriptId> seen = new HashSet<>();

  PreviewShelf(Predicate<TranscriptId> isThere) {
    this.isThere = isThere;
  }

  @Override
  public ImportJob.Kept put(
      Transcript transcript, List<ClassifierRun> runs, List<ClassifierLabel> labels) {
    boolean isNew = seen.add(transcript.id()) && !isThere.test(transcript.id());
    return new ImportJob.Kept(isNew, List.of());
  }
}
