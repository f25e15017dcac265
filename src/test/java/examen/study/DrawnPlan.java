package examen.study;

import examen.stats.design.Stratum;
import examen.transcript.TranscriptId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A sampling plan written by hand: the transcripts of {@link Frames} by their places, with the
 * order in which they are to be read.
 */
final class DrawnPlan {
  private static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");

  private final String design;
  private final List<String> strata = new ArrayList<>();
  private final List<SamplingPlan.Unit> units = new ArrayList<>();
  private final List<Long> sizes = new ArrayList<>();
  private int drawn;

  DrawnPlan(String design, String... strata) {
    this.design = design;
    for (String name : strata) {
      this.strata.add(name);
      sizes.add(0L);
    }
  }

  /** Simple random: of the first {@code population} these places, in this order. */
  static DrawnPlan simple(int population, int... order) {
    DrawnPlan plan = new DrawnPlan("simple-random", "all");
    for (int place = 0; place < population; place++) {
      plan.add(place, 0, (double) order.length / population, placeOf(order, place));
    }
    return plan;
  }

  private static int placeOf(int[] order, int place) {
    for (int i = 0; i < order.length; i++) {
      if (order[i] == place) {
        return i + 1;
      }
    }
    return 0;
  }

  /**
   * @param place in the order of reading, from 1; 0 where it was not drawn
   */
  DrawnPlan add(int transcript, int stratum, double probability, int place) {
    return add(Frames.id(transcript), stratum, probability, place);
  }

  DrawnPlan add(TranscriptId transcript, int stratum, double probability, int place) {
    units.add(new SamplingPlan.Unit(transcript, stratum, 1, probability, place));
    sizes.set(stratum, sizes.get(stratum) + 1);
    drawn += place > 0 ? 1 : 0;
    return this;
  }

  /** Drawn as the next. */
  DrawnPlan next(int transcript, int stratum, double probability) {
    return add(transcript, stratum, probability, drawn + 1);
  }

  SamplingPlan plan() {
    List<Stratum> all = new ArrayList<>();
    for (int h = 0; h < strata.size(); h++) {
      all.add(new Stratum(strata.get(h), sizes.get(h)));
    }
    return new SamplingPlan(
        "audit", AT, design, 7, new TreeMap<>(), "302ef6ae64cdbee0d7f2", all, units);
  }
}
