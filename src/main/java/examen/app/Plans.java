package examen.app;

import examen.rating.AssignmentPlan;
import examen.rating.RaterId;
import examen.store.PlanTable;
import examen.store.ProjectFile;
import examen.store.ProjectSettings;
import examen.transcript.TranscriptId;
import java.util.List;
import java.util.Optional;

/** Who reads what in a project. */
public final class Plans {
  private static final String ONLY_ASSIGNED = "only-assigned";

  private final Workbench workbench;
  private final ProjectFile file;
  private final Surroundings surroundings;

  Plans(Workbench workbench, ProjectFile file, Surroundings surroundings) {
    this.workbench = workbench;
    this.file = file;
    this.surroundings = surroundings;
  }

  /** What this rater is to read. Who is not in the plan, such as a lead, sees everything. */
  public OwnQueue of(RaterId rater) {
    workbench.checkThread();
    return file.reading(
        reading -> {
          List<TranscriptId> assigned =
              PlanTable.current(reading).map(plan -> plan.of(rater)).orElse(List.of());
          boolean only =
              ProjectSettings.get(reading, ONLY_ASSIGNED).map("true"::equals).orElse(false);
          return new OwnQueue(assigned, !only || assigned.isEmpty());
        });
  }

  /** From now on the queue of a rater shows what is given to them and nothing else. */
  public void showOnlyAssigned() {
    put("true");
  }

  /** From now on raters may also look at what is not given to them. */
  public void showOthers() {
    put("false");
  }

  /**
   * Gives transcripts out, and writes work packages where they are wanted.
   *
   * @throws Refusal if it cannot be done as it is wanted; then nothing is stored
   */
  public AssignReport assign(AssignRequest request, Progress progress) {
    workbench.checkThread();
    return new AssignJob(workbench, file, surroundings).run(request, progress);
  }

  private void put(String only) {
    workbench.checkThread();
    file.runInTransaction(writing -> ProjectSettings.put(writing, ONLY_ASSIGNED, only));
  }

  /** The plan that holds, with what it gives to all. */
  static Optional<AssignmentPlan> current(ProjectFile file) {
    return file.reading(PlanTable::current);
  }
}
