package examen.app;

import examen.rating.AssignmentPlan;
import examen.rating.RaterId;
import examen.rating.ReadingList;
import examen.store.PlanTable;
import examen.store.ProjectFile;
import examen.store.ProjectSettings;
import examen.store.Reading;
import examen.store.SharedSettings;
import examen.transcript.TranscriptId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who reads what in a project. */
public final class Plans {
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
          return new OwnQueue(assigned, !isClosed(reading) || assigned.isEmpty());
        });
  }

  /** What this rater may read. */
  ReadingList listOf(RaterId rater) {
    return file.reading(
        reading ->
            isClosed(reading)
                ? new ReadingList(
                    Set.copyOf(
                        PlanTable.current(reading).map(plan -> plan.of(rater)).orElse(List.of())),
                    ReadingList.Rest.CLOSED)
                : ReadingList.ALL);
  }

  private static boolean isClosed(Reading reading) {
    return ProjectSettings.get(reading, SharedSettings.ONLY_ASSIGNED)
        .map("true"::equals)
        .orElse(false);
  }

  /** From now on the queue of a rater shows what is given to them and nothing else. */
  void showOnlyAssigned() {
    put("true");
  }

  /** From now on raters may also look at what is not given to them. */
  void showOthers() {
    put("false");
  }

  /**
   * Gives transcripts out, and writes work packages where they are wanted.
   *
   * @throws Refusal if it cannot be done as it is wanted; then nothing is stored
   */
  AssignReport assign(AssignRequest request, Progress progress) {
    workbench.checkThread();
    return new AssignJob(workbench, file, surroundings).run(request, progress);
  }

  private void put(String only) {
    workbench.checkThread();
    Instant now = workbench.now();
    file.runInTransaction(
        writing -> SharedSettings.put(writing, SharedSettings.ONLY_ASSIGNED, only, now));
  }

  /** The plan that holds, with what it gives to all. */
  static Optional<AssignmentPlan> current(ProjectFile file) {
    return file.reading(PlanTable::current);
  }
}
