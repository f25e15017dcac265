package examen.store;

import examen.study.SamplingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes sampling plans over from another copy of the project: the union by name. One whose name has
 * another plan here is not taken, as what was estimated by ours must stay what it was.
 */
final class SamplingMerge {
  private static final int MOST_PLANS = 1_000;
  private static final int MOST_UNITS = 5_000_000;
  private static final int LONGEST = 16 << 20;

  private final ForeignFile source;
  private int plans;
  private int others;
  private int unreadable;

  /**
   * How many were new here.
   *
   * @param remarks what was not taken, a line each
   */
  record Counts(int plans, List<String> remarks) {}

  SamplingMerge(ForeignFile source) {
    this.source = source;
  }

  /** What is done with a plan that is new. */
  private interface Insert {
    void plan(SamplingPlan plan);
  }

  /** Says what would be taken; writes nothing. */
  Counts look(Reading ours) {
    return run(ours, plan -> {});
  }

  /** Takes it. */
  Counts take(Writing writing) {
    return run(writing, plan -> SamplingTable.insert(writing, plan));
  }

  private Counts run(Reading ours, Insert insert) {
    if (ProjectSettings.id(ours).equals(source.reading(ProjectSettings::id))) {
      List<String> names = source.reading(SamplingMerge::names);
      names.forEach(name -> look(ours, name, insert));
      unreadable += source.reading(SamplingMerge::count) - names.size();
    }
    return new Counts(plans, remarks());
  }

  private void look(Reading ours, String name, Insert insert) {
    Optional<SamplingPlan> theirs = theirs(name);
    if (theirs.isEmpty()) {
      unreadable++;
    } else if (!SamplingTable.names(ours).contains(name)) {
      plans++;
      insert.plan(theirs.get());
    } else if (!SamplingTable.anyhow(ours, name).equals(theirs)) {
      others++;
    }
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (others > 0) {
      remarks.add(
          others + " sampling plans are others here, though they have the same names; ours stay");
    }
    if (unreadable > 0) {
      remarks.add(unreadable + " sampling plans cannot be read, or are not what was drawn");
    }
    return remarks;
  }

  private static int count(Reading reading) {
    return Stored.number(
        reading
            .query("SELECT count(*) FROM sampling_plan")
            .first(row -> row.integer(1))
            .orElse(0L));
  }

  private static List<String> names(Reading reading) {
    return reading
        .query(
            "SELECT name FROM sampling_plan WHERE octet_length(name) <= 1000 AND octet_length(json)"
                + " <= "
                + LONGEST
                + " ORDER BY seq LIMIT "
                + MOST_PLANS)
        .list(row -> row.text(1));
  }

  private static Optional<SamplingPlan> small(Reading reading, String name) {
    long units =
        reading
            .query(
                "SELECT count(*) FROM (SELECT 1 FROM sampling_unit WHERE plan = (SELECT seq FROM"
                    + " sampling_plan WHERE name = ?) LIMIT "
                    + (MOST_UNITS + 1)
                    + ")")
            .text(name)
            .first(row -> row.integer(1))
            .orElse(0L);
    return units > MOST_UNITS ? Optional.empty() : SamplingTable.of(reading, name);
  }

  /** One that is not whole would make wrong numbers. */
  private Optional<SamplingPlan> theirs(String name) {
    try {
      return SamplingPlan.isName(name)
          ? source.reading(reading -> small(reading, name)).filter(plan -> plan.flaw().isEmpty())
          : Optional.empty();
    } catch (ForeignException unreadable) {
      return Optional.empty();
    }
  }
}
