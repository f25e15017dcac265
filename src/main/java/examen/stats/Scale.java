package examen.stats;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What raters could say: declared before, so that an answer that nobody gave counts where a
 * statistic depends on the number or the order of the answers.
 *
 * @param measurement what they mean to each other
 * @param categories their names, in their order, each once, at least one
 * @param values a number for each category; their places from 0 for nominal and ordinal scales
 */
public record Scale(Measurement measurement, List<String> categories, List<Double> values) {
  public Scale {
    categories = List.copyOf(categories);
    values = List.copyOf(values);
    if (categories.isEmpty() || categories.size() != values.size()) {
      throw new IllegalArgumentException(
          categories.size() + " categories with " + values.size() + " numbers");
    }
    if (new HashSet<>(categories).size() != categories.size()) {
      throw new IllegalArgumentException("a category is declared twice");
    }
  }

  public static Scale nominal(List<String> categories) {
    return numbered(Measurement.NOMINAL, categories);
  }

  public static Scale ordinal(List<String> categories) {
    return numbered(Measurement.ORDINAL, categories);
  }

  private static Scale numbered(Measurement measurement, List<String> categories) {
    return new Scale(
        measurement,
        categories,
        IntStream.range(0, categories.size()).mapToObj(i -> (double) i).toList());
  }

  /** The same categories and numbers, taken as {@code other}. */
  public Scale as(Measurement other) {
    return new Scale(other, categories, values);
  }

  /** How many categories are declared. */
  public int size() {
    return categories.size();
  }
}
