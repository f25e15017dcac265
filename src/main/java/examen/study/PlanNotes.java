package examen.study;

import examen.report.Cell;
import examen.report.Column;
import examen.report.Table;
import examen.stats.design.Drawn;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is said of the plan by which transcripts were drawn, and of how far it was read. */
record PlanNotes(PlanReading reading) {
  private static final int HASH_SHOWN = 16;

  List<String> all() {
    List<String> notes = new ArrayList<>();
    notes.add(plan());
    notes.add(read());
    if (reading.plan().isSample() && reading.beyond() > 0) {
      notes.add(
          "Left out: %,d that were read after that one. What is read out of order was picked, and is no part of the sample; read \"%s\" and they count."
              .formatted(reading.beyond(), missing()));
    }
    if (reading.undrawn() > 0) {
      notes.add(
          "Left out: %,d that were read though the plan did not draw them."
              .formatted(reading.undrawn()));
    }
    int later = reading.later().size();
    if (later > 0) {
      notes.add(
          "%,d transcripts are not in the plan, as they came after the draw: nothing is said of them."
              .formatted(later));
    }
    if (reading.absent() > 0) {
      notes.add("%,d transcripts of the plan are not in this project.".formatted(reading.absent()));
    }
    return notes;
  }

  /** "The program drew it: plan "audit", 2026-11-22, simple-random, seed 7, ...". */
  private String plan() {
    SamplingPlan plan = reading.plan();
    String said =
        "plan \"%s\", %s, %s, seed %d, %,d of %,d transcripts, frame %s"
            .formatted(
                plan.name(),
                day(),
                plan.design(),
                plan.seed(),
                plan.drawn().size(),
                plan.units().size(),
                plan.frameHash().substring(0, Math.min(HASH_SHOWN, plan.frameHash().length())));
    return plan.isSample()
        ? "The program drew it: " + said + "."
        : "Chosen, not drawn: "
            + said
            + ". Whoever is chosen by a score says nothing of the others, so nothing is estimated.";
  }

  private String day() {
    return DateTimeFormatter.ISO_LOCAL_DATE
        .withLocale(Locale.ROOT)
        .withZone(ZoneOffset.UTC)
        .format(reading.plan().at());
  }

  private String read() {
    String asked =
        reading.population() == reading.plan().units().size()
            ? ""
            : " Asked about are %,d of the plan's transcripts, of which %,d were drawn."
                .formatted(reading.population(), reading.drawn());
    if (!reading.plan().isSample()) {
      return "Read: %,d of %,d chosen.%s".formatted(reading.read(), reading.drawn(), asked);
    }
    if (reading.gap().isEmpty()) {
      return "Read: all %,d that were drawn.%s".formatted(reading.drawn(), asked);
    }
    return "Reading stopped early: %,d of %,d, up to place %,d of the order of the draw; \"%s\" was not read. The first of a draw are a sample too, if nobody stopped because of what was found.%s"
        .formatted(reading.read(), reading.drawn(), reading.counted(), missing(), asked);
  }

  private String missing() {
    return reading
        .gap()
        .map(unit -> reading.asked().get(unit.transcript()))
        .map(Case::title)
        .orElse("a transcript that is not in this project");
  }

  /** All that another program needs to know of the plan. */
  Table inputs() {
    SamplingPlan plan = reading.plan();
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("name", plan.name()));
    rows.add(row("at", plan.at().toString()));
    rows.add(row("design", plan.design()));
    rows.add(row("seed", Long.toString(plan.seed())));
    rows.add(row("generator", Drawn.GENERATOR));
    rows.add(row("frame", plan.frameHash()));
    rows.add(row("population", Long.toString(plan.units().size())));
    rows.add(row("drawn", Long.toString(plan.drawn().size())));
    rows.add(row("counted", Long.toString(reading.counted())));
    plan.terms().forEach((name, value) -> rows.add(row("term:" + name, value)));
    return new Table(
        "plan",
        "",
        List.of(Column.words("what", "what"), Column.words("value", "value")),
        rows,
        List.of());
  }

  private static List<Cell> row(String what, String value) {
    return List.of(Cell.words(what), Cell.words(value));
  }
}
