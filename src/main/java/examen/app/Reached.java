package examen.app;

import examen.rating.Allotment;
import examen.rating.Assignment;
import examen.rating.AssignmentPlan;
import examen.rating.PlanTerms.Reach;
import examen.rating.RaterId;
import examen.transcript.Conditions;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which transcripts a plan gives out, and what becomes of the others and of the order. */
final class Reached {
  private final Reach reach;
  private final Map<TranscriptId, Conditions> transcripts;
  private final @Nullable AssignmentPlan before;
  private final Map<TranscriptId, Integer> drawn = new HashMap<>();

  /**
   * @param all of the project
   * @param drawn what a sampling plan drew, in its order; empty where none was named
   */
  Reached(
      AssignRequest request,
      Map<TranscriptId, Conditions> all,
      @Nullable AssignmentPlan before,
      List<TranscriptId> drawn) {
    this.before = before;
    for (TranscriptId id : drawn) {
      this.drawn.put(id, this.drawn.size());
    }
    this.reach =
        switch (request.what()) {
          case AssignRequest.What.Everything() -> Reach.EVERYTHING;
          case AssignRequest.What.Drawn(String plan) -> Reach.ONLY_GIVEN;
          case AssignRequest.What.AsBefore() ->
              before == null ? Reach.EVERYTHING : before.terms().reach();
        };
    this.transcripts = new TreeMap<>(all);
    if (reach == Reach.ONLY_GIVEN) {
      Set<TranscriptId> some = new HashSet<>(request.named());
      some.addAll(drawn.isEmpty() ? given(before).keySet() : drawn);
      transcripts.keySet().retainAll(some);
    }
  }

  Reach reach() {
    return reach;
  }

  /** Those that are given out. */
  Map<TranscriptId, Conditions> transcripts() {
    return transcripts;
  }

  /** With what is not given out now as it was, and in order. */
  Allotment whole(Allotment allotted) {
    if (reach == Reach.EVERYTHING) {
      return allotted;
    }
    TreeSet<TranscriptId> calibration = new TreeSet<>(allotted.calibration());
    List<Assignment> all = new ArrayList<>(allotted.assignments());
    if (before != null) {
      calibration.addAll(before.calibration());
      before.assignments().stream()
          .filter(each -> !transcripts.containsKey(each.transcript()))
          .forEach(all::add);
    }
    return new Allotment(calibration, ordered(all, calibration));
  }

  /** What is read by all, what was given before, what was drawn, and what else there is. */
  private List<Assignment> ordered(List<Assignment> all, Set<TranscriptId> calibration) {
    Map<RaterId, List<Assignment>> theirs = new TreeMap<>();
    all.forEach(each -> theirs.computeIfAbsent(each.rater(), r -> new ArrayList<>()).add(each));
    Map<TranscriptId, Integer> first = given(before);
    List<Assignment> ordered = new ArrayList<>();
    theirs.forEach(
        (rater, own) -> {
          Map<TranscriptId, Integer> places = placesOf(rater);
          List<TranscriptId> order =
              own.stream()
                  .sorted(
                      Comparator.<Assignment>comparingInt(
                              each -> calibration.contains(each.transcript()) ? 0 : 1)
                          .thenComparingInt(each -> group(each.transcript(), places))
                          .thenComparingInt(each -> place(each, places, first))
                          .thenComparing(Assignment::transcript))
                  .map(Assignment::transcript)
                  .toList();
          for (int place = 0; place < order.size(); place++) {
            ordered.add(new Assignment(order.get(place), rater, place));
          }
        });
    return ordered;
  }

  private int group(TranscriptId id, Map<TranscriptId, Integer> places) {
    if (drawn.containsKey(id)) {
      return 1;
    }
    return places.containsKey(id) ? 0 : 2;
  }

  private int place(
      Assignment each, Map<TranscriptId, Integer> places, Map<TranscriptId, Integer> first) {
    TranscriptId id = each.transcript();
    Integer drawnAs = drawn.get(id);
    Integer before = places.get(id);
    return drawnAs != null
        ? drawnAs
        : before != null ? before : first.getOrDefault(id, each.place());
  }

  private Map<TranscriptId, Integer> placesOf(RaterId rater) {
    Map<TranscriptId, Integer> places = new HashMap<>();
    given(rater).forEach(each -> places.put(each.transcript(), each.place()));
    return places;
  }

  private Stream<Assignment> given(RaterId rater) {
    return before == null
        ? Stream.empty()
        : before.assignments().stream().filter(each -> each.rater().equals(rater));
  }

  /** What was given to anybody, with its first place in anybody's order. */
  private static Map<TranscriptId, Integer> given(@Nullable AssignmentPlan before) {
    Map<TranscriptId, Integer> first = new HashMap<>();
    if (before != null) {
      before.assignments().forEach(each -> first.merge(each.transcript(), each.place(), Math::min));
    }
    return first;
  }
}
