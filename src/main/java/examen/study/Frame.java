package examen.study;

import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.codebook.Codebook;
import examen.rating.RaterId;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What an analysis is made of: the transcripts of a project, and what was said of them, as far as
 * the one who asks may know it.
 *
 * @param cases in the order of their ids
 * @param withheld of how many transcripts the one who asks may not know yet what others say
 * @param texts what is asked for only by analyses of places in the text
 * @param plans how transcripts were drawn, as far as the one who asks may know it
 */
public record Frame(
    Codebook codebook,
    List<ClassifierRun> runs,
    List<Case> cases,
    int withheld,
    Texts texts,
    Plans plans) {
  /** The sampling plans of a project, each read when it is asked for. */
  public interface Plans {
    /** Where there are none, or none that the one who asks may know. */
    Plans NONE =
        new Plans() {
          @Override
          public List<String> names() {
            return List.of();
          }

          @Override
          public Optional<SamplingPlan> of(String name) {
            return Optional.empty();
          }
        };

    /** In the order in which they were drawn. */
    List<String> names();

    Optional<SamplingPlan> of(String name);
  }

  /** What only analyses of places in the text ask for. */
  public interface Texts {
    /** The length of each part of each message, in UTF-16 units, in reading order. */
    List<PartLength> of(TranscriptId transcript);

    /** What all classifier runs said of a transcript, with what they point at. */
    List<ClassifierLabel> cited(TranscriptId transcript);

    /**
     * The answers that values of a classifier's label stand for, as it was said when its run was
     * taken in.
     *
     * @param label {@code RUN/NAME}
     */
    default Map<String, String> answers(String label) {
      return Map.of();
    }
  }

  /**
   * @param length of its text in UTF-16 units
   */
  public record PartLength(int message, int part, int length) {}

  public Frame {
    runs = List.copyOf(runs);
    cases = List.copyOf(cases);
  }

  /** The same with these transcripts. */
  Frame with(List<Case> others) {
    return new Frame(codebook, runs, others, withheld, texts, plans);
  }

  /** The same with fewer transcripts. */
  public Frame where(Predicate<Case> wanted) {
    return with(cases.stream().filter(wanted).toList());
  }

  /** All who submitted something, in the order of their ids. */
  public List<RaterId> raters() {
    TreeSet<RaterId> raters = new TreeSet<>();
    cases.forEach(c -> c.submitted().forEach(sheet -> raters.add(sheet.rater())));
    return new ArrayList<>(raters);
  }

  /** The values of a condition, in their order; numbers among them by size. */
  public List<String> values(String condition) {
    TreeSet<String> values = new TreeSet<>(NaturalOrder.COMPARATOR);
    cases.forEach(c -> c.conditions().get(condition).ifPresent(values::add));
    return new ArrayList<>(values);
  }

  /** The names of all conditions, in their order. */
  public List<String> conditions() {
    TreeSet<String> names = new TreeSet<>();
    cases.forEach(c -> names.addAll(c.conditions().values().keySet()));
    return new ArrayList<>(names);
  }
}
