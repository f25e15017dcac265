package examen.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The seals of a project: for each thing that was stored as a whole a hash over all its rows, made
 * in the same transaction. Whoever stores or changes something says so by {@link #renew} or {@link
 * #change}.
 */
final class Seals {
  /** The first version of the file that has them. */
  static final int SINCE = 6;

  private static final String FORM = "examen seal 1";
  private static final String ROW = "row";
  private static final String END = "end";

  private Seals() {}

  /** Says that this is stored anew, or as a whole in place of what was there. */
  static void renew(Writing writing, SealedThing thing) {
    writing.toSeal().add(thing);
  }

  /**
   * Says that a part of this is about to be changed or added; to be called before.
   *
   * @throws StoreException if it is not as it was stored: a new seal would make that look right
   */
  static void change(Writing writing, SealedThing thing) {
    if (isBroken(writing, thing)) {
      throw refusal(thing);
    }
    renew(writing, thing);
  }

  /**
   * @throws StoreException if this is not as it was stored
   */
  static void require(Reading reading, SealedThing thing) {
    // What this very transaction stored is to be read like all else.
    if (reading instanceof Writing writing && writing.toSeal().contains(thing)) {
      return;
    }
    if (!holds(reading, thing)) {
      throw refusal(thing);
    }
  }

  /** Whether this is there, or was, and is not as it was stored. */
  static boolean isBroken(Writing reading, SealedThing thing) {
    if (reading.toSeal().contains(thing)) {
      return false;
    }
    Optional<String> seal = seal(reading, thing);
    return seal.isPresent() ? !seal.get().equals(hash(reading, thing)) : isThere(reading, thing);
  }

  /** Whether this is there, exactly as it was stored. */
  static boolean holds(Reading reading, SealedThing thing) {
    return seal(reading, thing).filter(seal -> seal.equals(hash(reading, thing))).isPresent();
  }

  static boolean hasSeal(Reading reading, SealedThing thing) {
    return seal(reading, thing).isPresent();
  }

  /** All of this kind that are there or have a seal. */
  static Set<SealedThing> all(Reading reading, SealKind kind) {
    Set<SealedThing> all = new LinkedHashSet<>(kind.all(reading));
    reading
        .query("SELECT id, sub FROM seal WHERE kind = ?")
        .text(kind.wire())
        .each(row -> all.add(new SealedThing(kind, row.text(1), row.text(2))));
    return all;
  }

  /** The first that is broken of those kinds that are looked at when a project is opened. */
  static Optional<SealedThing> firstBroken(Reading reading) {
    for (SealKind kind : SealKind.values()) {
      if (kind.isLookedAtFirst()) {
        for (SealedThing thing : all(reading, kind)) {
          if (!holds(reading, thing)) {
            return Optional.of(thing);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The classifier runs of which this transcript has labels, or had. */
  static Set<String> runs(Reading reading, String transcript) {
    Set<String> runs = new LinkedHashSet<>();
    for (String sql :
        List.of(
            "SELECT sub FROM seal WHERE kind = 'labels' AND id = ?",
            "SELECT DISTINCT run FROM classifier_label WHERE transcript = ?")) {
      reading.query(sql).text(transcript).each(row -> runs.add(row.text(1)));
    }
    return runs;
  }

  /**
   * Seals all that is there, as it is: only of a file of which nothing else can be known.
   *
   * @param version of the file
   */
  static void makeAll(Writing writing, int version) {
    List<SealedThing> all = new ArrayList<>();
    for (SealKind kind : SealKind.values()) {
      if (kind.since() <= version) {
        all.addAll(kind.all(writing));
      }
    }
    all.forEach(thing -> make(writing, thing));
  }

  static void make(Writing writing, SealedThing thing) {
    writing
        .query(
            "INSERT INTO seal (kind, id, sub, sha256) VALUES (?, ?, ?, ?) ON CONFLICT (kind, id,"
                + " sub) DO UPDATE SET sha256 = excluded.sha256")
        .text(thing.kind().wire())
        .text(thing.id())
        .text(thing.sub())
        .text(hash(writing, thing))
        .update();
  }

  private static Optional<String> seal(Reading reading, SealedThing thing) {
    return reading
        .query("SELECT sha256 FROM seal WHERE kind = ? AND id = ? AND sub = ?")
        .text(thing.kind().wire())
        .text(thing.id())
        .text(thing.sub())
        .first(row -> row.text(1));
  }

  private static boolean isThere(Reading reading, SealedThing thing) {
    return thing.kind().rows().stream().anyMatch(rows -> query(reading, thing, rows).any());
  }

  /** Over each row of each table, each value led by its length, so that nothing reads like else. */
  private static String hash(Reading reading, SealedThing thing) {
    HashInput input = new HashInput(FORM).add(thing.kind().wire()).add(thing.id()).add(thing.sub());
    for (SealKind.Rows rows : thing.kind().rows()) {
      query(reading, thing, rows).each(row -> add(input, rows, row));
      input.add(END);
    }
    return input.sha256();
  }

  private static void add(HashInput input, SealKind.Rows rows, Row row) {
    input.add(ROW);
    for (int i = 1; i <= rows.columns(); i++) {
      input.add(row.bytesIfAny(i));
    }
    for (int i = 1; i <= rows.reals(); i++) {
      Double real = row.realIfAny(rows.columns() + i);
      input.add(real == null ? null : Long.toHexString(Double.doubleToLongBits(real)));
    }
  }

  private static Query query(Reading reading, SealedThing thing, SealKind.Rows rows) {
    Query query = reading.query(rows.sql()).text(thing.id());
    return thing.kind().hasSub() ? query.text(thing.sub()) : query;
  }

  private static StoreException refusal(SealedThing thing) {
    return Stored.damaged(
        thing.inWords() + " does not read as it was stored; look at all of it with: examen verify");
  }
}
