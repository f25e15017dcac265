package examen.export;

import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.codebook.Codebook;
import examen.rating.Annotation;
import examen.rating.FirstSight;
import examen.rating.HighlightDecision;
import examen.rating.Link;
import examen.rating.RaterId;
import examen.rating.Reveal;
import examen.rating.Review;
import examen.rating.Unsupported;
import examen.rating.Verdict;
import examen.transcript.Transcript;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be exported.
 *
 * @param runs sorted by id
 * @param samples in the order of transcript ids, read one at a time
 */
public record Contents(Codebook codebook, List<ClassifierRun> runs, Iterator<Sample> samples) {
  /**
   * One transcript and what was said about it.
   *
   * @param annotations in reading order, then by id
   * @param verdicts by question, then by rater
   * @param unasked those of the verdicts on questions that are not asked any more of their rater
   * @param decisions on highlights, in reading order, then by rater
   * @param links in the order in which they were made
   * @param unsupported annotations of which their rater says that no reasoning supports them
   * @param reviews that were submitted, by rater
   * @param reveals what raters were shown of what others say, in the order in which they were
   * @param sights what raters had answered when they could first know what others say, by rater;
   *     none of those who never could
   * @param labels by run, then by name
   */
  public record Sample(
      Transcript transcript,
      List<Annotation> annotations,
      List<Verdict> verdicts,
      Set<Verdict> unasked,
      List<HighlightDecision> decisions,
      List<Link> links,
      List<Unsupported> unsupported,
      List<Review> reviews,
      List<Reveal> reveals,
      SortedMap<RaterId, FirstSight> sights,
      List<ClassifierLabel> labels) {
    public Sample {
      annotations = List.copyOf(annotations);
      verdicts = List.copyOf(verdicts);
      unasked = Set.copyOf(unasked);
      decisions = List.copyOf(decisions);
      links = List.copyOf(links);
      unsupported = List.copyOf(unsupported);
      reviews = List.copyOf(reviews);
      reveals = List.copyOf(reveals);
      sights = Collections.unmodifiableSortedMap(new TreeMap<>(sights));
      labels = List.copyOf(labels);
    }
  }
}
