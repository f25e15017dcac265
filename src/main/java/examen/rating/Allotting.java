package examen.rating;

import examen.transcript.TranscriptId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Gives out transcripts. Within each combination of conditions the next transcript goes to those
 * who have fewest of it; among them to those who have least over all, then to those who have met
 * least, then by lot. So in a plan that continues none the loads of two raters differ by one at
 * most, over all and within each combination. It is minimisation (S. J. Pocock and R. Simon,
 * "Sequential treatment assignment with balancing for prognostic factors in the controlled clinical
 * trial", Biometrics 31, 1975) used for raters in place of treatments, towards the balanced
 * incomplete blocks that J. L. Fleiss asks for ("Balanced incomplete block designs for inter-rater
 * reliability studies", Applied Psychological Measurement 5, 1981).
 *
 * <p>In a plan that continues another, whatever was begun stays where it is, and of the rest only
 * so much changes hands as evens out the loads; what was begun may stand in the way of that.
 */
public final class Allotting {
  private final Allotment.Wish wish;
  private final Allotment.Earlier earlier;
  private final Candidates candidates;
  private final Lots lots;
  private final Tally tally;
  private final Set<TranscriptId> calibration;

  private Allotting(Allotment.Wish wish, Allotment.Earlier earlier) {
    this.wish = wish;
    this.earlier = earlier;
    this.candidates = new Candidates(wish.transcripts(), wish.terms());
    this.lots = new Lots(wish.terms().seed());
    this.tally = new Tally(candidates::combination);
    this.calibration = calibration();
  }

  /**
   * The same wish gives the same allotment always.
   *
   * @throws IllegalArgumentException if the wish cannot be fulfilled; see {@link
   *     Allotment.Wish#misfit}
   */
  public static Allotment of(Allotment.Wish wish, Allotment.Earlier earlier) {
    wish.misfit()
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
    Allotting allotting = new Allotting(wish, earlier);
    allotting.keep();
    allotting.fill();
    new Levelling(allotting.tally, wish.raters()).level();
    return new Allotment(new TreeSet<>(allotting.calibration), allotting.inOrder());
  }

  private Set<TranscriptId> calibration() {
    Set<TranscriptId> all = new HashSet<>(wish.named());
    earlier.calibration().stream().filter(candidates::contains).forEach(all::add);
    int more = Math.max(0, wish.calibrate() - all.size());
    all.addAll(candidates.draw("calibration", more, all));
    return all;
  }

  /** What was given to those who are still there, and what others have begun. */
  private void keep() {
    for (Assignment given : earlier.given()) {
      TranscriptId id = given.transcript();
      if (!calibration.contains(id) && candidates.contains(id)) {
        if (earlier.begun().contains(given)) {
          tally.fix(id, given.rater());
        } else if (wish.raters().contains(given.rater())) {
          tally.give(id, given.rater());
        }
      }
    }
  }

  private void fill() {
    Set<TranscriptId> doubles = doubles();
    for (TranscriptId id : candidates.without(calibration)) {
      int wanted =
          switch (wish.terms().overlap()) {
            case Overlap.Each(int readers) -> readers;
            case Overlap.Share _ -> doubles.contains(id) ? 2 : 1;
          };
      while (tally.readers(id).size() < wanted) {
        Optional<RaterId> next = next(id);
        if (next.isEmpty()) {
          break; // All who are left read it, and some who have gone.
        }
        tally.give(id, next.get());
      }
    }
  }

  /** What two read: all that two read before, and so many more that it is the share. */
  private Set<TranscriptId> doubles() {
    if (!(wish.terms().overlap() instanceof Overlap.Share share)) {
      return Set.of();
    }
    Map<TranscriptId, Integer> before = new HashMap<>();
    earlier.given().forEach(given -> before.merge(given.transcript(), 1, Integer::sum));
    Set<TranscriptId> doubles = new HashSet<>();
    before.forEach(
        (id, readers) -> {
          if (readers > 1 && candidates.contains(id) && !calibration.contains(id)) {
            doubles.add(id);
          }
        });
    int missing = share.of(candidates.countWithout(calibration)) - doubles.size();
    Set<TranscriptId> without = new HashSet<>(calibration);
    without.addAll(doubles);
    doubles.addAll(candidates.draw("read by two", Math.max(0, missing), without));
    return doubles;
  }

  private Optional<RaterId> next(TranscriptId id) {
    List<String> combination = candidates.combination(id);
    SortedSet<RaterId> others = tally.readers(id);
    return wish.raters().stream()
        .filter(rater -> !others.contains(rater))
        .min(
            Comparator.comparingInt((RaterId rater) -> tally.load(rater, combination))
                .thenComparingInt(tally::load)
                .thenComparingInt(rater -> tally.meetings(rater, others))
                .thenComparingLong(rater -> lots.draw("reader", id.value(), rater.value())));
  }

  private List<Assignment> inOrder() {
    Map<RaterId, Set<TranscriptId>> theirs = new HashMap<>();
    tally
        .given()
        .forEach(
            (id, readers) ->
                readers.forEach(
                    rater -> theirs.computeIfAbsent(rater, r -> new HashSet<>()).add(id)));
    for (RaterId rater : wish.raters()) {
      theirs.computeIfAbsent(rater, r -> new HashSet<>()).addAll(calibration);
    }
    begunCalibration()
        .forEach(
            given ->
                theirs
                    .computeIfAbsent(given.rater(), r -> new HashSet<>())
                    .add(given.transcript()));
    List<Assignment> all = new ArrayList<>();
    theirs.keySet().stream().sorted().forEach(rater -> all.addAll(inOrder(rater, theirs)));
    return all;
  }

  /** Also of those who have gone since. */
  private Stream<Assignment> begunCalibration() {
    return earlier.begun().stream().filter(given -> calibration.contains(given.transcript()));
  }

  /**
   * Calibration first, then all else, each by a lot of its own: so what is given later comes in
   * between, and the order of what was there stays as long as the seed does.
   */
  private List<Assignment> inOrder(RaterId rater, Map<RaterId, Set<TranscriptId>> theirs) {
    Set<TranscriptId> ids = theirs.getOrDefault(rater, Set.of());
    List<TranscriptId> order =
        new ArrayList<>(
            shuffled(rater, ids.stream().filter(id -> calibration.contains(id)).toList()));
    order.addAll(shuffled(rater, ids.stream().filter(id -> !calibration.contains(id)).toList()));
    List<Assignment> places = new ArrayList<>();
    for (int place = 0; place < order.size(); place++) {
      places.add(new Assignment(order.get(place), rater, place));
    }
    return places;
  }

  private List<TranscriptId> shuffled(RaterId rater, Collection<TranscriptId> ids) {
    return lots.shuffled("order of " + rater, ids);
  }
}
