package examen.store;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One piece of work to be done as a whole, on one connection and, if that fails, once more on
 * another.
 */
final class Transaction<T> {
  private final Function<Writing, T> work;
  private Optional<T> result = Optional.empty();
  private Optional<Predicate<Reading>> witness = Optional.empty();

  Transaction(Function<Writing, T> work) {
    this.work = work;
  }

  /** What the work gives, once it is on the disk. */
  T attempt(Session session) {
    result = Optional.empty();
    session.execute("BEGIN IMMEDIATE");
    Writing writing = new Writing(session);
    boolean committed = false;
    try {
      T made = work.apply(writing);
      writing.seal();
      result = Optional.of(made);
      witness = writing.witness();
      session.execute("COMMIT");
      committed = true;
      return made;
    } finally {
      writing.end();
      if (!committed) {
        session.rollBack();
      }
    }
  }

  /**
   * What the work gave, if its commit failed and is in the file all the same. It may have been the
   * last sync that failed, so one more commit goes through the whole way to the disk before
   * anything is said to be stored.
   */
  Optional<T> foundAfterAll(Session session) {
    if (result.isEmpty() || witness.isEmpty() || !witness.get().test(new Reading(session))) {
      return Optional.empty();
    }
    String version = session.pragma("user_version");
    session.execute("BEGIN IMMEDIATE");
    boolean committed = false;
    try {
      session.execute("PRAGMA user_version=" + version);
      session.execute("COMMIT");
      committed = true;
    } finally {
      if (!committed) {
        session.rollBack();
      }
    }
    return result;
  }
}
