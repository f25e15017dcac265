package examen.study;

import examen.report.Table;
import java.util.List;

/**
 * A sample that people read, with what is known of how it was drawn.
 *
 * @param notes how, in words
 * @param inputs what another program needs to know of it
 */
record ReadSample(AuditedSample sample, List<String> notes, List<Table> inputs) {
  ReadSample {
    notes = List.copyOf(notes);
    inputs = List.copyOf(inputs);
  }

  /** As it stands in a plan. */
  static ReadSample of(AuditedSample sample, PlanReading plan) {
    PlanNotes notes = new PlanNotes(plan);
    return new ReadSample(sample, notes.all(), List.of(notes.inputs(), plan.inputs()));
  }

  /** As the one who asks says. */
  static ReadSample said(AuditedSample sample) {
    String how =
        switch (sample.lot()) {
          case SIMPLE ->
              "You say that those read are a simple random sample of all. The program did not draw"
                  + " it and cannot know.";
          case STRATIFIED, UNEQUAL ->
              "You say that those read are a simple random sample within each stratum. The program"
                  + " did not draw it and cannot know.";
          case NOT_A_SAMPLE ->
              "What was read is not known to be a sample: whoever chose what to read chose the"
                  + " numbers too, so nothing is said of the others. Name the plan by --plan, or,"
                  + " if it was drawn by lot elsewhere, say so by --design.";
        };
    return new ReadSample(sample, List.of(how), List.of());
  }
}
