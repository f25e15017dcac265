package examen.study;

import examen.stats.design.ZeroErrors;
import examen.stats.rate.Proportion;
import examen.stats.rate.WorstCase;
import examen.study.AuditedSample.Lot;
import examen.study.AuditedSample.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a sample leaves open: what was read and is not settled, was not read, or had no error. */
record SampleNotes(AuditedSample sample) {
  private static final double ONE_SIDED = 0.95;

  List<String> all() {
    List<String> notes = new ArrayList<>(open());
    notes.addAll(noError());
    return notes;
  }

  /** What was read and is not settled, and what was not read. */
  List<String> open() {
    List<String> notes = new ArrayList<>(unsettled());
    notes.addAll(unread());
    return notes;
  }

  /** Drawn, read, and no word: the rate is one of those that can be told. */
  private List<String> unsettled() {
    long unsettled = sample.count(Unit::isUnsettled);
    if (unsettled == 0) {
      return List.of();
    }
    String left =
        "Of those read, %,d are unclear or unresolved; the rates are of those that can be told."
            .formatted(unsettled);
    if (!sample.isSample()) {
      return List.of(left);
    }
    Predicate<Unit> either = unit -> unit.isTrue() || unit.isUnsettled();
    double[] asked = sample.column(Unit::isAsked);
    double low = sample.survey().ratio(sample.column(Unit::isTrue), asked).value().orNaN();
    double high = sample.survey().ratio(sample.column(either), asked).value().orNaN();
    return Double.isNaN(low) || Double.isNaN(high)
        ? List.of(left)
        : List.of(
            left
                + " Whatever they are, the estimated rate lies between %s and %s."
                    .formatted(percent(low), percent(high)));
  }

  private String percent(double share) {
    return Showing.percent(share, sample.count(Unit::isRead));
  }

  /** Strata that nobody read leave the rate of all unidentified, but not without bounds. */
  private List<String> unread() {
    AuditedSample known = sample.reaching(Unit::isDrawn);
    long nothing = sample.population() - known.population();
    if (nothing == 0 || !sample.isSample()) {
      return List.of();
    }
    String names =
        String.join(
            ", ", sample.strata().stream().filter(s -> !known.strata().contains(s)).toList());
    double yes =
        known.drawn().isEmpty()
            ? 0
            : known.survey().total(known.column(Unit::isTrue)).value().orNaN();
    double all = sample.population();
    return List.of(
        "Nothing was read of %s (%,d of %,d transcripts), so the rate of all is not identified: by the estimate for the others it lies between %s and %s."
            .formatted(
                names,
                nothing,
                sample.population(),
                percent(yes / all),
                percent((yes + nothing) / all)));
  }

  /** No error is no proof that there is none. */
  private List<String> noError() {
    Predicate<Unit> checked = unit -> unit.isJudged() && unit.isLabelled();
    long read = sample.count(checked);
    if (!sample.isSample() || read == 0 || sample.count(AssistedRows::isWrong) > 0) {
      return List.of();
    }
    ZeroErrors hidden = sample.unseen(Unit::isLabelled, ONE_SIDED);
    Proportion flagged =
        new Proportion(sample.count(Unit::isFlagged), sample.count(Unit::isLabelled));
    WorstCase worst = hidden.around(flagged.rate().orNaN());
    return List.of(
        "No error of the classifier in %,d read: at most %,d of its %,d labels are wrong, %s (95%%, one-sided, %s). So the rate that it gives, %s, could in the worst case be from %s to %s."
            .formatted(
                read,
                hidden.atMost(),
                hidden.population(),
                Showing.percent(hidden.rateAtMost().orNaN(), hidden.population()),
                sample.lot() == Lot.UNEQUAL ? "conservative, unequal probabilities" : "exact",
                Showing.rate(flagged).text(),
                Showing.percent(worst.low().orNaN(), flagged.total()),
                Showing.percent(worst.high().orNaN(), flagged.total())));
  }
}
