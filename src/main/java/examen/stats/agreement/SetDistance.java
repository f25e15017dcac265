package examen.stats.agreement;

import java.util.Set;

/** How far two sets of labels are apart, from 0 (equal) to 1 (nothing in common). */
public enum SetDistance {
  /** One less the share of labels of either set that are in both (Jaccard 1901). */
  JACCARD("jaccard") {
    @Override
    double share(int both, int either, boolean contained) {
      return both / (double) either;
    }
  },
  /**
   * As Jaccard, where a set within the other counts two thirds and sets that overlap one third
   * (Passonneau 2006). The thirds are .67 and .33, as NLTK has them, by whose numbers ours are
   * compared: the third digit of a coefficient depends on it.
   */
  MASI("masi") {
    @Override
    double share(int both, int either, boolean contained) {
      double kept = both == either ? 1 : contained ? 0.67 : 0.33;
      return both / (double) either * kept;
    }
  };

  private final String id;

  SetDistance(String id) {
    this.id = id;
  }

  /** By which commands and files know it; it never changes. */
  public String id() {
    return id;
  }

  /** Two empty sets are equal. */
  public double between(Set<String> a, Set<String> b) {
    int both = (int) a.stream().filter(b::contains).count();
    int either = a.size() + b.size() - both;
    return either == 0 ? 0 : 1 - share(both, either, both == Math.min(a.size(), b.size()));
  }

  abstract double share(int both, int either, boolean contained);
}
