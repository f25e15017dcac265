package examen.app;

import examen.rating.Allotment;
import examen.rating.Allotting;
import examen.rating.Assignment;
import examen.rating.AssignmentPlan;
import examen.rating.Overlap;
import examen.rating.PlanId;
import examen.rating.PlanTerms;
import examen.rating.Rater;
import examen.rating.RaterId;
import examen.store.PlanTable;
import examen.store.ProjectFile;
import examen.store.RaterTable;
import examen.store.TranscriptTable;
import examen.study.SamplingPlan;
import examen.transcript.Conditions;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a plan of who reads what, stores it, and has the work packages written. */
final class AssignJob {
  /** Two readers of each transcript: without any overlap, nobody knows whether raters agree. */
  private static final Overlap USUAL = new Overlap.Each(2);

  private final Workbench workbench;
  private final ProjectFile file;
  private final Surroundings surroundings;

  AssignJob(Workbench workbench, ProjectFile file, Surroundings surroundings) {
    this.workbench = workbench;
    this.file = file;
    this.surroundings = surroundings;
  }

  AssignReport run(AssignRequest request, Progress progress) {
    workbench.refresh();
    AssignmentPlan before = Plans.current(file).orElse(null);
    Map<TranscriptId, Conditions> transcripts = transcripts();
    Map<RaterId, Rater> raters = raters(request, before);
    Reached reached = new Reached(request, transcripts, before, drawn(request, transcripts));
    PlanTerms terms = terms(request, before, reached.reach());
    refuseUnknownConditions(terms.by(), transcripts);
    Allotment.Wish wish =
        new Allotment.Wish(
            terms,
            reached.transcripts(),
            new TreeSet<>(raters.keySet()),
            request.calibrate(),
            request.named());
    wish.misfit()
        .ifPresent(
            why -> {
              throw new Refusal(name() + ": " + why);
            });
    AssignmentPlan plan = plan(terms, reached.whole(Allotting.of(wish, earlier(before))), before);
    AssignReport report = new Shares(workbench, raters).of(plan, transcripts);
    PackageJob packages = new PackageJob(file, workbench.stored().ledger(), surroundings);
    boolean same = isSame(plan, before);
    Map<Rater, Path> files = packages.places(request.packages(), raters.values());
    Set<Path> there = packages.there(files, same ? before : null);
    if (request.dryRun()) {
      return report.as(AssignReport.Fate.DRY_RUN);
    }
    AssignmentPlan holds = store(plan, before, raters);
    packages.write(holds, files, there, progress);
    return new Shares(workbench, raters)
        .of(holds, transcripts)
        .as(holds.equals(plan) ? AssignReport.Fate.STORED : AssignReport.Fate.UNCHANGED)
        .withPackages(files);
  }

  private Map<TranscriptId, Conditions> transcripts() {
    Map<TranscriptId, Conditions> transcripts = new TreeMap<>();
    file.reading(TranscriptTable::summaries)
        .forEach(summary -> transcripts.put(summary.id(), summary.conditions()));
    return transcripts;
  }

  /** In the order in which they were named. */
  private Map<RaterId, Rater> raters(AssignRequest request, @Nullable AssignmentPlan before) {
    Map<RaterId, Rater> raters = new LinkedHashMap<>();
    for (String named : request.raters()) {
      Rater rater = workbench.raters().meant(named);
      if (raters.put(rater.id(), rater) != null) {
        throw new Refusal("the rater \"" + named + "\" is named twice");
      }
    }
    if (request.raters().isEmpty()) {
      if (before == null) {
        throw new Refusal(name() + ": there is no plan yet; say who reads: --raters NAME,NAME");
      }
      before.raters().forEach(id -> raters.put(id, workbench.raters().of(id)));
    }
    return raters;
  }

  /** What is there of what the sampling plan drew, in its order. */
  private List<TranscriptId> drawn(
      AssignRequest request, Map<TranscriptId, Conditions> transcripts) {
    if (!(request.what() instanceof AssignRequest.What.Drawn(String name))) {
      return List.of();
    }
    List<TranscriptId> drawn =
        workbench.lead().samples().of(name).drawn().stream()
            .map(SamplingPlan.Unit::transcript)
            .filter(transcripts::containsKey)
            .toList();
    if (drawn.isEmpty()) {
      throw new Refusal(name() + ": nothing that the plan drew is in the project");
    }
    return drawn;
  }

  private PlanTerms terms(
      AssignRequest request, @Nullable AssignmentPlan before, PlanTerms.Reach reach) {
    Overlap overlap = request.overlap();
    List<String> by = request.by();
    Long seed = request.seed();
    if (before != null) {
      overlap = overlap == null ? before.terms().overlap() : overlap;
      by = by == null ? before.terms().by() : by;
      seed = seed == null ? (Long) before.terms().seed() : seed;
    }
    return new PlanTerms(
        overlap == null ? USUAL : overlap,
        by == null ? List.of() : by,
        seed == null ? surroundings.random().nextInt(Integer.MAX_VALUE) : seed,
        reach);
  }

  private void refuseUnknownConditions(List<String> by, Map<TranscriptId, Conditions> transcripts) {
    Set<String> known = new TreeSet<>();
    transcripts.values().forEach(conditions -> known.addAll(conditions.values().keySet()));
    for (String name : by) {
      if (!known.contains(name)) {
        throw new Refusal(
            name()
                + ": no transcript has a condition \""
                + name
                + "\"; there are: "
                + String.join(", ", known));
      }
    }
  }

  private Allotment.Earlier earlier(@Nullable AssignmentPlan before) {
    return before == null
        ? Allotment.Earlier.NONE
        : new Allotment.Earlier(
            before.calibration(),
            before.assignments(),
            before.assignments().stream().filter(this::isBegun).collect(Collectors.toSet()));
  }

  private boolean isBegun(Assignment assignment) {
    return Shares.isBegun(workbench, assignment.transcript(), assignment.rater());
  }

  private AssignmentPlan plan(
      PlanTerms terms, Allotment allotment, @Nullable AssignmentPlan before) {
    return new AssignmentPlan(
        new PlanId(surroundings.ids().next()),
        workbench.now(),
        before == null ? 1 : before.number() + 1,
        before == null ? null : before.id(),
        terms,
        allotment.calibration(),
        allotment.assignments());
  }

  private static boolean isSame(AssignmentPlan plan, @Nullable AssignmentPlan before) {
    return before != null
        && before.terms().equals(plan.terms())
        && before.calibration().equals(plan.calibration())
        && before.assignments().equals(plan.assignments());
  }

  /** The plan that holds then: the one of before where the new one would change nothing. */
  private AssignmentPlan store(
      AssignmentPlan plan, @Nullable AssignmentPlan before, Map<RaterId, Rater> raters) {
    boolean same = isSame(plan, before);
    file.runInTransaction(
        writing -> {
          if (!PlanTable.current(writing).equals(Optional.ofNullable(before))) {
            throw new Refusal(name() + ": another program made a plan meanwhile; try again");
          }
          raters.values().forEach(rater -> RaterTable.put(writing, rater, plan.at()));
          if (!same) {
            PlanTable.insert(writing, plan);
          }
        });
    workbench.raters().refresh();
    return same && before != null ? before : plan;
  }

  private String name() {
    return String.valueOf(file.path().getFileName());
  }
}
