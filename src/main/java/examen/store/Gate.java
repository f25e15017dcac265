package examen.store;

import java.util.List;

/** Decides whether a file may be opened as a project, before anything in it is used. */
final class Gate {
  private final Sessions sessions;
  private final Migrations migrations;

  Gate(Sessions sessions, Migrations migrations) {
    this.sessions = sessions;
    this.migrations = migrations;
  }

  /**
   * Brings an older file up to date.
   *
   * @throws StoreException if this is not a project, or a damaged one, or one of a newer program
   */
  void pass(Session session) {
    int version = version(session);
    refuseForeignTables(session, version);
    refuseDamage(session);
    if (version < migrations.newest()) {
      migrate(session);
    }
  }

  private int version(Session session) {
    if (!session.pragma("application_id").equals(Integer.toString(Sessions.APPLICATION_ID))) {
      throw refusal("not an Examen project (an empty file)");
    }
    int version = Integer.parseInt(session.pragma("user_version"));
    if (version > migrations.newest()) {
      throw refusal("made by a newer Examen; open it with that one");
    }
    if (version < 1) {
      throw refusal("the file is damaged (no version); go back to a backup and keep this file");
    }
    return version;
  }

  private void refuseForeignTables(Session session, int version) {
    List<String> breaches =
        Schema.of(session).breachesOf(Schema.expected(migrations.upTo(version)));
    if (!breaches.isEmpty()) {
      throw refusal(
          "its tables are not those of an Examen project ("
              + shown(breaches.getFirst())
              + "); go back to a backup and keep this file");
    }
  }

  /**
   * Every page is looked at; that a text reads otherwise than it was stored is for {@link
   * Verification} to find.
   */
  private void refuseDamage(Session session) {
    String found =
        session.query("PRAGMA quick_check(1)").first(row -> row.text(1)).orElse("no answer");
    if (!found.equals("ok")) {
      throw refusal("the file is damaged; go back to a backup and keep this file");
    }
  }

  private void migrate(Session session) {
    new Transaction<>(
            writing -> {
              // Another program may have been faster.
              int from = version(session);
              migrations.apply(session, from);
              return from;
            })
        .attempt(session);
  }

  private StoreException refusal(String reason) {
    return Reasons.of(sessions.file(), reason);
  }

  /** Names in the file may be anyone's words. */
  static String shown(String name) {
    return name.replaceAll("[^\\p{Alnum}_ ]", "?").substring(0, Math.min(name.length(), 80));
  }
}
