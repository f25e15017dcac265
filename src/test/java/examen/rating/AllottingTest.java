package examen.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.transcript.Conditions;
import examen.transcript.TranscriptId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds of every plan, whatever its seed. */
class AllottingTest {
  private static final int SEEDS = 1000;
  private static final List<String> BY = List.of("model", "goal");
  private static final List<String> ALL = List.of("all");

  @Test
  void everyTranscriptIsReadByExactlySoManyAndByNobodyTwice() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Case c = new Case(seed);
      Allotment allotment = Allotting.of(c.wish, Allotment.Earlier.NONE);
      Map<TranscriptId, List<RaterId>> readers = readers(allotment.assignments());
      for (TranscriptId id : c.wish.transcripts().keySet()) {
        List<RaterId> of = readers.getOrDefault(id, List.of());
        int wanted = allotment.calibration().contains(id) ? c.wish.raters().size() : c.each;
        assertEquals(wanted, of.size(), () -> c + " " + id);
        assertEquals(of.size(), new HashSet<>(of).size(), () -> c + " twice " + id);
      }
      assertEquals(c.wish.calibrate(), allotment.calibration().size(), c::toString);
    }
  }

  @Test
  void loadsDifferByOneAtMostOverAllAndWithinEachCombination() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Case c = new Case(seed);
      Allotment allotment = Allotting.of(c.wish, Allotment.Earlier.NONE);
      assertEven(1, c.wish, allotment, c.toString());
    }
  }

  @Test
  void aShareIsReadByTwoAndSpreadOverTheCombinations() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      double share = random.nextInt(11) / 10.0;
      Allotment.Wish wish =
          wish(new Overlap.Share(share), seed, 20 + random.nextInt(30), raters("ann", "bob", "cy"));
      Allotment allotment = Allotting.of(wish, Allotment.Earlier.NONE);
      Map<TranscriptId, List<RaterId>> readers = readers(allotment.assignments());
      String what = "seed " + seed + " share " + share;
      int doubles = 0;
      Map<List<String>, int[]> within = new HashMap<>();
      for (TranscriptId id : wish.transcripts().keySet()) {
        int[] count = within.computeIfAbsent(combination(wish, id), k -> new int[2]);
        int size = readers.getOrDefault(id, List.of()).size();
        assertTrue(size == 1 || size == 2, what);
        doubles += size - 1;
        count[0]++;
        count[1] += size - 1;
      }
      assertEquals(Math.round(share * wish.transcripts().size()), doubles, what);
      double held = (double) doubles / wish.transcripts().size();
      within
          .values()
          .forEach(count -> assertTrue(Math.abs(count[1] - held * count[0]) < 1.0000001, what));
      assertEven(1, wish, allotment, what);
    }
  }

  /**
   * Measured over these seeds; for two readers of a block there is no closer bound to be proved.
   */
  @Test
  void pairsOfRatersMeetAboutEquallyOften() {
    int worst = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Allotment.Wish wish =
          wish(new Overlap.Each(2), seed, 60, raters("ann", "bob", "cy", "dee", "eve"));
      Map<Set<RaterId>, Integer> meetings = new HashMap<>();
      readers(Allotting.of(wish, Allotment.Earlier.NONE).assignments())
          .values()
          .forEach(of -> meetings.merge(Set.copyOf(of), 1, Integer::sum));
      assertEquals(10, meetings.size(), "seed " + seed);
      worst = Math.max(worst, spread(meetings.values()));
    }
    assertTrue(worst <= 2, "of 6 meetings at the mean, pairs differ by up to " + worst);
  }

  @Test
  void theSameWishInAnyOrderGivesTheSameAllotment() {
    for (long seed = 0; seed < 50; seed++) {
      Case c = new Case(seed);
      assertEquals(
          Allotting.of(c.wish, Allotment.Earlier.NONE),
          Allotting.of(new Case(seed).wish, Allotment.Earlier.NONE));
    }
  }

  @Test
  void everyTranscriptStandsAtEveryPlaceEquallyOften() {
    int size = 6;
    int[][] counts = new int[size][size];
    for (long seed = 0; seed < SEEDS; seed++) {
      Allotment.Wish wish = wish(new Overlap.Each(1), seed, size, raters("ann"));
      for (Assignment a : Allotting.of(wish, Allotment.Earlier.NONE).assignments()) {
        counts[number(a.transcript())][a.place()]++;
      }
    }
    double expected = (double) SEEDS / size;
    double chiSquare = 0;
    for (int[] row : counts) {
      for (int count : row) {
        chiSquare += (count - expected) * (count - expected) / expected;
      }
    }
    // 25 degrees of freedom: rows and columns both sum to the number of seeds.
    assertTrue(chiSquare < 52.62, "p < 0.001: chi-square " + chiSquare);
    assertTrue(chiSquare > 8.65, "more even than chance: chi-square " + chiSquare);
  }

  @Test
  void twoRatersHaveTwoOrders() {
    int same = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Allotment.Wish wish = wish(new Overlap.Each(2), seed, 4, raters("ann", "bob"));
      List<Assignment> all = Allotting.of(wish, Allotment.Earlier.NONE).assignments();
      same += order(all, "ann").equals(order(all, "bob")) ? 1 : 0;
    }
    assertTrue(same > 10 && same < 90, "of 1000, 1 in 24 is the same by chance: " + same);
  }

  @Test
  void calibrationComesFirstForAll() {
    for (long seed = 0; seed < 200; seed++) {
      Case c = new Case(seed);
      Allotment allotment = Allotting.of(c.wish, Allotment.Earlier.NONE);
      for (RaterId rater : c.wish.raters()) {
        List<TranscriptId> first =
            order(allotment.assignments(), rater.value()).stream()
                .limit(allotment.calibration().size())
                .toList();
        assertEquals(allotment.calibration(), new TreeSet<>(first), c::toString);
      }
    }
  }

  @Test
  void nothingChangesWhereNobodyCameOrWent() {
    for (long seed = 0; seed < 200; seed++) {
      Case c = new Case(seed);
      Allotment first = Allotting.of(c.wish, Allotment.Earlier.NONE);
      Allotment.Earlier earlier = earlier(first, Set.of());
      assertEquals(first, Allotting.of(c.wish, earlier), c::toString);
    }
  }

  @Test
  void whatWasBegunStaysWhereItWasWhoeverComesOrGoes() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Case c = new Case(seed);
      Allotment first = Allotting.of(c.wish, Allotment.Earlier.NONE);
      Allotment.Earlier earlier = earlier(first, begun(first, new Random(seed), 0.4));
      Allotment.Wish then = with(c.wish, changed(c.wish.raters(), new Random(seed)));
      Allotment later = Allotting.of(then, earlier);
      for (RaterId rater : c.wish.raters()) {
        List<TranscriptId> now = order(later.assignments(), rater.value());
        List<TranscriptId> begun = order(List.copyOf(earlier.begun()), rater.value());
        assertTrue(now.containsAll(begun), () -> c + " " + rater);
        List<TranscriptId> kept =
            order(first.assignments(), rater.value()).stream().filter(now::contains).toList();
        assertEquals(
            kept, now.stream().filter(kept::contains).toList(), () -> c + " order " + rater);
      }
    }
  }

  @Test
  void whoHasGoneKeepsNothingThatTheyHaveNotBegun() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Case c = new Case(seed);
      Allotment first = Allotting.of(c.wish, Allotment.Earlier.NONE);
      Allotment.Earlier earlier = earlier(first, begun(first, new Random(seed), 0.3));
      SortedSet<RaterId> raters = changed(c.wish.raters(), new Random(seed));
      Allotment later = Allotting.of(with(c.wish, raters), earlier);
      for (Assignment a : later.assignments()) {
        assertTrue(
            raters.contains(a.rater()) || earlier.begun().stream().anyMatch(b -> isSame(a, b)),
            () -> c + " " + a);
      }
      Map<TranscriptId, List<RaterId>> readers = readers(later.assignments());
      for (TranscriptId id : c.wish.transcripts().keySet()) {
        assertTrue(readers.getOrDefault(id, List.of()).size() >= Math.min(c.each, raters.size()));
      }
    }
  }

  /** What was begun can stand in the way of an even share of a combination, but of no more. */
  @Test
  void whoComesGetsTheirPartOfWhatIsNotBegun() {
    int uneven = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Allotment.Wish wish = wish(new Overlap.Each(2), seed, 48, raters("ann", "bob", "cy"));
      Allotment first = Allotting.of(wish, Allotment.Earlier.NONE);
      Allotment.Earlier earlier = earlier(first, begun(first, new Random(seed), 0.3));
      Allotment.Wish then = with(wish, raters("ann", "bob", "cy", "dee"));
      Allotment later = Allotting.of(then, earlier);
      assertEven(3, then, later, "seed " + seed);
      Map<List<String>, List<Integer>> loads = loads(then, later);
      assertTrue(spread(loads.get(ALL)) <= 1, "seed " + seed);
      uneven += loads.values().stream().anyMatch(all -> spread(all) > 1) ? 1 : 0;
      Map<TranscriptId, List<RaterId>> readers = readers(later.assignments());
      readers.values().forEach(of -> assertEquals(2, Set.copyOf(of).size()));
    }
    assertTrue(uneven <= 200, "uneven within a combination in " + uneven + " of " + SEEDS);
  }

  @Test
  void newTranscriptsAreGivenOutAndTheOthersStay() {
    for (long seed = 0; seed < 200; seed++) {
      Allotment.Wish few = wish(new Overlap.Each(2), seed, 24, raters("ann", "bob", "cy"));
      Allotment.Wish more = wish(new Overlap.Each(2), seed, 36, raters("ann", "bob", "cy"));
      Allotment first = Allotting.of(few, Allotment.Earlier.NONE);
      Allotment later = Allotting.of(more, earlier(first, Set.of()));
      Map<TranscriptId, List<RaterId>> before = readers(first.assignments());
      Map<TranscriptId, List<RaterId>> after = readers(later.assignments());
      before.forEach((id, of) -> assertEquals(Set.copyOf(of), Set.copyOf(after.get(id))));
      assertEquals(36, after.size());
      for (String rater : List.of("ann", "bob", "cy")) {
        List<TranscriptId> kept =
            order(later.assignments(), rater).stream()
                .filter(id -> order(first.assignments(), rater).contains(id))
                .toList();
        assertEquals(order(first.assignments(), rater), kept, "seed " + seed);
      }
    }
  }

  @Test
  void wishesThatCannotBeFulfilledSayWhy() {
    Allotment.Wish alone = wish(new Overlap.Each(2), 1, 3, raters("ann"));
    assertEquals("there are 1 raters, and 2 are to read one transcript", alone.misfit().orElse(""));
    assertThrows(IllegalArgumentException.class, () -> Allotting.of(alone, Allotment.Earlier.NONE));
    assertThrows(IllegalArgumentException.class, () -> new Overlap.Share(1.01));
    assertThrows(IllegalArgumentException.class, () -> new Overlap.Share(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Overlap.Each(0));
  }

  /** Any number of raters and transcripts, of any combinations. */
  private static final class Case {
    private final long seed;
    private final int each;
    private final Allotment.Wish wish;

    Case(long seed) {
      this.seed = seed;
      Random random = new Random(seed);
      List<String> names = List.of("ann", "bob", "cy", "dee", "eve", "fay", "gus");
      int raters = 2 + random.nextInt(6);
      each = 1 + random.nextInt(raters);
      int transcripts = 1 + random.nextInt(40);
      int calibrate = random.nextInt(Math.min(4, transcripts));
      Map<TranscriptId, Conditions> all = new HashMap<>();
      for (int i = 0; i < transcripts; i++) {
        all.put(
            id(i),
            Conditions.of(
                Map.of(
                    "model", "m" + random.nextInt(1 + random.nextInt(4)),
                    "goal", "g" + random.nextInt(2))));
      }
      wish =
          new Allotment.Wish(
              new PlanTerms(new Overlap.Each(each), BY, seed),
              all,
              raters(names.subList(0, raters).toArray(String[]::new)),
              calibrate,
              Set.of());
    }

    @Override
    public String toString() {
      return "seed "
          + seed
          + ": "
          + wish.transcripts().size()
          + " by "
          + each
          + " of "
          + wish.raters().size();
    }
  }

  private static void assertEven(int bound, Allotment.Wish wish, Allotment made, String what) {
    loads(wish, made).values().forEach(all -> assertTrue(spread(all) <= bound, what + " " + all));
  }

  /** How much each rater has of each combination, and of all. */
  private static Map<List<String>, List<Integer>> loads(Allotment.Wish wish, Allotment made) {
    Map<List<String>, Map<RaterId, Integer>> within = new HashMap<>();
    Map<RaterId, Integer> over = new HashMap<>();
    for (Assignment a : made.assignments()) {
      if (!made.calibration().contains(a.transcript())) {
        over.merge(a.rater(), 1, Integer::sum);
        within
            .computeIfAbsent(combination(wish, a.transcript()), k -> new HashMap<>())
            .merge(a.rater(), 1, Integer::sum);
      }
    }
    within.put(ALL, over);
    Map<List<String>, List<Integer>> loads = new HashMap<>();
    within.forEach(
        (combination, of) ->
            loads.put(
                combination,
                wish.raters().stream().map(rater -> of.getOrDefault(rater, 0)).toList()));
    return loads;
  }

  private static Allotment.Wish wish(
      Overlap overlap, long seed, int transcripts, SortedSet<RaterId> raters) {
    Map<TranscriptId, Conditions> all =
        IntStream.range(0, transcripts)
            .boxed()
            .collect(
                Collectors.toMap(
                    AllottingTest::id,
                    i -> Conditions.of(Map.of("model", "m" + i % 3, "goal", "g" + i % 2))));
    return new Allotment.Wish(new PlanTerms(overlap, BY, seed), all, raters, 0, Set.of());
  }

  private static Allotment.Wish with(Allotment.Wish wish, SortedSet<RaterId> raters) {
    return new Allotment.Wish(
        wish.terms(), wish.transcripts(), raters, wish.calibrate(), wish.named());
  }

  private static Allotment.Earlier earlier(Allotment made, Set<Assignment> begun) {
    return new Allotment.Earlier(made.calibration(), made.assignments(), begun);
  }

  private static Set<Assignment> begun(Allotment made, Random random, double share) {
    return made.assignments().stream()
        .filter(a -> random.nextDouble() < share)
        .collect(Collectors.toSet());
  }

  /** One has gone and one has come, if there are still enough. */
  private static SortedSet<RaterId> changed(SortedSet<RaterId> raters, Random random) {
    SortedSet<RaterId> changed = new TreeSet<>(raters);
    changed.remove(List.copyOf(raters).get(random.nextInt(raters.size())));
    changed.add(new RaterId("new"));
    return changed;
  }

  private static boolean isSame(Assignment a, Assignment b) {
    return a.transcript().equals(b.transcript()) && a.rater().equals(b.rater());
  }

  private static Map<TranscriptId, List<RaterId>> readers(Collection<Assignment> all) {
    return all.stream()
        .collect(
            Collectors.groupingBy(
                Assignment::transcript,
                TreeMap::new,
                Collectors.mapping(Assignment::rater, Collectors.toList())));
  }

  private static List<TranscriptId> order(List<Assignment> all, String rater) {
    return all.stream()
        .filter(a -> a.rater().value().equals(rater))
        .sorted(java.util.Comparator.comparingInt(Assignment::place))
        .map(Assignment::transcript)
        .toList();
  }

  private static List<String> combination(Allotment.Wish wish, TranscriptId id) {
    Function<String, String> value = name -> wish.transcripts().get(id).get(name).orElse("");
    return BY.stream().map(value).toList();
  }

  private static int spread(Collection<Integer> values) {
    IntSummaryStatistics all = values.stream().mapToInt(i -> i).summaryStatistics();
    return all.getMax() - all.getMin();
  }

  private static SortedSet<RaterId> raters(String... names) {
    return java.util.Arrays.stream(names)
        .map(RaterId::new)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TranscriptId id(int number) {
    return new TranscriptId(String.format("%032x", number));
  }

  private static int number(TranscriptId id) {
    return Integer.parseInt(id.value(), 16);
  }
}
