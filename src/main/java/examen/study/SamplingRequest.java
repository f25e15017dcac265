package examen.study;

import examen.stats.design.Allocation;
import examen.stats.design.Design;
import examen.stats.design.Frame.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a draw is made of.
 *
 * @param frame the transcripts that can be drawn
 * @param notes what is to be known of them, a line each
 */
record SamplingRequest(
    SamplingDesign kind, examen.stats.design.Frame frame, Design design, List<String> notes) {
  SamplingRequest {
    notes = List.copyOf(notes);
  }

  /**
   * @throws Unanswerable if the choices do not go together
   */
  static SamplingRequest of(Frame whole, Chosen chosen) {
    SamplingDesign kind = SamplingDesign.of(chosen);
    if (whole.withheld() > 0) {
      throw new Unanswerable(
          "of %,d transcripts you may not know yet what was said, and a draw can tell it"
              .formatted(whole.withheld()));
    }
    Frame frame = chosen.within(Choices.WITHIN.id(), whole);
    SamplingSizes sizes = SamplingSizes.of(kind, frame, chosen);
    SamplingStrata strata = SamplingStrata.of(kind, frame, chosen);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < frame.cases().size(); i++) {
      items.add(
          new Item(frame.cases().get(i).id().value(), strata.names().get(i), sizes.sizes().get(i)));
    }
    List<String> notes = new ArrayList<>(sizes.notes());
    notes.addAll(strata.notes());
    return new SamplingRequest(
        kind,
        new examen.stats.design.Frame(items),
        design(kind, chosen, sizes, new TreeSet<>(strata.names())),
        notes);
  }

  private static Design design(
      SamplingDesign kind, Chosen chosen, SamplingSizes sizes, TreeSet<String> strata) {
    return switch (kind) {
      case ALL -> new Design.All();
      case SIMPLE_RANDOM -> new Design.SimpleRandom(size(chosen));
      case STRATIFIED -> new Design.Stratified(allocation(chosen, strata), size(chosen));
      case UNEQUAL -> unequal(size(chosen), chosen, sizes.sizes().size());
      case UNCERTAINTY_FIRST, DISAGREEMENT_FIRST ->
          new Design.Top(Math.min(size(chosen), sizes.known()));
    };
  }

  private static Design unequal(int size, Chosen chosen, int population) {
    double floor = chosen.number(Sampling.FLOOR.id(), Double.MIN_NORMAL, 1);
    double alike = (double) size / population;
    if (size < population && floor >= alike) {
      throw new Unanswerable(
          "--floor %s makes all alike, as %,d of %,d are %s of them; choose a lower one, such as %s"
              .formatted(
                  chosen.text(Sampling.FLOOR.id()),
                  size,
                  population,
                  Float.toString((float) alike),
                  Float.toString((float) (alike / 5))));
    }
    return new Design.Unequal(size, floor);
  }

  private static int size(Chosen chosen) {
    if (!chosen.has(Sampling.SIZE.id())) {
      throw new Unanswerable("--size is missing: " + Sampling.SIZE.help());
    }
    return (int) Math.min(Integer.MAX_VALUE, PlanSize.atLeastOne(chosen, Sampling.SIZE));
  }

  private static Allocation allocation(Chosen chosen, TreeSet<String> strata) {
    String wanted = chosen.text(Sampling.ALLOCATION.id());
    if (chosen.has(Sampling.RATES.id()) && !wanted.equals("neyman")) {
      throw new Unanswerable("--rates goes with --allocation neyman");
    }
    return switch (wanted) {
      case "proportional" -> new Allocation.Proportional();
      case "equal" -> new Allocation.Equal();
      case "neyman" -> new Allocation.Neyman(rates(chosen, strata));
      default ->
          throw new Unanswerable(
              "there is no allocation \"%s\"; there are %s"
                  .formatted(wanted, String.join(", ", Sampling.ALLOCATION.options())));
    };
  }

  private static Map<String, Double> rates(Chosen chosen, TreeSet<String> strata) {
    Map<String, Double> rates = ExpectedRates.of(chosen.text(Sampling.RATES.id()));
    for (String name : rates.keySet()) {
      if (!strata.contains(name)) {
        throw new Unanswerable(
            "--rates names no stratum \"%s\"; there are %s"
                .formatted(name, String.join(", ", strata)));
      }
    }
    return rates;
  }
}
