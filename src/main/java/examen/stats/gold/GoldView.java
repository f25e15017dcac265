package examen.stats.gold;

import examen.stats.ReliabilityTable;
import examen.stats.Scale;
import java.util.List;

/**
 * Gold of every unit, derived from ratings that are all kept: another rule gives another view of
 * them.
 *
 * @param rule by which it was derived, in words that a report can print
 * @param units in the order of the table
 */
public record GoldView(String rule, Scale scale, List<Gold> units) {
  public GoldView {
    units = List.copyOf(units);
  }

  /** How many units have an answer. */
  public long settled() {
    return units.stream().filter(Gold.Settled.class::isInstance).count();
  }

  /** How many units have none for this cause. */
  public long unresolved(Gold.Cause cause) {
    return units.stream().filter(new Gold.Unresolved(cause)::equals).count();
  }

  /** For each unit the place of its category, {@link ReliabilityTable#MISSING} where unresolved. */
  public int[] categories() {
    return units.stream().mapToInt(GoldView::category).toArray();
  }

  private static int category(Gold gold) {
    return switch (gold) {
      case Gold.Settled settled -> settled.category();
      case Gold.Unresolved unresolved -> ReliabilityTable.MISSING;
    };
  }
}
