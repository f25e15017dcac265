package examen.store;

import examen.rating.MergeAccount;
import examen.rating.MergeAccount.LeftOutStep;
import examen.rating.MergeAccount.MergeConflict;
import examen.rating.MergeReason;
import examen.rating.RaterId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The account of a merge in the making. */
final class MergeTally {
  private final TreeMap<RaterId, Long> takenByRater = new TreeMap<>();
  private final List<LeftOutStep> leftOut = new ArrayList<>();
  private final TreeMap<MergeReason, Long> leftOutBy = new TreeMap<>();
  private final List<MergeConflict> conflicts = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private long conflictCount;
  private long taken;
  private long there;
  private long out;

  void taken(RaterId rater) {
    taken++;
    takenByRater.merge(rater, 1L, Long::sum);
  }

  void there() {
    there++;
  }

  void leftOut(String step, String rater, MergeReason reason) {
    out++;
    leftOutBy.merge(reason, 1L, Long::sum);
    if (leftOut.size() < MergeAccount.LISTED) {
      leftOut.add(new LeftOutStep(shown(step), shown(rater), reason));
    }
  }

  void conflict(MergeConflict conflict) {
    conflictCount++;
    if (conflicts.size() < MergeAccount.LISTED) {
      conflicts.add(conflict);
    }
  }

  void remark(String remark) {
    remarks.add(remark);
  }

  MergeAccount account(RosterMerge.Counts roster, SamplingMerge.Counts samplings) {
    List<String> all = new ArrayList<>(remarks);
    all.addAll(roster.remarks());
    all.addAll(samplings.remarks());
    return new MergeAccount(
        taken + there + out,
        taken,
        there,
        takenByRater,
        leftOut,
        leftOutBy,
        conflicts,
        conflictCount,
        roster.raters(),
        roster.plans(),
        roster.assignments(),
        samplings.plans(),
        all);
  }

  /** What stands in the other file may be anyone's words. */
  static String shown(String word) {
    String shown = word.replaceAll("[^\\p{L}\\p{N}._-]", "?");
    return shown.substring(0, Math.min(shown.length(), 64));
  }
}
