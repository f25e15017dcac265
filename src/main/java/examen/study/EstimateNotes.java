package examen.study;

import examen.study.AuditedSample.Lot;
import examen.study.AuditedSample.Unit;
import java.util.ArrayList;
import java.util.List;

/** What stands below estimates: how it is said that the sample was drawn, and what it left out. */
final class EstimateNotes {
  private final Frame frame;
  private final Chosen chosen;
  private final AuditedSample sample;
  private final ReadSample read;

  EstimateNotes(Frame frame, Chosen chosen, ReadSample read) {
    this.frame = frame;
    this.chosen = chosen;
    this.read = read;
    this.sample = read.sample();
  }

  List<String> all() {
    List<String> notes = new ArrayList<>();
    notes.addAll(read.notes());
    notes.add(
        "Read: %,d of %,d. Labels: %s. Unit: transcript."
            .formatted(
                sample.count(Unit::isRead),
                sample.population(),
                chosen.gold(Choices.GOLD.id(), frame).title()));
    notes.addAll(new SampleNotes(sample).all());
    unlabelled().forEach(notes::add);
    if (sample.lot() == Lot.SIMPLE && chosen.has(Estimation.PREDICTED.id())) {
      notes.add(
          "The sample is of the same transcripts: go by the difference estimator or PPI++;"
              + " Rogan-Gladen stands for contrast. The normal intervals of both are not to be"
              + " trusted below about ten cases or ten errors; the exact one of those read is.");
    }
    notes.addAll(Notes.withheld(frame));
    return notes;
  }

  private List<String> unlabelled() {
    long without = sample.count(unit -> unit.isAsked() && !unit.isLabelled());
    return without == 0 || !chosen.has(Estimation.PREDICTED.id())
        ? List.of()
        : List.of(
            "The classifier says nothing of %,d transcripts; precision, recall and the like are of the others."
                .formatted(without));
  }
}
