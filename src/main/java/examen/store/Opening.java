package examen.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Makes a project file, or opens one that is there, and gives its first connection. */
final class Opening {
  private final Sessions sessions;
  private final Migrations migrations;
  private final DamageCheck check;

  Opening(Sessions sessions, Migrations migrations) {
    this(sessions, migrations, DamageCheck.WHOLE);
  }

  private Opening(Sessions sessions, Migrations migrations, DamageCheck check) {
    this.sessions = sessions;
    this.migrations = migrations;
    this.check = check;
  }

  Opening with(DamageCheck other) {
    return new Opening(sessions, migrations, other);
  }

  /**
   * The file to be made. Only its attributes are looked at: it might be open in this very program.
   */
  static Path placeForNew(Path file) {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw Reasons.of(file, "cannot be made: its folder is not there");
    }
    if (Files.exists(absolute, LinkOption.NOFOLLOW_LINKS) && !isEmptyFile(absolute)) {
      throw Reasons.of(file, "cannot be made: there is a file of that name already");
    }
    return absolute;
  }

  /** The file to be opened, by its one true name: SQLite's journal lies beside that. */
  static Path placeOfExisting(Path file) {
    try {
      Path real = file.toRealPath();
      BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        throw Reasons.of(file, "is a folder, not a project file");
      }
      if (!attributes.isRegularFile()) {
        throw Reasons.of(file, "not an Examen project (not an ordinary file)");
      }
      return real;
    } catch (NoSuchFileException e) {
      throw Reasons.of(file, "there is no such file", e);
    } catch (IOException e) {
      throw Reasons.of(file, "the file cannot be reached", e);
    }
  }

  Session existing() {
    Session session = null;
    boolean good = false;
    try {
      session = sessions.write();
      new Gate(sessions, migrations, check).pass(session);
      good = true;
      return session;
    } catch (SqlFailure failure) {
      throw Damaged.refusal(sessions.file(), failure);
    } finally {
      if (!good && session != null) {
        session.close();
      }
    }
  }

  /** A session on a file that could be opened, of whatever version; it is not changed. */
  Session looked() {
    Session session = null;
    boolean good = false;
    try {
      session = sessions.read();
      new Gate(sessions, migrations, check).look(session);
      good = true;
      return session;
    } catch (SqlFailure failure) {
      throw Damaged.refusal(sessions.file(), failure);
    } finally {
      if (!good && session != null) {
        session.close();
      }
    }
  }

  Session fresh(ProjectOrigin origin) {
    Session session = null;
    boolean good = false;
    try {
      session = sessions.create();
      new Transaction<>(writing -> fill(writing, origin)).attempt(session);
      good = true;
      return session;
    } catch (SqlFailure failure) {
      throw Reasons.of(sessions.file(), failure);
    } finally {
      if (!good) {
        if (session != null) {
          session.close();
        }
        removeEmptyFile();
      }
    }
  }

  private boolean fill(Writing writing, ProjectOrigin origin) {
    Session session = writing.session();
    if (session.query("SELECT 1 FROM sqlite_schema").any()) {
      throw Reasons.of(sessions.file(), "cannot be made: another program has just made it");
    }
    session.execute("PRAGMA application_id=" + Sessions.APPLICATION_ID);
    migrations.apply(session, 0);
    ProjectSettings.putOrigin(writing, origin);
    return true;
  }

  /** What a failed making leaves would otherwise be in the way of the next. */
  private void removeEmptyFile() {
    try {
      if (isEmptyFile(sessions.file())) {
        Files.delete(sessions.file());
      }
    } catch (IOException e) {
      throw Reasons.of(sessions.file(), "an empty file is left that cannot be removed", e);
    }
  }

  private static boolean isEmptyFile(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.isRegularFile() && attributes.size() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
