package examen.rating;

import examen.transcript.TranscriptId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who reads what, and in which order. A plan is never changed: a later one continues it, and holds
 * all that then is given.
 *
 * @param at in whole milliseconds
 * @param number 1 for one that continues none, else one more than that which it continues
 * @param calibration the transcripts that all read, before any other
 */
public record AssignmentPlan(
    PlanId id,
    Instant at,
    int number,
    @Nullable PlanId continues,
    PlanTerms terms,
    SortedSet<TranscriptId> calibration,
    List<Assignment> assignments) {
  public AssignmentPlan {
    calibration = Collections.unmodifiableSortedSet(new TreeSet<>(calibration));
    assignments =
        assignments.stream()
            .sorted(
                Comparator.comparing(Assignment::rater).thenComparingInt(Assignment::place))
            .toList();
  }

  /**
   * The one that holds now: the latest in the line. Where two continue one, as may happen in two
   * copies of a project, every copy takes the same of them.
   */
  public static Optional<AssignmentPlan> current(Collection<AssignmentPlan> plans) {
    return plans.stream()
        .max(
            Comparator.comparingInt(AssignmentPlan::number)
                .thenComparing(AssignmentPlan::id));
  }

  /** What this rater is to read, in their order. */
  public List<TranscriptId> of(RaterId rater) {
    return assignments.stream()
        .filter(a -> a.rater().equals(rater))
        .map(Assignment::transcript)
        .toList();
  }

  /** All to whom something is given. */
  public Set<RaterId> raters() {
    SortedSet<RaterId> raters = new TreeSet<>();
    assignments.forEach(a -> raters.add(a.rater()));
    return raters;
  }
}
