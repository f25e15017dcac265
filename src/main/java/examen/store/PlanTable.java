package examen.store;

import examen.rating.AssignmentPlan;
import examen.rating.PlanId;
import java.util.List;
import java.util.Optional;

/** The plans of a project: who reads what. None is ever changed or deleted. */
public final class PlanTable {
  private PlanTable() {}

  /**
   * Stores a plan with its assignments.
   *
   * @throws StoreException if there is a plan with its id
   */
  public static void insert(Writing writing, AssignmentPlan plan) {
    writing
        .query("INSERT INTO plan (id, at, json) VALUES (?, ?, ?)")
        .text(plan.id().toString())
        .text(StoredTime.text(plan.at()))
        .text(PlanCodec.text(plan))
        .update();
    AssignmentTable.insert(writing, plan.id(), plan.assignments());
    Seals.renew(writing, SealedThing.of(SealKind.PLAN, plan.id().toString()));
    writing.provedBy(reading -> all(reading).stream().anyMatch(p -> p.id().equals(plan.id())));
  }

  /** The plan that holds now. */
  public static Optional<AssignmentPlan> current(Reading reading) {
    return AssignmentPlan.current(all(reading)).map(plan -> whole(reading, plan));
  }

  private static AssignmentPlan whole(Reading reading, AssignmentPlan plan) {
    return new AssignmentPlan(
        plan.id(),
        plan.at(),
        plan.number(),
        plan.continues(),
        plan.terms(),
        plan.calibration(),
        AssignmentTable.of(reading, plan.id()));
  }

  /** All, without their assignments. */
  private static List<AssignmentPlan> all(Reading reading) {
    return reading
        .query("SELECT id, at, json FROM plan")
        .list(
            row ->
                PlanCodec.plan(
                    Stored.value(() -> PlanId.of(row.text(1))),
                    StoredTime.of(row.text(2)),
                    row.text(3),
                    List.of()));
  }
}
