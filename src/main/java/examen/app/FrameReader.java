package examen.app;

import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.codebook.Codebook;
import examen.codebook.QuestionId;
import examen.rating.Annotation;
import examen.rating.AnswerSheet;
import examen.rating.Blinding.Sight;
import examen.rating.Ledger;
import examen.rating.Link;
import examen.rating.RaterId;
import examen.rating.Thing;
import examen.rating.Unsupported;
import examen.rating.Verdict;
import examen.store.LabelTable;
import examen.store.ProjectFile;
import examen.store.SamplingTable;
import examen.store.TranscriptSummary;
import examen.store.TranscriptTable;
import examen.study.Case;
import examen.study.Frame;
import examen.study.SamplingPlan;
import examen.study.Sheet;
import examen.transcript.Message;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gathers what an analysis is made of, as far as the one who asks may know it. */
final class FrameReader {
  /** What the one who asks may know of a transcript. */
  interface Known {
    /** What classifiers and the source say; {@link Sight#NONE} if it is not theirs to read. */
    Sight labels(TranscriptId transcript);

    /** What other raters said. */
    Sight peers(TranscriptId transcript);

    /** Who asks; null for one who may know everything. */
    @Nullable RaterId rater();
  }

  private final ProjectFile file;
  private final Codebook codebook;
  private final Ledger ledger;
  private final Known known;

  /**
   * @param ledger is not changed while this is used
   */
  FrameReader(ProjectFile file, Codebook codebook, Ledger ledger, Known known) {
    this.file = file;
    this.codebook = codebook;
    this.ledger = ledger;
    this.known = known;
  }

  Frame read() {
    Map<TranscriptId, List<ClassifierLabel>> labels = new HashMap<>();
    List<ClassifierRun> runs = file.reading(LabelTable::runs);
    for (ClassifierLabel label : file.reading(LabelTable::withoutCitations)) {
      labels.computeIfAbsent(label.transcript(), id -> new ArrayList<>()).add(label);
    }
    List<Case> cases = new ArrayList<>();
    Set<TranscriptId> labelled = new HashSet<>();
    int withheld = 0;
    List<TranscriptSummary> summaries = file.reading(TranscriptTable::summaries);
    for (TranscriptSummary summary : summaries) {
      TranscriptId id = summary.id();
      Sight sight = known.labels(id);
      Optional<TranscriptLine> line = TranscriptLine.of(summary, sight);
      if (line.isPresent()) {
        boolean seeing = sight == Sight.SEEING && known.peers(id) == Sight.SEEING;
        withheld += seeing ? 0 : 1;
        if (sight == Sight.SEEING) {
          labelled.add(id);
        }
        cases.add(one(line.get(), seeing(sight, labels.getOrDefault(id, List.of()))));
      }
    }
    cases.sort(Comparator.comparing(Case::id));
    return new Frame(
        codebook,
        runs,
        cases,
        withheld,
        new StoredTexts(file, Set.copyOf(labelled)),
        withheld == 0 && cases.size() == summaries.size() ? plans() : Frame.Plans.NONE);
  }

  /** Whether all that is said of all transcripts is known to the one who asks. */
  boolean seesAll() {
    return file.reading(TranscriptTable::summaries).stream()
        .map(TranscriptSummary::id)
        .allMatch(id -> known.labels(id) == Sight.SEEING && known.peers(id) == Sight.SEEING);
  }

  private Frame.Plans plans() {
    return new Frame.Plans() {
      @Override
      public List<String> names() {
        return file.reading(SamplingTable::names);
      }

      @Override
      public Optional<SamplingPlan> of(String name) {
        return file.reading(reading -> SamplingTable.of(reading, name));
      }
    };
  }

  private static List<ClassifierLabel> seeing(Sight sight, List<ClassifierLabel> labels) {
    return sight == Sight.SEEING ? labels : List.of();
  }

  private Case one(TranscriptLine line, List<ClassifierLabel> labels) {
    return new Case(line.id(), line.title(), line.conditions(), sheets(line.id()), labels);
  }

  private List<Sheet> sheets(TranscriptId id) {
    Collection<Thing> things = ledger.things(id);
    TreeSet<RaterId> raters = new TreeSet<>();
    things.forEach(thing -> raters.add(thing.rater()));
    raters.removeIf(rater -> !isKnown(id, rater));
    return raters.stream().map(rater -> sheet(id, rater, things)).toList();
  }

  /** An open review is nobody's word yet for one who rates. */
  private boolean isKnown(TranscriptId id, RaterId rater) {
    RaterId own = known.rater();
    return own == null
        || rater.equals(own)
        || (known.peers(id) == Sight.SEEING && ledger.isSubmitted(rater, id));
  }

  private Sheet sheet(TranscriptId id, RaterId rater, Collection<Thing> things) {
    List<Annotation> annotations = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    List<Unsupported> unsupported = new ArrayList<>();
    Map<QuestionId, String> answers = new HashMap<>();
    AnswerSheet asked = AnswerSheet.of(codebook, rater, things);
    for (Thing thing : things) {
      if (thing.rater().equals(rater)) {
        switch (thing) {
          case Annotation annotation -> annotations.add(annotation);
          case Link link -> links.add(link);
          case Unsupported none -> unsupported.add(none);
          case Verdict verdict when asked.asks(verdict.question()) ->
              answers.put(verdict.question(), verdict.answer());
          default -> {}
        }
      }
    }
    return new Sheet(
        rater,
        ledger.submittedAt(rater, id).orElse(null),
        answers,
        ledger.firstSight(rater, id).orElse(null),
        annotations,
        links,
        unsupported);
  }

  /**
   * Asks the project for what only some analyses need.
   *
   * @param labelled the transcripts of which the one who asks may know what classifiers say
   */
  private record StoredTexts(ProjectFile file, Set<TranscriptId> labelled) implements Frame.Texts {
    @Override
    public List<Frame.PartLength> of(TranscriptId id) {
      Transcript transcript =
          file.reading(reading -> TranscriptTable.read(reading, id))
              .orElseThrow(() -> new IllegalStateException("a transcript is never deleted"));
      List<Frame.PartLength> lengths = new ArrayList<>();
      for (Message message : transcript.messages()) {
        for (int part = 0; part < message.parts().size(); part++) {
          int length = message.parts().get(part).text().length();
          lengths.add(new Frame.PartLength(message.index(), part, length));
        }
      }
      return lengths;
    }

    @Override
    public List<ClassifierLabel> cited(TranscriptId id) {
      return labelled.contains(id)
          ? file.reading(reading -> LabelTable.ofTranscript(reading, id))
          : List.of();
    }

    @Override
    public Map<String, String> answers(String label) {
      return LabelMappings.of(file, label);
    }
  }
}
