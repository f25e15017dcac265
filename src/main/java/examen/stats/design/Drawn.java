package examen.stats.design;

import examen.stats.Bootstrap;
import examen.stats.Estimate;
import examen.stats.Result;
import examen.stats.Undefined;
import java.util.List;
import java.util.Optional;

/**
 * What was drawn, with all that is needed to weigh it later: kept as it was at the draw.
 *
 * @param design its name, such as "stratified-neyman"
 * @param seed of {@link #GENERATOR}
 * @param frameHash of {@link Frame#hash}
 * @param strata in the order of their names; one where the design has none
 * @param items in the order in which they are to be read; the first of them are a sample too
 * @param probabilities of being drawn, of all items of the frame in its order
 */
public record Drawn(
    String design,
    long seed,
    String frameHash,
    List<Stratum> strata,
    List<Item> items,
    List<Result> probabilities) {
  /** Named beside the seed, so that another program can draw the same. */
  public static final String GENERATOR = Bootstrap.GENERATOR;

  /**
   * @param probability of being drawn, above 0 and at most 1; undefined where items were chosen
   */
  public record Item(String id, String stratum, Result probability) {}

  public Drawn {
    strata = List.copyOf(strata);
    items = List.copyOf(items);
    probabilities = List.copyOf(probabilities);
  }

  /** Whether anything can be said of the population; what was chosen and not drawn says nothing. */
  public boolean isSample() {
    return items.stream().allMatch(item -> item.probability() instanceof Estimate);
  }

  /** How many were drawn of a stratum. */
  public long drawnOf(Stratum stratum) {
    return items.stream().filter(item -> item.stratum().equals(stratum.name())).count();
  }

  /**
   * The sample that the first so many items in the order of the draw are, as when reading stopped
   * early at a number that was not chosen by what was found; empty for what is not a sample.
   */
  public Optional<SurveySample> firstRead(int read) {
    if (!isSample()) {
      return Optional.empty();
    }
    List<Item> first = items.subList(0, Math.min(read, items.size()));
    return Optional.of(design.equals(Design.Unequal.ID) ? unequal(first) : stratified(first));
  }

  private SurveySample unequal(List<Item> first) {
    double share = (double) first.size() / items.size();
    return UnequalSample.of(
        first.stream().mapToDouble(item -> share * item.probability().orNaN()).toArray());
  }

  private SurveySample stratified(List<Item> first) {
    List<String> names = strata.stream().map(Stratum::name).toList();
    return StratifiedSample.of(
        strata, first.stream().mapToInt(item -> names.indexOf(item.stratum())).toArray());
  }

  static Result chosen() {
    return new Undefined("chosen, not drawn: no claim about the rest");
  }
}
