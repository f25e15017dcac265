package examen.highlight.learned;

/** Adaptations that are set otherwise than the program's, to compare them. */
public final class AdaptationTrials {
  private AdaptationTrials() {}

  /** One that trusts decisions so much. */
  public static Adaptation trusting(LinearModel prior, double trust) {
    return new Adaptation(prior, trust);
  }
}
