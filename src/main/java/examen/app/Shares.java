package examen.app;

import examen.rating.Assignment;
import examen.rating.AssignmentPlan;
import examen.rating.Rater;
import examen.rating.RaterId;
import examen.transcript.Conditions;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what a plan gives to whom. */
final class Shares {
  private final Workbench workbench;
  private final Map<RaterId, Rater> raters;

  /**
   * @param raters those who are named first; others whom the plan names come after them
   */
  Shares(Workbench workbench, Map<RaterId, Rater> raters) {
    this.workbench = workbench;
    this.raters = new LinkedHashMap<>(raters);
  }

  AssignReport of(AssignmentPlan plan, Map<TranscriptId, Conditions> transcripts) {
    plan.raters().forEach(id -> raters.computeIfAbsent(id, workbench.raters()::of));
    List<AssignReport.Share> shares =
        raters.values().stream().map(rater -> share(plan, rater, transcripts)).toList();
    return new AssignReport(
        plan, AssignReport.Fate.STORED, transcripts.size(), shares, meetings(plan));
  }

  static boolean isBegun(Workbench workbench, TranscriptId transcript, RaterId rater) {
    return workbench.headway(transcript, rater).state() != Headway.State.OPEN;
  }

  private AssignReport.Share share(
      AssignmentPlan plan, Rater rater, Map<TranscriptId, Conditions> transcripts) {
    List<TranscriptId> given = plan.of(rater.id());
    SortedMap<String, SortedMap<String, Integer>> values = new TreeMap<>();
    for (String name : plan.terms().by()) {
      SortedMap<String, Integer> counts = new TreeMap<>();
      transcripts.values().forEach(each -> counts.put(each.get(name).orElse(""), 0));
      for (TranscriptId id : given) {
        Conditions conditions = transcripts.getOrDefault(id, Conditions.NONE);
        counts.merge(conditions.get(name).orElse(""), 1, Integer::sum);
      }
      values.put(name, counts);
    }
    return new AssignReport.Share(
        rater,
        given.size(),
        (int) given.stream().filter(id -> plan.calibration().contains(id)).count(),
        (int) given.stream().filter(id -> isBegun(workbench, id, rater.id())).count(),
        values,
        null);
  }

  private List<AssignReport.Meeting> meetings(AssignmentPlan plan) {
    Map<TranscriptId, List<RaterId>> readers = new HashMap<>();
    for (Assignment each : plan.assignments()) {
      readers.computeIfAbsent(each.transcript(), t -> new ArrayList<>()).add(each.rater());
    }
    List<Rater> all = List.copyOf(raters.values());
    List<AssignReport.Meeting> meetings = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        List<RaterId> both = List.of(all.get(i).id(), all.get(j).id());
        int times = (int) readers.values().stream().filter(of -> of.containsAll(both)).count();
        meetings.add(new AssignReport.Meeting(all.get(i), all.get(j), times));
      }
    }
    return meetings;
  }
}
