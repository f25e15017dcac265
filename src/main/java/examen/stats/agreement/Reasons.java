package examen.stats.agreement;

import examen.stats.Undefined;

/** Why there is no coefficient. */
final class Reasons {
  static final Undefined NO_PAIRS = new Undefined("no unit was rated by two");
  static final Undefined NO_VARIATION = new Undefined("no variation");
  static final Undefined TWO_RATERS = new Undefined("for two raters only");
  static final Undefined TWO_CATEGORIES = new Undefined("for two categories only");
  static final Undefined NO_ORDER = new Undefined("the categories have no order");
  static final Undefined FEW_UNITS = new Undefined("fewer than two units");

  private Reasons() {}
}
