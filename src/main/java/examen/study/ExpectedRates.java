package examen.study;

import java.util.LinkedHashMap;
import java.util.Map;

/** Rates that are expected of strata, written as {@code yes=0.9,no=0.05}. */
final class ExpectedRates {
  private ExpectedRates() {}

  /**
   * Names with commas stand in double quotes, see {@link Names}.
   *
   * @throws Unanswerable if a name has no rate from 0 to 1
   */
  static Map<String, Double> of(String wire) {
    Map<String, Double> rates = new LinkedHashMap<>();
    for (Names.Said said : Names.readSaid(wire)) {
      rates.put(said.name(), rate(said.name(), said.value()));
    }
    return rates;
  }

  private static double rate(String each, String number) {
    try {
      double rate = Double.parseDouble(number);
      if (rate >= 0 && rate <= 1) {
        return rate;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new Unanswerable(
        "--rates wants stratum=rate with rates from 0 to 1, not \"%s=%s\"".formatted(each, number));
  }
}
