package examen.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts a backup in the place of a project. Nothing is deleted: the file that was there stays beside
 * it, under a name with the time.
 */
public final class Restoring {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

  private final Path backup;
  private final Path project;

  /**
   * @param backup the file to go back to
   * @param project the file that it is put in the place of; it need not be there
   * @throws StoreException if the backup is no whole project file that this program can open
   */
  public Restoring(Path backup, Path project) {
    this.backup = Opening.placeOfExisting(backup);
    this.project = Files.exists(project) ? Opening.placeOfExisting(project) : project;
    if (this.backup.equals(this.project.toAbsolutePath())) {
      throw Reasons.of(backup, "this is the project itself; name a backup of it");
    }
    Opening opening = new Opening(Sessions.ofReadOnly(this.backup), Migrations.ALL);
    opening.looked().close();
  }

  /**
   * What is only in the project (first) and only in the backup (second).
   *
   * @return empty where there is no project, or where it cannot be read
   */
  public Optional<Difference> difference() {
    if (!Files.exists(project)) {
      return Optional.empty();
    }
    try (Session now = Sessions.ofReadOnly(project).read();
        Session then = Sessions.ofReadOnly(backup).read()) {
      return Optional.of(Difference.of(now, then));
    } catch (SqlFailure | StoreException unreadable) {
      return Optional.empty();
    }
  }

  /** Whether the project is there and damaged, so that not all of it may have been compared. */
  public boolean isDamaged() {
    if (!Files.exists(project)) {
      return false;
    }
    try (Session now = Sessions.ofReadOnly(project).read()) {
      return !Copying.isWhole(now);
    } catch (SqlFailure | StoreException unreadable) {
      return true;
    }
  }

  /**
   * Does it. At each moment there is a whole file of the project's name.
   *
   * @param now names the file that is kept
   * @return where the file that was there is now; empty if there was none
   * @throws StoreException if it could not be done; the project is then as it was
   */
  public Optional<Path> run(Instant now) {
    return run(now, () -> {});
  }

  /**
   * The same, asked whether to go on until the copy stands beside the project.
   *
   * @param look what it throws ends the work; the project is then as it was
   */
  public Optional<Path> run(Instant now, Runnable look) {
    Session alone = Files.exists(project) ? alone() : null;
    try {
      Path coming = free("restored", now);
      try (Copying copying = new Copying(coming).withRoomFor(Backups.size(backup))) {
        copy(copying);
        look.run();
        copying.finish();
      }
      return exchanged(coming, free("before-restore", now));
    } catch (IOException e) {
      throw Reasons.of(
          project, "the backup could not be put in its place; a copy of it may be beside it", e);
    } finally {
      if (alone != null) {
        alone.close();
      }
    }
  }

  private Optional<Path> exchanged(Path coming, Path kept) throws IOException {
    boolean replaces = Files.exists(project);
    if (replaces) {
      setAside(kept);
    }
    Files.move(coming, project, StandardCopyOption.ATOMIC_MOVE);
    Copying.forceFolder(project);
    return replaces ? Optional.of(kept) : Optional.empty();
  }

  private void copy(Copying copying) {
    try (Session source = Sessions.ofReadOnly(backup).read()) {
      copying.take(source, backup);
      if (!copying.isGood()) {
        copying.take(source, backup);
      }
    } catch (SqlFailure failure) {
      throw Reasons.of(backup, failure);
    }
  }

  /**
   * Keeps other programs from storing anything in the file that goes, and undoes what a killed one
   * left half done there, as that must not touch the new file.
   *
   * @return null where the file is too damaged for that; its journal is then set aside with it
   */
  private @Nullable Session alone() {
    Session session = null;
    try {
      session = new Sessions(project).write();
      session.execute("BEGIN IMMEDIATE");
      return session;
    } catch (SqlFailure failure) {
      if (session != null) {
        session.close();
      }
      if (failure.leavesConnectionSound()) {
        throw Reasons.of(project, failure);
      }
      return null;
    } catch (StoreException noProject) {
      return null;
    }
  }

  /** A second name first, so that the first is never without a file. */
  private void setAside(Path kept) throws IOException {
    boolean linked = linked(kept);
    Path journal = project.resolveSibling(project.getFileName() + "-journal");
    if (Files.exists(journal)) {
      Files.move(journal, kept.resolveSibling(kept.getFileName() + "-journal"));
    }
    if (!linked) {
      Files.move(project, kept, StandardCopyOption.ATOMIC_MOVE);
    }
    Copying.forceFolder(project);
  }

  private boolean linked(Path kept) throws IOException {
    try {
      Files.createLink(kept, project);
      return true;
    } catch (UnsupportedOperationException | java.nio.file.FileSystemException e) {
      // Some file systems give a file no second name.
      return false;
    }
  }

  private Path free(String why, Instant now) {
    String name = project.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String end = dot > 0 ? name.substring(dot) : "";
    Path place = project.resolveSibling(stem + "." + why + "-" + TIME.format(now) + end);
    for (int n = 2; Files.exists(place); n++) {
      place = project.resolveSibling(stem + "." + why + "-" + TIME.format(now) + "-" + n + end);
    }
    return place;
  }
}
