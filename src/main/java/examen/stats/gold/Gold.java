package examen.stats.gold;

/** What a rule makes of the ratings of a unit: an answer, or why there is none. */
public sealed interface Gold {
  /**
   * @param category its place in the scale
   */
  record Settled(int category, Basis basis) implements Gold {}

  /** The unit stays out of every count of gold, and is told beside it. */
  record Unresolved(Cause cause) implements Gold {}

  /** What settled a unit. */
  enum Basis {
    VOTES,
    ADJUDICATION,
    MODEL
  }

  /** Why a unit is not settled. */
  enum Cause {
    /** Nobody rated it. */
    NO_VOTES,
    /** Two categories have the most votes; no order of categories breaks a tie. */
    TIE,
    /** The most frequent category has too small a share of the votes. */
    SHARE_TOO_SMALL,
    /** The model is not sure enough. */
    POSTERIOR_TOO_SMALL
  }
}
