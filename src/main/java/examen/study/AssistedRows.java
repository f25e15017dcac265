package examen.study;

import examen.report.Cell;
import examen.stats.Bounds;
import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.audit.PredictionPowered;
import examen.stats.audit.RoganGladen;
import examen.stats.design.Estimated;
import examen.stats.rate.Proportion;
import examen.study.AuditedSample.Lot;
import examen.study.AuditedSample.Unit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The rate by what a classifier said of all, put right by what people say of those read. */
final class AssistedRows {
  private static final Undefined UNLABELLED =
      new Undefined("the classifier did not label all of them");
  private static final Undefined UNJUDGED =
      new Undefined("of some that were read it is not settled what is true");

  private final AuditedSample sample;
  private final double confidence;

  AssistedRows(AuditedSample sample, double confidence) {
    // Of a simple sample those that are asked about are one, too; all these rows are of it alone.
    this.sample = sample.lot() == Lot.SIMPLE ? sample.asked() : sample;
    this.confidence = confidence;
  }

  List<EstimateRow> rows() {
    return sample.lot() == Lot.SIMPLE
        ? List.of(classified(), difference(), powered(), auditAlone(), roganGladen())
        : List.of(classified(), difference());
  }

  /** What the classifier says, as if it never erred. */
  private EstimateRow classified() {
    Proportion labelled = labelled();
    Cell estimate = Showing.rate(labelled).on(ids(Unit::isFlagged));
    return new EstimateRow(
        "classifier alone",
        Cell.words("%,d / %,d labelled".formatted(labelled.count(), labelled.total())),
        estimate,
        Cell.words("of all labelled"),
        Cell.words(""),
        "",
        Cell.words(""),
        null);
  }

  private EstimateRow difference() {
    String name = "rate, difference estimator";
    Cell read = errors();
    if (!sample.isSample() || reason().isPresent()) {
      return EstimateRow.undefined(name, read, reason().orElse(EstimateRow.NOT_DRAWN));
    }
    Estimated estimated =
        sample
            .survey()
            .difference(
                sample.column(Unit::isTrue),
                sample.column(Unit::isFlagged),
                sample.column(Unit::isAsked),
                labelled().rate().orNaN());
    EstimateRow row =
        EstimateRow.share(
            name, read, estimated.value(), estimated.normal(confidence), labelled().total());
    return new EstimateRow(
        name,
        read,
        row.estimate(),
        row.interval(),
        EstimateRow.error(estimated),
        row.method(),
        Cell.words(""),
        row.mark());
  }

  private EstimateRow powered() {
    String name = "rate, PPI++";
    if (reason().isPresent()) {
      return EstimateRow.undefined(name, errors(), reason().get());
    }
    PredictionPowered.Powered tuned =
        new PredictionPowered(
                sample.column(Unit::isTrue),
                sample.column(Unit::isFlagged),
                sample.all(unit -> !unit.isRead()).stream()
                    .mapToDouble(unit -> unit.isFlagged() ? 1 : 0)
                    .toArray())
            .tuned();
    Bounds interval =
        tuned.standardError() > 0
            ? tuned.interval(confidence)
            : new Undefined("no variation was seen in the sample");
    return EstimateRow.share(name, errors(), tuned.rate(), interval, labelled().total());
  }

  /** Beside PPI++, whose interval is not to be trusted with few cases. */
  private EstimateRow auditAlone() {
    Proportion read = new Proportion(sample.count(Unit::isTrue), sample.count(Unit::isJudged));
    return EstimateRow.share(
        "rate, those read alone",
        Showing.count(read).on(ids(Unit::isTrue)),
        read.rate(),
        read.clopperPearson(confidence),
        read.total());
  }

  private EstimateRow roganGladen() {
    Predicate<Unit> known = unit -> unit.isJudged() && unit.isLabelled();
    Proportion sensitivity = of(known.and(Unit::isTrue), Unit::isFlagged);
    Proportion specificity = of(known.and(Unit::isFalse), Unit::isCleared);
    RoganGladen rate = new RoganGladen(labelled(), sensitivity, specificity);
    Result value = rate.rate();
    return EstimateRow.share(
        rate.isWeak() ? "rate, Rogan-Gladen (weak classifier)" : "rate, Rogan-Gladen",
        errors(),
        value,
        value instanceof Undefined undefined ? undefined : rate.langReiczigel(confidence),
        labelled().total());
  }

  private Proportion of(Predicate<Unit> all, Predicate<Unit> counted) {
    return new Proportion(sample.count(all.and(counted)), sample.count(all));
  }

  private Proportion labelled() {
    return of(Unit::isLabelled, Unit::isFlagged);
  }

  /** "7 wrong / 200". */
  private Cell errors() {
    Predicate<Unit> known = unit -> unit.isJudged() && unit.isLabelled();
    Predicate<Unit> wrong = known.and(AssistedRows::isWrong);
    return Cell.words("%,d wrong / %,d".formatted(sample.count(wrong), sample.count(known)))
        .on(ids(wrong));
  }

  static boolean isWrong(Unit unit) {
    return (unit.isTrue() && unit.isCleared()) || (unit.isFalse() && unit.isFlagged());
  }

  private Optional<Undefined> reason() {
    if (sample.count(Unit::isLabelled) < sample.population()) {
      return Optional.of(UNLABELLED);
    }
    return sample.count(Unit::isUnsettled) > 0 ? Optional.of(UNJUDGED) : Optional.empty();
  }

  private List<String> ids(Predicate<Unit> wanted) {
    return Measure.ids(sample, wanted);
  }
}
