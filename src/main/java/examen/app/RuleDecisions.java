package examen.app;

import examen.rating.HighlightDecision;
import examen.rating.HighlightOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What raters decided on the highlights of rules. */
@FunctionalInterface
public interface RuleDecisions {
  /** Nothing was decided. */
  RuleDecisions NONE = rule -> Count.NONE;

  /** What these come to. Those on what classifiers point at are on no rule. */
  static RuleDecisions of(List<HighlightDecision> decisions) {
    Map<String, Count> counts = new HashMap<>();
    for (HighlightDecision decision : JudgedHighlight.ofRules(decisions)) {
      counts.merge(decision.highlight().rule(), Count.of(decision.outcome()), Count::plus);
    }
    return rule -> counts.getOrDefault(rule, Count.NONE);
  }

  /** The decisions on the highlights of the rule with this id. */
  Count of(String rule);

  /**
   * How many highlights were accepted and rejected; those not decided are in neither.
   *
   * <p>The interval is Wilson's (1927, "Probable inference, the law of succession, and statistical
   * inference", Journal of the American Statistical Association 22), for 95%.
   */
  record Count(int accepted, int rejected) {
    public static final Count NONE = new Count(0, 0);

    /** The quantile of the normal distribution at 0.975. */
    private static final double Z = 1.959963984540054;

    public Count {
      if (accepted < 0 || rejected < 0) {
        throw new IllegalArgumentException("a count below 0");
      }
    }

    /** One decision. */
    static Count of(HighlightOutcome outcome) {
      return switch (outcome) {
        case HighlightOutcome.Accepted _ -> new Count(1, 0);
        case HighlightOutcome.Rejected _ -> new Count(0, 1);
        case HighlightOutcome.AcceptedAs _ -> new Count(0, 1);
      };
    }

    Count plus(Count other) {
      return new Count(accepted + other.accepted, rejected + other.rejected);
    }

    public int decided() {
      return accepted + rejected;
    }

    /** The least share accepted that the decisions leave likely, from 0 to 1; 0 without any. */
    public double low() {
      return accepted == 0 ? 0 : centre() - halfWidth();
    }

    /** The greatest share accepted that the decisions leave likely, from 0 to 1; 1 without any. */
    public double high() {
      return rejected == 0 ? 1 : centre() + halfWidth();
    }

    private double centre() {
      return (accepted + Z * Z / 2) / (decided() + Z * Z);
    }

    private double halfWidth() {
      double n = decided();
      return Z / (n + Z * Z) * Math.sqrt((double) accepted * rejected / n + Z * Z / 4);
    }
  }
}
