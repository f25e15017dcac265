package examen.study;

import examen.stats.design.StratifiedSample;
import examen.stats.design.Stratum;
import examen.stats.design.SurveySample;
import examen.stats.design.ZeroErrors;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * All transcripts that are asked about, of which people read some.
 *
 * @param design how the read ones were drawn, as the one who asks says
 * @param strata their names; one where there are none
 * @param units all transcripts
 */
record AuditedSample(String design, List<String> strata, List<Unit> units) {
  static final String NOT_A_SAMPLE = "not-a-sample";
  static final String SIMPLE = "simple";
  static final String STRATIFIED = "stratified";

  AuditedSample {
    strata = List.copyOf(strata);
    units = List.copyOf(units);
  }

  /**
   * One transcript.
   *
   * @param stratum its place among the strata
   * @param truth what people say
   * @param said what the classifier says; missing where there is none
   * @param among whether it belongs to those whose rate is asked for
   * @param against the same of those with which they are compared
   */
  record Unit(
      TranscriptId id,
      int stratum,
      Reading reading,
      Outcome.Judged truth,
      Outcome.Judged said,
      Outcome.Judged among,
      Outcome.Judged against) {
    Unit in(int place) {
      return new Unit(id, place, reading, truth, said, among, against);
    }

    boolean isRead() {
      return reading == Reading.READ;
    }

    boolean isJudged() {
      return isTrue() || isFalse();
    }

    boolean isTrue() {
      return truth == Outcome.Judged.YES;
    }

    boolean isFalse() {
      return truth == Outcome.Judged.NO;
    }

    boolean isAmong() {
      return among == Outcome.Judged.YES;
    }

    boolean isAgainst() {
      return against == Outcome.Judged.YES;
    }

    boolean isLabelled() {
      return isFlagged() || isCleared();
    }

    boolean isFlagged() {
      return said == Outcome.Judged.YES;
    }

    boolean isCleared() {
      return said == Outcome.Judged.NO;
    }
  }

  /** Whether somebody said something of a transcript. */
  enum Reading {
    READ,
    UNREAD
  }

  boolean isSample() {
    return !design.equals(NOT_A_SAMPLE);
  }

  List<Unit> all(Predicate<Unit> wanted) {
    return units.stream().filter(wanted).toList();
  }

  List<Unit> read() {
    return all(Unit::isRead);
  }

  /** How many there are of something. */
  long count(Predicate<Unit> wanted) {
    return units.stream().filter(wanted).count();
  }

  /** How many of a stratum there are of something. */
  long count(int stratum, Predicate<Unit> wanted) {
    return count(unit -> unit.stratum == stratum && wanted.test(unit));
  }

  /** Only the strata in which something of this is, whole: what is elsewhere says nothing of it. */
  AuditedSample reaching(Predicate<Unit> known) {
    return only(h -> count(h, known) > 0);
  }

  /** Only some strata, by their places. */
  AuditedSample only(IntPredicate wanted) {
    List<String> names = new ArrayList<>();
    int[] places = new int[strata.size()];
    for (int h = 0; h < places.length; h++) {
      places[h] = wanted.test(h) ? names.size() : -1;
      if (places[h] >= 0) {
        names.add(strata.get(h));
      }
    }
    return new AuditedSample(
        design,
        names,
        units.stream()
            .filter(unit -> places[unit.stratum] >= 0)
            .map(unit -> unit.in(places[unit.stratum]))
            .toList());
  }

  /** What was read, with its weights, in the order of {@link #read}. */
  SurveySample survey() {
    List<Stratum> sizes = new ArrayList<>();
    for (int h = 0; h < strata.size(); h++) {
      sizes.add(new Stratum(strata.get(h), count(h, unit -> true)));
    }
    return StratifiedSample.of(sizes, read().stream().mapToInt(Unit::stratum).toArray());
  }

  /**
   * How many of something there may be at most where reading met none of it.
   *
   * @param candidates those that may be it, which is known without reading
   */
  ZeroErrors unseen(Predicate<Unit> candidates, double confidence) {
    List<ZeroErrors.Read> parts = new ArrayList<>();
    for (int h = 0; h < strata.size(); h++) {
      parts.add(
          new ZeroErrors.Read(count(h, candidates.and(Unit::isJudged)), count(h, candidates)));
    }
    return ZeroErrors.in(parts, confidence);
  }

  /** For each of those read 1 where this holds of it, else 0. */
  double[] column(Predicate<Unit> holds) {
    return read().stream().mapToDouble(unit -> holds.test(unit) ? 1 : 0).toArray();
  }
}
