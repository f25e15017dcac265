package examen.stats.agreement;

import examen.stats.Bootstrap;
import examen.stats.Bootstrapped;
import examen.stats.Clusters;
import examen.stats.ReliabilityTable;
import examen.stats.Statistic;
import examen.stats.Weighed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is shown together, because no one number tells how far raters agree on something rare
 * (Feinstein and Cicchetti 1990): percent agreement, Krippendorff's alpha, Gwet's AC1, and for the
 * categories that matter how far raters agree on them and how often they occur. All intervals are
 * from the same draws. Each number is undefined as its own class says.
 *
 * @param extent how much was rated
 * @param clusters how many units, or clusters of units, were drawn from
 */
public record AgreementPanel(
    Extent extent,
    List<Coefficient> coefficients,
    List<Category> categories,
    Bootstrap bootstrap,
    int clusters) {
  private static final List<Statistic> SHOWN =
      List.of(new PercentAgreement(), new KrippendorffAlpha(), new GwetAc(Weighting.IDENTITY));

  /** One coefficient with its interval. */
  public record Coefficient(Statistic statistic, Bootstrapped measured) {}

  /**
   * @param category its name
   * @param agreement specific agreement on it
   */
  public record Category(String category, Bootstrapped agreement, Bootstrapped prevalence) {}

  public AgreementPanel {
    coefficients = List.copyOf(coefficients);
    categories = List.copyOf(categories);
  }

  /**
   * @param categories the places in the scale of those that are looked at one by one: only the
   *     positive one where there is such
   */
  public static AgreementPanel of(
      ReliabilityTable table, List<Integer> categories, Bootstrap bootstrap, Clusters clusters) {
    List<Weighed> numbers = new ArrayList<>();
    SHOWN.forEach(statistic -> numbers.add(statistic.on(table)));
    for (int category : categories) {
      numbers.add(SpecificAgreement.on(table, category));
      numbers.add(SpecificAgreement.prevalence(table, category));
    }
    List<Bootstrapped> measured = bootstrap.measure(numbers, clusters);
    return new AgreementPanel(
        Extent.of(table),
        IntStream.range(0, SHOWN.size())
            .mapToObj(i -> new Coefficient(SHOWN.get(i), measured.get(i)))
            .toList(),
        categories(table, categories, measured.subList(SHOWN.size(), measured.size())),
        bootstrap,
        clusters.count());
  }

  private static List<Category> categories(
      ReliabilityTable table, List<Integer> places, List<Bootstrapped> measured) {
    return IntStream.range(0, places.size())
        .mapToObj(
            i ->
                new Category(
                    table.scale().categories().get(places.get(i)),
                    measured.get(2 * i),
                    measured.get(2 * i + 1)))
        .toList();
  }
}
