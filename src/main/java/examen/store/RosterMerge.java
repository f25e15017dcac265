package examen.store;

import examen.rating.PlanId;
import examen.rating.RaterId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes raters' names, plans and assignments over from another file. */
final class RosterMerge {
  private static final int MOST_RATERS = 10_000;
  private static final int MOST_PLANS = 10_000;
  private static final int AT_ONCE = 1_000;
  private static final int LONGEST_NAME = 1_000;
  private static final int LONGEST_PLAN = 16 << 20;

  private final ForeignFile source;
  private final Set<String> newPlans = new HashSet<>();
  private final Set<String> otherPlans = new HashSet<>();
  private final List<String> settings = new ArrayList<>();
  private int raters;
  private int plans;
  private int assignments;
  private int unknown;
  private int other;
  private int unreadable;
  private int beside;

  /**
   * How many were new here.
   *
   * @param remarks what was not taken, a line each
   */
  record Counts(int raters, int plans, int assignments, List<String> remarks) {}

  private record Named(String id, String name, String at) {
    /** The name given last holds; of two given at once either, but the same in every file. */
    boolean isAfter(Named there) {
      int byTime = at.compareTo(there.at);
      return byTime != 0 ? byTime > 0 : name.compareTo(there.name) > 0;
    }
  }

  private record Plan(String id, String at, String json) {
    /** One that is not would keep this project from ever reading its plans again. */
    boolean isReadable() {
      try {
        PlanId known = Stored.value(() -> PlanId.of(id));
        return PlanCodec.plan(known, StoredTime.of(at), json, List.of()).id().toString().equals(id);
      } catch (StoreException unreadable) {
        return false;
      }
    }
  }

  private record Place(String plan, String transcript, String rater, long place) {}

  RosterMerge(ForeignFile source) {
    this.source = source;
  }

  /** Says what would be taken; writes nothing. */
  Counts look(Reading ours) {
    return run(ours, new Insert.Nothing(), (key, place, value) -> {});
  }

  /** Takes it. */
  Counts take(Writing writing) {
    return run(writing, new Insert.Rows(writing), SharedSettings.Taken.into(writing));
  }

  /** What is done with what is new. */
  private sealed interface Insert {
    void rater(Named rater);

    void plan(Plan plan);

    void assignment(Place place);

    record Nothing() implements Insert {
      @Override
      public void rater(Named rater) {}

      @Override
      public void plan(Plan plan) {}

      @Override
      public void assignment(Place place) {}
    }

    record Rows(Writing writing) implements Insert {
      @Override
      public void rater(Named rater) {
        writing
            .query(
                "INSERT INTO rater (id, name, at) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                    + " name = excluded.name, at = excluded.at")
            .text(rater.id)
            .text(rater.name)
            .text(rater.at)
            .update();
        Seals.renew(writing, SealedThing.of(SealKind.RATER, rater.id));
      }

      @Override
      public void plan(Plan plan) {
        writing
            .query("INSERT INTO plan (id, at, json) VALUES (?, ?, ?)")
            .text(plan.id)
            .text(plan.at)
            .text(plan.json)
            .update();
        Seals.renew(writing, SealedThing.of(SealKind.PLAN, plan.id));
      }

      @Override
      public void assignment(Place place) {
        Seals.change(writing, SealedThing.of(SealKind.PLAN, place.plan));
        writing
            .query("INSERT INTO assignment (plan, transcript, rater, place) VALUES (?, ?, ?, ?)")
            .text(place.plan)
            .text(place.transcript)
            .text(place.rater)
            .integer(place.place)
            .update();
      }
    }
  }

  private Counts run(Reading ours, Insert insert, SharedSettings.Taken taken) {
    raters(ours, insert);
    plans(ours, insert);
    assignments(ours, insert);
    if (isCopy(ours)) {
      settings.addAll(SharedSettings.later(ours, source, taken));
    }
    return new Counts(raters, plans, assignments, remarks());
  }

  /** A package is none: its rater settles nothing for others. */
  private boolean isCopy(Reading ours) {
    return ProjectSettings.id(ours).equals(source.reading(ProjectSettings::id));
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>(settings);
    if (beside > 0) {
      remarks.add(
          beside
              + " plans were made in one copy while another was made in another; of such plans the"
              + " same one holds in every copy, and the others are kept");
    }
    if (unreadable > 0) {
      remarks.add(unreadable + " plans cannot be read");
    }
    if (!otherPlans.isEmpty()) {
      remarks.add(
          otherPlans.size() + " plans are others here, though they have the same ids; ours stay");
    }
    if (unknown > 0) {
      remarks.add(
          unknown + " assignments are of transcripts or plans that are not in this project");
    }
    if (other > 0) {
      remarks.add(other + " assignments have another place in their rater's order here");
    }
    return remarks;
  }

