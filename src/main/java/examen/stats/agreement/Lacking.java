package examen.stats.agreement;

import examen.stats.Result;
import examen.stats.Undefined;
import examen.stats.Weighed;

/** A coefficient that such a table cannot have, however its units are weighed. */
record Lacking(int units, Undefined why) implements Weighed {
  @Override
  public Result weighted(int[] weights) {
    return why;
  }
}
