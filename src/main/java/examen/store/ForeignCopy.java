package examen.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies a project file page by page with SQLite's own means: Java's would drop the locks of a file
 * that this program has open, and would not wait for another that is writing it.
 */
final class ForeignCopy {
  private static final long SPARE = 64L << 20;

  private ForeignCopy() {}

  /**
   * @throws StoreException if the file is too large, or there is no room
   * @throws SqlFailure if it cannot be read
   */
  static void make(Path file, Path copy, ForeignLimits limits) {
    refuseTooLarge(file, copy, limits);
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    boolean clean = Files.notExists(log);
    try (Session source = new Sessions(file).onlyToCopy()) {
      source.backUp(copy);
    } finally {
      if (clean) {
        removeEmptyLog(file, log);
      }
    }
  }

  /**
   * No project of ours has a write-ahead log; for a file that another program made have one, even
   * reading puts an empty one beside it.
   */
  private static void removeEmptyLog(Path file, Path log) {
    try {
      if (Files.exists(log) && Files.size(log) == 0) {
        Files.deleteIfExists(log);
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
      }
    } catch (IOException e) {
      throw Reasons.of(file, "what lies beside it cannot be read", e);
    }
  }

  /**
   * Removes what a program that was killed left of its copies.
   *
   * @param before when nobody could still be reading them
   */
  static void removeLeftovers(Path privateFolder, Instant before) {
    if (Files.notExists(privateFolder)) {
      return;
    }
    try (Stream<Path> folders = Files.list(privateFolder)) {
      List<Path> all = folders.filter(Files::isDirectory).toList();
      for (Path folder : all) {
        if (Files.getLastModifiedTime(folder).toInstant().isBefore(before)) {
          remove(folder);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // They are in nobody's way; the next merge tries again.
    }
  }

  /** What is left of a copy after a failure stands in nobody's way. */
  static void remove(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      for (Path file : all) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException | UncheckedIOException e) {
      // What was read from it is no worse for that; removeLeftovers tries again another day.
    }
  }

  private static void refuseTooLarge(Path file, Path copy, ForeignLimits limits) {
    try {
      long size = Files.size(file);
      if (size > limits.fileBytes()) {
        throw Reasons.of(file, "it is larger than a project is expected to be; nothing was taken");
      }
      Path folder = copy.toAbsolutePath().getParent();
      if (folder != null && Files.getFileStore(folder).getUsableSpace() < 2 * size + SPARE) {
        throw Reasons.of(
            file, "there is no room for a copy of it in the folder of Examen's own files");
      }
    } catch (IOException e) {
      throw Reasons.of(file, "the file cannot be reached", e);
    }
  }
}
