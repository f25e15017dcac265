package examen.store;

import examen.study.SamplingPlan;
import examen.study.SamplingPlan.Unit;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How transcripts were drawn: the sampling plans of a project. None is ever changed or deleted. */
public final class SamplingTable {
  private static final int TOGETHER = 5_000;

  private SamplingTable() {}

  /**
   * Stores a plan with all transcripts that could be drawn.
   *
   * @throws StoreException if there is a plan with its name
   */
  public static void insert(Writing writing, SamplingPlan plan) {
    long seq =
        writing
            .query("INSERT INTO sampling_plan (name, at, json) VALUES (?, ?, ?) RETURNING seq")
            .text(plan.name())
            .text(StoredTime.text(plan.at()))
            .text(SamplingCodec.text(plan))
            .first(row -> row.integer(1))
            .orElseThrow();
    Query insert =
        writing.query(
            "INSERT INTO sampling_unit (plan, transcript, stratum, size, probability, place) VALUES"
                + " (?, ?, ?, ?, ?, ?)");
    int waiting = 0;
    for (Unit unit : plan.units()) {
      insert
          .integer(seq)
          .text(unit.transcript().value())
          .integer(unit.stratum())
          .realIfAny(unit.size())
          .realIfAny(Double.isNaN(unit.probability()) ? null : (Double) unit.probability())
          .integer(unit.place())
          .addToBatch();
      if (++waiting % TOGETHER == 0) {
        insert.runBatch();
      }
    }
    insert.runBatch();
    Seals.renew(writing, thing(plan.name()));
    writing.provedBy(reading -> names(reading).contains(plan.name()));
  }

  /** In the order in which they were drawn or came. */
  public static List<String> names(Reading reading) {
    return reading.query("SELECT name FROM sampling_plan ORDER BY seq").list(row -> row.text(1));
  }

  /** All in a line each, in the same order. */
  public static List<SamplingPlan.Line> lines(Reading reading) {
    return reading
        .query(
            "SELECT p.name, p.at, p.json, (SELECT count(*) FROM sampling_unit u WHERE u.plan ="
                + " p.seq), (SELECT count(*) FROM sampling_unit u WHERE u.plan = p.seq AND u.place"
                + " > 0) FROM sampling_plan p ORDER BY p.seq")
        .list(
            row -> {
              SamplingPlan plan = plan(row, List.of());
              return new SamplingPlan.Line(
                  plan.name(),
                  plan.at(),
                  plan.terms().getOrDefault("design", plan.design()),
                  plan.seed(),
                  row.integer(4),
                  row.integer(5));
            });
  }

  /**
   * The plan of this name.
   *
   * @throws StoreException if it is not as it was stored
   */
  public static Optional<SamplingPlan> of(Reading reading, String name) {
    if (names(reading).contains(name)) {
      Seals.require(reading, thing(name));
    }
    return anyhow(reading, name);
  }

  /** The same, whatever became of it. */
  static Optional<SamplingPlan> anyhow(Reading reading, String name) {
    List<Unit> units = units(reading, name);
    return reading
        .query("SELECT name, at, json FROM sampling_plan WHERE name = ?")
        .text(name)
        .first(row -> plan(row, units));
  }

  private static SamplingPlan plan(Row row, List<Unit> units) {
    return SamplingCodec.plan(row.text(1), StoredTime.of(row.text(2)), row.text(3), units);
  }

  private static List<Unit> units(Reading reading, String name) {
    List<Unit> units = new ArrayList<>();
    reading
        .query(
            "SELECT transcript, stratum, place, size, probability FROM sampling_unit WHERE plan ="
                + " (SELECT seq FROM sampling_plan WHERE name = ?) ORDER BY transcript")
        .text(name)
        .each(row -> units.add(unit(row)));
    return units;
  }

  private static Unit unit(Row row) {
    Double size = row.realIfAny(4);
    Double probability = row.realIfAny(5);
    return Stored.value(
        () ->
            new Unit(
                new TranscriptId(row.text(1)),
                Stored.number(row.integer(2)),
                size == null ? Double.NaN : size,
                probability == null ? Double.NaN : probability,
                Stored.number(row.integer(3))));
  }

  static SealedThing thing(String name) {
    return SealedThing.of(SealKind.SAMPLING_PLAN, name);
  }
}
