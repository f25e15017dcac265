package examen.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides whether a copy of a file of unknown origin is read at all. It is stricter than that for a
 * project of one's own: no table, view, index or trigger may be there but ours.
 */
final class ForeignGate {
  /**
   * What each version's tables are; to make them anew for each file would take half of the time.
   */
  private static final Map<Integer, Schema> EXPECTED = new ConcurrentHashMap<>();

  private final Path file;
  private final Session session;

  ForeignGate(Path file, Session session) {
    this.file = file;
    this.session = session;
  }

  /**
   * Brings the copy of an older project up to date.
   *
   * @throws StoreException if it is not to be read
   */
  void pass() {
    int version = version();
    refuseForeignTables(version);
    refuseDamage();
    if (version < Migrations.ALL.newest()) {
      new Transaction<>(
              writing -> {
                Migrations.ALL.apply(writing.session(), version);
                return version;
              })
          .attempt(session);
    }
    if (Seals.firstBroken(new Reading(session)).isPresent()) {
      throw damaged();
    }
    session.execute("PRAGMA query_only=1");
  }

  private int version() {
    if (!session.pragma("application_id").equals(Integer.toString(Sessions.APPLICATION_ID))) {
      throw Reasons.of(file, "not an Examen project; nothing was taken");
    }
    int version = Integer.parseInt(session.pragma("user_version"));
    if (version > Migrations.ALL.newest()) {
      throw Reasons.of(file, "made by a newer Examen; use that one");
    }
    if (version < 1) {
      throw Reasons.of(file, "the file is damaged (no version); ask for it again");
    }
    return version;
  }

  private void refuseForeignTables(int version) {
    Schema.wholeOf(session)
        .firstDifference(
            EXPECTED.computeIfAbsent(version, v -> Schema.expectedWhole(Migrations.ALL.upTo(v))))
        .ifPresent(
            difference -> {
              throw Reasons.of(
                  file,
                  "its tables are not just those of an Examen project ("
                      + Gate.shown(difference)
                      + "); nothing was taken");
            });
  }

  private void refuseDamage() {
    // Twice, as a disk that could not be read just now looks much the same.
    for (int looks = 0; looks < 2; looks++) {
      if (PageCheck.findings(session, "quick_check(1)").isEmpty()) {
        return;
      }
    }
    throw damaged();
  }

  private StoreException damaged() {
    return Reasons.of(file, "the file is damaged; ask for it again, or for a backup of it");
  }
}
