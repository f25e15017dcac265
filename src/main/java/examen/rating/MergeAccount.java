package examen.rating;

import java.util.List;
import java.util.SortedMap;

/**
 * What became of the steps of another file: found = taken + already there + left out.
 *
 * @param takenByRater only raters of whom steps were taken
 * @param leftOut at most {@link #LISTED} of them
 * @param leftOutBy how many for each reason
 * @param conflicts at most {@link #LISTED} of them: what one rater changed in two copies
 * @param raters how many were new here, or have a new name
 * @param plans how many plans of who reads what were new here
 * @param samplingPlans how many plans of what was drawn were new here
 * @param remarks what else was not taken, a line each
 */
public record MergeAccount(
    long found,
    long taken,
    long there,
    SortedMap<RaterId, Long> takenByRater,
    List<LeftOutStep> leftOut,
    SortedMap<MergeReason, Long> leftOutBy,
    List<MergeConflict> conflicts,
    long conflictCount,
    int raters,
    int plans,
    int assignments,
    int samplingPlans,
    List<String> remarks) {
  /** Most that are listed of each; the others are counted. */
  public static final int LISTED = 1_000;

  public MergeAccount {
    leftOut = List.copyOf(leftOut);
    conflicts = List.copyOf(conflicts);
    remarks = List.copyOf(remarks);
  }

  /** How many steps were left out. */
  public long leftOutCount() {
    return leftOutBy.values().stream().mapToLong(count -> count).sum();
  }

  /**
   * A step that was left out.
   *
   * @param step its id as it stands in the other file; one line
   */
  public record LeftOutStep(String step, String rater, MergeReason reason) {}

  /**
   * Something that one rater changed in two copies.
   *
   * @param step the later one, which holds; the other stays in the log
   * @param kind what it is, such as {@code annotation}
   */
  public record MergeConflict(String step, RaterId rater, String transcript, String kind) {}
}
