package examen.study;

import examen.stats.design.Frame;
import examen.stats.design.Stratum;
import examen.study.SamplingPlan.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Holds a sampling plan to what every draw gives, whatever was drawn. */
record PlanFlaws(SamplingPlan plan) {
  private static final double ROUNDING = 1e-6;

  /** The first that there is, in a few words. */
  Optional<String> first() {
    if (!areRising(plan.strata().stream().map(Stratum::name).toList())
        || !areRising(plan.units().stream().map(unit -> unit.transcript().value()).toList())) {
      return Optional.of("a name or transcript is in it twice, or out of order");
    }
    boolean sample = plan.isSample();
    if (!plan.units().stream().allMatch(u -> isInRange(u) && isChosen(u) != sample)) {
      return Optional.of("a stratum, size or probability of it is outside its range");
    }
    if (!haveTheirPlaces()) {
      return Optional.of("its places are not 1 to the number drawn, each once");
    }
    if (!haveTheirSizes()) {
      return Optional.of("its strata are not of the sizes that they should have");
    }
    if (sample && !addUp()) {
      return Optional.of("its probabilities do not add up to the number drawn");
    }
    return hash().equals(plan.frameHash())
        ? Optional.empty()
        : Optional.of("its transcripts are not those of its frame");
  }

  private static boolean areRising(List<String> names) {
    for (int i = 1; i < names.size(); i++) {
      if (Comparator.<String>naturalOrder().compare(names.get(i - 1), names.get(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isInRange(Unit unit) {
    return unit.stratum() >= 0
        && unit.stratum() < plan.strata().size()
        && unit.size() >= 0
        && Double.isFinite(unit.size())
        && (isChosen(unit) || (unit.probability() > 0 && unit.probability() <= 1));
  }

  private static boolean isChosen(Unit unit) {
    return Double.isNaN(unit.probability());
  }

  private boolean haveTheirPlaces() {
    List<Unit> drawn = plan.drawn();
    for (int i = 0; i < drawn.size(); i++) {
      if (drawn.get(i).place() != i + 1) {
        return false;
      }
    }
    return plan.units().stream().allMatch(unit -> unit.place() >= 0);
  }

  private boolean haveTheirSizes() {
    long[] sizes = new long[plan.strata().size()];
    plan.units().forEach(unit -> sizes[unit.stratum()]++);
    for (int h = 0; h < sizes.length; h++) {
      if (sizes[h] != plan.strata().get(h).population()) {
        return false;
      }
    }
    return true;
  }

  private boolean addUp() {
    double sum = plan.units().stream().mapToDouble(Unit::probability).sum();
    int drawn = plan.drawn().size();
    return Math.abs(sum - drawn) <= ROUNDING * Math.max(1, drawn);
  }

  private String hash() {
    List<Frame.Item> items = new ArrayList<>();
    for (Unit unit : plan.units()) {
      String stratum = plan.strata().get(unit.stratum()).name();
      items.add(new Frame.Item(unit.transcript().value(), stratum, unit.size()));
    }
    return new Frame(items).hash();
  }
}
