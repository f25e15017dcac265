package examen.rating;

/** How many raters read a transcript, calibration apart. */
public sealed interface Overlap {
  /** How many raters there must be. */
  int fewestRaters();

  /**
   * Every transcript is read by so many.
   *
   * @param readers 1 or more
   */
  record Each(int readers) implements Overlap {
    public Each {
      if (readers < 1) {
        throw new IllegalArgumentException("a transcript is read by one rater or more");
      }
    }

    @Override
    public int fewestRaters() {
      return readers;
    }
  }

  /**
   * Every transcript is read by one, and a share of them by two.
   *
   * @param share from 0 to 1
   */
  record Share(double share) implements Overlap {
    public Share {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("the share that two read is from 0 to 1");
      }
    }

    /** How many of {@code all} two read. */
    public int of(int all) {
      return Math.toIntExact(Math.round(share * all));
    }

    @Override
    public int fewestRaters() {
      return share > 0 ? 2 : 1;
    }
  }
}
