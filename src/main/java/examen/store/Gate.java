package examen.store;

import java.nio.file.Path;
import java.util.List;

/** Decides whether a file may be opened as a project, before anything in it is used. */
final class Gate {
  private final Sessions sessions;
  private final Migrations migrations;
  private final DamageCheck check;

  Gate(Sessions sessions, Migrations migrations, DamageCheck check) {
    this.sessions = sessions;
    this.migrations = migrations;
    this.check = check;
  }

  /**
   * Brings an older file up to date.
   *
   * @throws StoreException if this is not a project, or a damaged one, or one of a newer program
   */
  void pass(Session session) {
    int version = look(session);
    if (version < migrations.newest()) {
      keep(version, session);
      migrate(session);
    }
  }

  /**
   * Looks without changing anything; gives the file's version.
   *
   * @throws StoreException if this is not a project, or a damaged one, or one of a newer program
   */
  int look(Session session) {
    int version = version(session);
    refuseForeignTables(session, version);
    refuseDamage(session);
    if (version >= Seals.SINCE) {
      refuseBrokenSeals(session);
    }
    return version;
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
      throw Damaged.refusal(sessions.file(), "the file is damaged (no version)");
    }
    return version;
  }

  private void refuseForeignTables(Session session, int version) {
    List<String> breaches =
        Schema.of(session).breachesOf(Schema.expected(migrations.upTo(version)));
    if (!breaches.isEmpty()) {
      throw Damaged.refusal(
          sessions.file(),
          "its tables are not those of an Examen project (" + shown(breaches.getFirst()) + ")");
    }
  }

  /**
   * Looks at every page, unless that takes long and is not wanted; that a text reads otherwise than
   * it was stored is for {@link Verification} to find.
   */
  private void refuseDamage(Session session) {
    if (check.looksAt(sessions.file()) && !Copying.isWhole(session)) {
      throw Damaged.refusal(sessions.file(), Damaged.secondLook(sessions.file()));
    }
  }

  /** Of what is few; each transcript is compared with its seal when it is read. */
  private void refuseBrokenSeals(Session session) {
    Seals.firstBroken(new Reading(session))
        .ifPresent(
            thing -> {
              throw Damaged.refusal(
                  sessions.file(),
                  "the file is damaged (" + thing.inWords() + " does not read as it was stored)");
            });
  }

  /** A backup of the file as the older Examen left it; without one nothing is changed. */
  private void keep(int version, Session session) {
    Path file = sessions.file();
    if (sessions.onlyToRead()) {
      throw refusal(
          "made by an older Examen, and can only be brought up to date where it can be written;"
              + " copy it to such a place");
    }
    Path place = BackupFolder.of(file).placeOfVersion(version);
    try (Copying copying = new Copying(place).withRoomFor(Backups.size(file))) {
      copying.take(session, file);
      if (!copying.isGood()) {
        copying.take(session, file);
      }
      copying.finish();
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
    String shown = name.replaceAll("[^\\p{Alnum}_ ]", "?");
    return shown.substring(0, Math.min(shown.length(), 80));
  }
}