  private void raters(Reading ours, Insert insert) {
    for (Named rater : source.reading(RosterMerge::named)) {
      Optional<Named> there =
          ours.query("SELECT id, name, at FROM rater WHERE id = ?")
              .text(rater.id)
              .first(RosterMerge::named);
      if (there.isEmpty() || rater.isAfter(there.get())) {
        raters++;
        insert.rater(rater);
      }
    }
  }

  private static List<Named> named(Reading reading) {
    List<Named> all = new ArrayList<>();
    reading
        .query(
            "SELECT id, name, at FROM rater WHERE octet_length(id) <= "
                + LONGEST_NAME
                + " AND octet_length(name) <= "
                + LONGEST_NAME
                + " AND length(at) = 24 ORDER BY id LIMIT "
                + MOST_RATERS)
        .each(
            row -> {
              Named rater = named(row);
              if (isRater(rater.id)) {
                all.add(rater);
              }
            });
    return all;
  }

  private static Named named(Row row) {
    return new Named(row.text(1), row.text(2), row.text(3));
  }

  private static boolean isRater(String id) {
    try {
      return new RaterId(id).value().equals(id);
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  private void plans(Reading ours, Insert insert) {
    String size =
        " FROM plan WHERE octet_length(id) <= "
            + LONGEST_NAME
            + " AND octet_length(json) <= "
            + LONGEST_PLAN;
    List<String> ids =
        source.reading(
            reading ->
                reading
                    .query("SELECT id" + size + " ORDER BY at, id LIMIT " + MOST_PLANS)
                    .list(row -> row.text(1)));
    beside = countBeside(ours, ids);
    for (String id : ids) {
      Optional<Plan> here = plan(ours, id);
      Optional<Plan> theirs = source.reading(reading -> plan(reading, id));
      if (here.isEmpty() && theirs.filter(plan -> !plan.isReadable()).isPresent()) {
        unreadable++;
      } else if (here.isEmpty()) {
        plans++;
        newPlans.add(id);
        theirs.ifPresent(insert::plan);
      } else if (!here.equals(theirs)) {
        otherPlans.add(id);
      }
    }
  }

  /** How many of these that are new have another of the same number, here or there. */
  private int countBeside(Reading ours, List<String> ids) {
    int count = 0;
    for (String id : ids) {
      Optional<Plan> plan = source.reading(reading -> plan(reading, id)).filter(Plan::isReadable);
      if (plan.isPresent()
          && plan(ours, id).isEmpty()
          && (hasOneBeside(ours, plan.get())
              || source.reading(reading -> hasOneBeside(reading, plan.get())))) {
        count++;
      }
    }
    return count;
  }

  private static boolean hasOneBeside(Reading reading, Plan plan) {
    return reading
        .query("SELECT 1 FROM plan WHERE id <> ? AND (json ->> '$.number') = (? ->> '$.number')")
        .text(plan.id)
        .text(plan.json)
        .any();
  }

  private static Optional<Plan> plan(Reading reading, String id) {
    return reading
        .query("SELECT id, at, json FROM plan WHERE id = ?")
        .text(id)
        .first(row -> new Plan(row.text(1), row.text(2), row.text(3)));
  }

  private void assignments(Reading ours, Insert insert) {
    long from = Long.MIN_VALUE;
    while (true) {
      long after = from;
      List<Long> rows = new ArrayList<>();
      List<Place> page = source.reading(reading -> places(reading, after, rows));
      page.forEach(place -> assign(ours, insert, place));
      if (rows.size() < AT_ONCE) {
        return;
      }
      from = rows.getLast();
    }
  }

  private static List<Place> places(Reading reading, long after, List<Long> rows) {
    return reading
        .query(
            "SELECT rowid, substr(plan, 1, 1000), substr(transcript, 1, 100), substr(rater, 1,"
                + " 100), place FROM assignment WHERE rowid > ? ORDER BY rowid LIMIT "
                + AT_ONCE)
        .integer(after)
        .list(
            row -> {
              rows.add(row.integer(1));
              return new Place(row.text(2), row.text(3), row.text(4), row.integer(5));
            });
  }

  private void assign(Reading ours, Insert insert, Place place) {
    Optional<Long> here =
        ours.query("SELECT place FROM assignment WHERE plan = ? AND transcript = ? AND rater = ?")
            .text(place.plan)
            .text(place.transcript)
            .text(place.rater)
            .first(row -> row.integer(1));
    if (here.isPresent()) {
      other += here.get() == place.place ? 0 : 1;
    } else if (isAssignable(ours, place)) {
      assignments++;
      insert.assignment(place);
    } else {
      unknown++;
    }
  }

  private boolean isAssignable(Reading ours, Place place) {
    return isRater(place.rater)
        && !otherPlans.contains(place.plan)
        && (newPlans.contains(place.plan) || plan(ours, place.plan).isPresent())
        && ours.query("SELECT 1 FROM transcript WHERE id = ?").text(place.transcript).any();
  }
}
