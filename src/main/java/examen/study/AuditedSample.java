package examen.study;

import examen.stats.design.StratifiedSample;
import examen.stats.design.Stratum;
import examen.stats.design.SurveySample;
import examen.stats.design.UnequalSample;
import examen.stats.design.ZeroErrors;
import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * All transcripts from which a sample was drawn, of which people read some.
 *
 * @param lot how the read ones were drawn
 * @param strata their names; one where there are none
 * @param units all transcripts
 */
record AuditedSample(Lot lot, List<String> strata, List<Unit> units) {
  AuditedSample {
    strata = List.copyOf(strata);
    units = List.copyOf(units);
  }

  /** How transcripts were drawn. */
  enum Lot {
    NOT_A_SAMPLE,
    /** All as likely. */
    SIMPLE,
    /** All of a stratum as likely. */
    STRATIFIED,
    /** Each with a probability of its own. */
    UNEQUAL
  }

  /** Whether somebody said something of a transcript. */
  enum Reading {
    READ,
    UNREAD
  }

  /** Whether a transcript is among those that are asked about. */
  enum Domain {
    ASKED,
    OTHER
  }

  /**
   * What is said of a transcript.
   *
   * @param truth what people say
   * @param said what the classifier says; missing where there is none
   * @param among whether it belongs to those whose rate is asked for
   * @param against the same of those with which they are compared
   */
  record Words(
      Outcome.Judged truth, Outcome.Judged said, Outcome.Judged among, Outcome.Judged against) {
    static final Words NONE =
        new Words(
            Outcome.Judged.MISSING,
            Outcome.Judged.MISSING,
            Outcome.Judged.MISSING,
            Outcome.Judged.MISSING);

    /** What people and a classifier say. */
    static Words of(Outcome.Judged truth, Outcome.Judged said) {
      return new Words(truth, said, Outcome.Judged.MISSING, Outcome.Judged.MISSING);
    }
  }

  /**
   * One transcript.
   *
   * @param stratum its place among the strata
   * @param probability how likely it was to be read; NaN where nobody knows
   * @param words of a transcript that is not asked about there are none
   */
  record Unit(
      TranscriptId id,
      int stratum,
      double probability,
      Reading reading,
      Domain domain,
      Words words) {
    Unit in(int place) {
      return new Unit(id, place, probability, reading, domain, words);
    }

    boolean isAsked() {
      return domain == Domain.ASKED;
    }

    /** Also of one that is not asked about: whatever it says, it adds nothing. */
    boolean isDrawn() {
      return reading == Reading.READ;
    }

    boolean isRead() {
      return isDrawn() && isAsked();
    }

    boolean isJudged() {
      return isTrue() || isFalse();
    }

    boolean isUnsettled() {
      return isRead() && !isJudged();
    }

    boolean isTrue() {
      return words.truth == Outcome.Judged.YES;
    }

    boolean isFalse() {
      return words.truth == Outcome.Judged.NO;
    }

    boolean isAmong() {
      return words.among == Outcome.Judged.YES;
    }

    boolean isAgainst() {
      return words.against == Outcome.Judged.YES;
    }

    boolean isLabelled() {
      return isFlagged() || isCleared();
    }

    boolean isFlagged() {
      return words.said == Outcome.Judged.YES;
    }

    boolean isCleared() {
      return words.said == Outcome.Judged.NO;
    }
  }

  boolean isSample() {
    return lot != Lot.NOT_A_SAMPLE;
  }

  List<Unit> all(Predicate<Unit> wanted) {
    return units.stream().filter(wanted).toList();
  }

  /** Those that the sample consists of. */
  List<Unit> drawn() {
    return all(Unit::isDrawn);
  }

  /** How many there are of something. */
  long count(Predicate<Unit> wanted) {
    return units.stream().filter(wanted).count();
  }

  /** How many are asked about. */
  long population() {
    return count(Unit::isAsked);
  }

  /** How many of each stratum there are of something. */
  long[] counts(Predicate<Unit> wanted) {
    long[] counts = new long[strata.size()];
    for (Unit unit : units) {
      counts[unit.stratum] += wanted.test(unit) ? 1 : 0;
    }
    return counts;
  }

  /**
   * Only those that are asked about. Of a simple or stratified sample they are a sample of their
   * own.
   */
  AuditedSample asked() {
    return new AuditedSample(lot, strata, all(Unit::isAsked));
  }

  /** Only the strata in which something of this is, whole: what is elsewhere says nothing of it. */
  AuditedSample reaching(Predicate<Unit> known) {
    long[] counts = counts(known);
    return only(h -> counts[h] > 0);
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
    return names.size() == places.length
        ? this
        : new AuditedSample(
            lot,
            names,
            units.stream()
                .filter(unit -> places[unit.stratum] >= 0)
                .map(unit -> unit.in(places[unit.stratum]))
                .toList());
  }

  /** The sample with its weights, in the order of {@link #drawn}. */
  SurveySample survey() {
    if (lot == Lot.UNEQUAL) {
      return UnequalSample.of(drawn().stream().mapToDouble(Unit::probability).toArray());
    }
    long[] populations = counts(unit -> true);
    List<Stratum> sizes = new ArrayList<>();
    for (int h = 0; h < populations.length; h++) {
      sizes.add(new Stratum(strata.get(h), populations[h]));
    }
    return StratifiedSample.of(sizes, drawn().stream().mapToInt(Unit::stratum).toArray());
  }

  /**
   * How many of something there may be at most where reading met none of it.
   *
   * @param candidates those that may be it, which is known without reading
   */
  ZeroErrors unseen(Predicate<Unit> candidates, double confidence) {
    if (lot == Lot.UNEQUAL) {
      // What was read and could not be told may be it, whatever its probability.
      double[] unread =
          all(candidates.and(unit -> !unit.isJudged())).stream()
              .mapToDouble(unit -> unit.isDrawn() ? 0 : unit.probability)
              .toArray();
      return ZeroErrors.unequal(unread, count(candidates), confidence);
    }
    long[] judged = counts(candidates.and(Unit::isJudged));
    long[] all = counts(candidates);
    return ZeroErrors.in(
        Arrays.stream(indices(all)).mapToObj(h -> new ZeroErrors.Read(judged[h], all[h])).toList(),
        confidence);
  }

  private static int[] indices(long[] counts) {
    int[] indices = new int[counts.length];
    Arrays.setAll(indices, i -> i);
    return indices;
  }

  /** For each of the sample 1 where this holds of it, else 0. */
  double[] column(Predicate<Unit> holds) {
    return drawn().stream().mapToDouble(unit -> holds.test(unit) ? 1 : 0).toArray();
  }
}
