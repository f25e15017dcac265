package examen.store;

import examen.rating.Rater;
import examen.rating.RaterId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who rates in a project, and by what name. Nobody is ever deleted. */
public final class RaterTable {
  private static final String RATER = "SELECT id, name FROM rater";

  private RaterTable() {}

  /** Puts a rater in, or gives one who is there this name. */
  public static void put(Writing writing, Rater rater, Instant at) {
    Seals.change(writing, SealedThing.of(SealKind.RATER, rater.id().value()));
    writing
        .query(
            "INSERT INTO rater (id, name, at) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET name"
                + " = excluded.name, at = excluded.at WHERE name <> excluded.name")
        .text(rater.id().value())
        .text(rater.name())
        .text(StoredTime.text(at))
        .update();
  }

  public static Optional<Rater> get(Reading reading, RaterId id) {
    return reading.query(RATER + " WHERE id = ?").text(id.value()).first(RaterTable::rater);
  }

  /** When this rater was given their name; empty for one who is not there. */
  public static Optional<Instant> namedAt(Reading reading, RaterId id) {
    return reading
        .query("SELECT at FROM rater WHERE id = ?")
        .text(id.value())
        .first(row -> StoredTime.of(row.text(1)));
  }

  /** All of them, by name. */
  public static List<Rater> all(Reading reading) {
    return reading.query(RATER).list(RaterTable::rater).stream()
        .sorted(Comparator.comparing(Rater::name).thenComparing(Rater::id))
        .toList();
  }

  /** A name that cannot be shown, which another program may have put there, is none. */
  private static Rater rater(Row row) {
    RaterId id = Stored.value(() -> new RaterId(row.text(1)));
    String name = row.text(2);
    return Rater.isName(name) ? new Rater(id, name) : Rater.unnamed(id);
  }
}
