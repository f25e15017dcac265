package examen.study;

import java.util.LinkedHashMap;
import java.util.Map;

/** Rates that are expected of strata, written as {@code yes=0.9,no=0.05}. */
final class ExpectedRates {
  private ExpectedRates() {}

  /**
   * Names may have commas: what stands before one and has no rate belongs to the next name.
   *
   * @throws Unanswerable if a name has no rate from 0 to 1
   */
  static Map<String, Double> of(String wire) {
    Map<String, Double> rates = new LinkedHashMap<>();
    String begun = "";
    for (String piece : wire.isEmpty() ? new String[0] : wire.split(",", -1)) {
      String each = begun + piece;
      int equals = each.lastIndexOf('=');
      begun = equals < 0 ? each + "," : "";
      if (equals >= 0) {
        rates.put(each.substring(0, equals).strip(), rate(each, each.substring(equals + 1)));
      }
    }
    if (!begun.isEmpty()) {
      throw new Unanswerable(
          "--rates wants stratum=rate, not \"" + begun.substring(0, begun.length() - 1) + "\"");
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
    throw new Unanswerable("--rates wants a rate from 0 to 1, not \"" + each + "\"");
  }
}
