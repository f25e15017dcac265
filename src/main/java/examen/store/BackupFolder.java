package examen.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The folder beside a project with its backups: {@code study.examen.backups} for {@code
 * study.examen}. A backup is named by its time, or by the version of an older file that it keeps.
 */
final class BackupFolder {
  static final String SUFFIX = ".backups";
  private static final String END = ".examen";
  private static final String VERSION = "version-";
  private static final String LEFT_OVER = ".part";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** No backup takes so long that an unfinished one of this age could still be written. */
  private static final Duration ABANDONED = Duration.ofHours(6);

  private final Path folder;

  private BackupFolder(Path folder) {
    this.folder = folder;
  }

  static BackupFolder of(Path project) {
    return new BackupFolder(project.resolveSibling(project.getFileName() + SUFFIX));
  }

  /** The project that a backup in such a folder is of; null where it lies elsewhere. */
  static @Nullable Path projectOf(Path backup) {
    Path folder = backup.toAbsolutePath().getParent();
    Path name = folder == null ? null : folder.getFileName();
    if (folder == null || name == null || !name.toString().endsWith(SUFFIX)) {
      return null;
    }
    String project = name.toString();
    return folder.resolveSibling(project.substring(0, project.length() - SUFFIX.length()));
  }

  /** Where a backup of this moment goes; the folder is made if it is not there. */
  Path placeAt(Instant now) {
    return free(TIME.format(now));
  }

  /** Where a file of an older version is kept, before it is brought up to date. */
  Path placeOfVersion(int version) {
    return free(VERSION + version);
  }

  /** By time, or what is kept of an older version. */
  List<Backup> newestFirst() {
    List<Backup> backups = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + END)) {
      for (Path file : files) {
        Instant at = time(file);
        if (at != null) {
          backups.add(new Backup(file, at));
        }
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw Reasons.of(
          folder, "the folder of backups cannot be read", Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw Reasons.of(folder, "the folder of backups cannot be read", e);
    }
    backups.sort(
        Comparator.comparing(Backup::at).thenComparing(it -> it.file().toString()).reversed());
    return backups;
  }

  /** Whether age may remove it: what was kept of an older version stays. */
  static boolean isNamedByTime(Backup backup) {
    return !backup.file().getFileName().toString().startsWith(VERSION);
  }

  static void remove(Backup backup) {
    try {
      Files.deleteIfExists(backup.file());
    } catch (IOException e) {
      throw Reasons.of(backup.file(), "an old backup cannot be removed", e);
    }
  }

  /** Removes what a killed program has left unfinished. */
  void sweep(Instant now) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + LEFT_OVER + "*")) {
      for (Path file : files) {
        Instant written = Files.getLastModifiedTime(file).toInstant();
        if (written.isBefore(now.minus(ABANDONED))) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // It is in nobody's way; the next backup tries again.
    }
  }

  private Path free(String name) {
    try {
      Files.createDirectories(folder);
      // Each time, as nobody knows whether its name lasted when it was made.
      Copying.forceFolder(folder);
    } catch (IOException e) {
      throw Reasons.of(folder, "the folder for backups cannot be made there", e);
    }
    Path place = folder.resolve(name + END);
    for (int n = 2; Files.exists(place); n++) {
      place = folder.resolve(name + "-" + n + END);
    }
    return place;
  }

  private static @Nullable Instant time(Path file) {
    String name = file.getFileName().toString();
    String stem = name.substring(0, name.length() - END.length());
    try {
      if (stem.startsWith(VERSION)) {
        return Files.getLastModifiedTime(file).toInstant();
      }
      int second = stem.indexOf("Z-");
      return Instant.from(TIME.parse(second < 0 ? stem : stem.substring(0, second + 1)));
    } catch (DateTimeException | IOException e) {
      // Somebody else's file, or gone by now.
      return null;
    }
  }
}
