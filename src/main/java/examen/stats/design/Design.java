package examen.stats.design;

/**
 * How items are drawn from a frame. The same frame and seed give the same items in the same order
 * on every machine. A size beyond the frame takes all of it.
 */
public sealed interface Design {
  /** By which files and commands know it; it never changes. */
  String id();

  Drawn draw(Frame frame, long seed);

  /** Every item, in an order by chance. */
  record All() implements Design {
    @Override
    public String id() {
      return "all";
    }

    @Override
    public Drawn draw(Frame frame, long seed) {
      return new Draw(this, frame, seed).simple(frame.size());
    }
  }

  /** Each set of {@code n} items is as likely as any other. */
  record SimpleRandom(int n) implements Design {
    public SimpleRandom {
      atLeastZero(n);
    }

    @Override
    public String id() {
      return "simple-random";
    }

    @Override
    public Drawn draw(Frame frame, long seed) {
      return new Draw(this, frame, seed).simple(Math.min(n, frame.size()));
    }
  }

  /** A simple random sample from each stratum, {@code n} in all. */
  record Stratified(Allocation allocation, int n) implements Design {
    public Stratified {
      atLeastZero(n);
    }

    @Override
    public String id() {
      return "stratified-" + allocation.id();
    }

    @Override
    public Drawn draw(Frame frame, long seed) {
      return new Draw(this, frame, seed).stratified(allocation, Math.min(n, frame.size()));
    }
  }

  /**
   * With probabilities in proportion to size: systematic after the frame was put into an order by
   * chance (Madow 1949; Hartley and Rao 1962), so that exactly {@code n} are drawn.
   *
   * @param floor each item has at least this probability, such as 0.02, or n / N where the floor
   *     asks for more than {@code n}
   */
  record Unequal(int n, double floor) implements Design {
    /** By it a stored draw is known to have no strata, but a probability for each item. */
    public static final String ID = "unequal-systematic";

    public Unequal {
      atLeastZero(n);
      if (!(floor > 0 && floor <= 1)) {
        throw new IllegalArgumentException("a floor of " + floor);
      }
    }

    @Override
    public String id() {
      return ID;
    }

    @Override
    public Drawn draw(Frame frame, long seed) {
      return new Draw(this, frame, seed).unequal(Math.min(n, frame.size()), floor);
    }
  }

  /**
   * The items of greatest size, such as those of which a classifier was least sure, equal ones by
   * id. Finds errors; it is not a sample, and no rate comes of it.
   */
  record Top(int n) implements Design {
    public Top {
      atLeastZero(n);
    }

    @Override
    public String id() {
      return "top";
    }

    @Override
    public Drawn draw(Frame frame, long seed) {
      return new Draw(this, frame, seed).top(Math.min(n, frame.size()));
    }
  }

  private static void atLeastZero(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("a sample of " + n);
    }
  }
}
