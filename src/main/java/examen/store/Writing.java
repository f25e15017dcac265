package examen.store;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A transaction: what is stored through it is stored together or not at all. It sees what it has
 * stored so far.
 */
public final class Writing extends Reading {
  private Optional<Predicate<Reading>> witness = Optional.empty();

  private final Set<SealedThing> toSeal = new LinkedHashSet<>();

  Writing(Session session) {
    super(session);
  }

  /** What was stored and is not sealed yet. */
  Set<SealedThing> toSeal() {
    return toSeal;
  }

  /** Seals what was stored; each thing once, however much was added to it. */
  void seal() {
    if (!toSeal.isEmpty()) {
      toSeal.forEach(thing -> Seals.make(this, thing));
      toSeal.clear();
    }
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
