package examen.store;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * A transaction: what is stored through it is stored together or not at all. It sees what it has
 * stored so far.
 */
public final class Writing extends Reading {
  private Optional<Predicate<Reading>> witness = Optional.empty();

  Writing(Session session) {
    super(session);
  }

  /**
   * Says how to look up whether this transaction has been committed. A failing disk can report an
   * error for a commit that took place; one row that only this transaction inserts is proof of all.
   */
  void provedBy(Predicate<Reading> isThere) {
    if (witness.isEmpty()) {
      witness = Optional.of(isThere);
    }
  }

  Optional<Predicate<Reading>> witness() {
    return witness;
  }
}
