package examen.app;

import examen.classifier.Citation;
import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.classifier.LabelOfSample;
import examen.format.inspect.InspectMessageIds;
import examen.store.LabelOutcome;
import examen.store.LabelTable;
import examen.store.TranscriptTable;
import examen.store.Writing;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the transcripts that labels from elsewhere are about, and keeps the labels with them. */
final class SampleLabels {
  /** Most samples without a transcript that are named. */
  private static final int NAMED = 10;

  private final Writing writing;
  private final Map<LabelOfSample.Sample, Optional<TranscriptId>> found = new HashMap<>();
  private final Map<TranscriptId, Map<String, Integer>> messages = new HashMap<>();

  SampleLabels(Writing writing) {
    this.writing = writing;
  }

  /** Keeps what a run said, and returns what there is to say about that. */
  List<String> keep(ClassifierRun run, List<LabelOfSample> labels) {
    if (LabelRemarks.isForeign(writing, run)) {
      return List.of(
          labels.size()
              + " labels left out: the project has another classifier run with the id of "
              + run.name());
    }
    Set<String> missing = new LinkedHashSet<>();
    int kept = 0;
    int differing = 0;
    int without = 0;
    for (LabelOfSample label : labels) {
      Optional<TranscriptId> transcript = transcript(label.sample());
      if (transcript.isEmpty()) {
        without++;
        missing.add(label.sample().name());
        continue;
      }
      LabelTable.insert(writing, run);
      LabelOutcome outcome = LabelTable.insert(writing, of(run, label, transcript.get()));
      kept += outcome == LabelOutcome.CONFLICT ? 0 : 1;
      differing += outcome == LabelOutcome.CONFLICT ? 1 : 0;
    }
    List<String> remarks = new ArrayList<>();
    remarks.add(kept + " labels by " + run.name() + " are with their transcripts");
    if (differing > 0) {
      remarks.add(LabelRemarks.differing(differing));
    }
    if (without > 0) {
      remarks.add(without(without, missing));
    }
    return remarks;
  }

  private static String without(int labels, Set<String> missing) {
    String more = missing.size() > NAMED ? " and " + (missing.size() - NAMED) + " more" : "";
    return labels
        + " labels left out: the project has no transcript of the samples "
        + String.join(", ", missing.stream().limit(NAMED).toList())
        + more;
  }

  private Optional<TranscriptId> transcript(LabelOfSample.Sample sample) {
    return found.computeIfAbsent(
        sample,
        s -> {
          Optional<TranscriptId> named = TranscriptTable.ofSample(writing, s.name());
          return named.isPresent() || s.file().isEmpty() || s.record().isEmpty()
              ? named
              : TranscriptTable.ofRecord(writing, s.file(), s.record());
        });
  }

  private ClassifierLabel of(ClassifierRun run, LabelOfSample label, TranscriptId transcript) {
    List<Citation> citations = new ArrayList<>();
    for (LabelOfSample.Reference reference : label.references()) {
      Integer message =
          reference.message().isEmpty() ? null : ids(transcript).get(reference.message());
      if (message != null) {
        citations.add(new Citation.OfMessage(message, reference.cite()));
      } else if (!reference.cite().isEmpty()) {
        citations.add(new Citation.Unplaced(reference.cite()));
      }
    }
    return new ClassifierLabel(
        run.id(),
        transcript,
        label.name(),
        label.number(),
        label.value(),
        label.score(),
        label.rationale(),
        citations);
  }

  private Map<String, Integer> ids(TranscriptId transcript) {
    return messages.computeIfAbsent(
        transcript,
        id -> TranscriptTable.read(writing, id).map(InspectMessageIds::of).orElse(Map.of()));
  }
}
