package examen.study;

import examen.stats.rate.RiskRatio;
import examen.stats.rate.TwoRates;
import java.util.ArrayList;
import java.util.List;

/** Two rates held against each other, in words. */
record Contrast(String first, String second, TwoRates rates, double confidence) {
  static final List<String> METHODS =
      List.of(
          "Newcombe interval of a difference, method 10 (Newcombe 1998)",
          "Fisher's exact test, two-sided by probability (Fisher 1935)",
          "risk ratio with Katz interval (Katz et al. 1978)");

  /** "real - evaluation: +48.6 points [+40.1, +54.6] Newcombe; Fisher p = 1.2e-19; RR 8.5 ...". */
  String line() {
    List<String> said = new ArrayList<>();
    said.add(
        "%s - %s: %s points %s Newcombe"
            .formatted(
                first,
                second,
                Showing.points(rates.difference()).text(),
                Showing.points(rates.newcombe(confidence)).text()));
    said.add("Fisher p = " + Showing.p(rates.fisher().p()).text());
    RiskRatio ratio = new RiskRatio(rates);
    said.add("RR " + Showing.with(ratio.estimate(), ratio.katz(confidence), 1));
    return String.join("; ", said);
  }
}
