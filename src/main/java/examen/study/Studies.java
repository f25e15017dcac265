package examen.study;

import java.util.List;
import java.util.Optional;

/** Every analysis, in the order in which they are listed. */
public final class Studies {
  public static final List<Study> ALL =
      List.of(
          new BeliefTable(),
          new Rates(),
          new Compare(),
          new FactorGrid(),
          new Matrix(),
          new Acknowledgement(),
          new Checkpoints(),
          new Anchoring(),
          new Drift(),
          new Agreement(),
          new SpanAgreement(),
          new GoldViews(),
          new Audit(),
          new TagAudit(),
          new Estimation(),
          new PlanSize(),
          new Sampling());

  private Studies() {}

  public static Optional<Study> of(String id) {
    return ALL.stream().filter(study -> study.id().equals(id)).findFirst();
  }
}
