package examen.stats.span;

/** When two spans with the same label count as the same. */
public enum SpanCriterion {
  /** The same start and the same end. */
  EXACT,
  /** At least one place in common (MUC, SemEval 2013 task 9). */
  OVERLAP,
  /** In common at least half of what the two cover together. */
  HALF;

  boolean isMet(LabelledSpan one, LabelledSpan other) {
    if (!one.label().equals(other.label())) {
      return false;
    }
    long shared = one.shared(other);
    return switch (this) {
      case EXACT -> one.start() == other.start() && one.end() == other.end();
      case OVERLAP -> shared > 0;
      case HALF -> shared > 0 && 2 * shared >= one.length() + other.length() - shared;
    };
  }
}
