package examen.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A copy of a project in the making: under a passing name until it was looked at and is on the disk
 * for good. Whatever fails, a file that is there already is not touched.
 */
final class Copying implements AutoCloseable {
  private final Path target;
  private final Path beside;
  private boolean looked;
  private boolean good;
  private String version = "";
  private String extent = "";
  private SortedMap<String, String> heads = new TreeMap<>();

  /**
   * @throws StoreException if there is a file of this name, or no folder for it
   */
  Copying(Path target) {
    this.target = target.toAbsolutePath();
    if (Files.exists(this.target)) {
      throw Reasons.of(target, "there is a file of that name already; choose another name");
    }
    Path folder = this.target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw Reasons.of(target, "cannot be made: its folder is not there");
    }
    beside =
        this.target.resolveSibling(
            "." + this.target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
  }

  /**
   * @throws StoreException if there is no room for a file of this size
   */
  Copying withRoomFor(long bytes) {
    try {
      FileStore disk = Files.getFileStore(target.resolveSibling("."));
      if (disk.getUsableSpace() < bytes) {
        throw Reasons.of(target, "cannot be made: the disk has no room for it");
      }
      return this;
    } catch (IOException e) {
      throw Reasons.of(target, "its folder cannot be reached", e);
    }
  }

  /**
   * Copies what the session sees at one moment; nobody can complete a transaction meanwhile, so
   * that the disk is not waited for. If the copy turns out not to be good, this may be called once
   * more: it then takes longer, and SQLite says why if it fails again.
   *
   * @param file that the session is open on
   */
  void take(Session source, Path file) {
    removeUnfinished();
    source.execute("BEGIN");
    try {
      version = source.pragma("user_version");
      heads = Extent.heads(source);
      extent = Extent.of(source);
      if (looked) {
        source.copyTo(beside);
      } else {
        try (Session copy = Sessions.ofCopy(beside)) {
          copy.takeFrom(file);
        }
      }
      looked = false;
    } finally {
      source.rollBack();
    }
  }

  /** Gives the copy its name, if it holds what was to be copied. */
  void finish() {
    if (!isGood()) {
      throw Reasons.of(
          target, "the copy is damaged and was not kept: look after the disk's health");
    }
    try {
      force(beside);
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
      forceFolder(target);
    } catch (IOException e) {
      throw Reasons.of(target, "could not be kept on this disk", e);
    }
  }

  @Override
  public void close() {
    removeUnfinished();
  }

  /** Whether the copy is whole and holds what was to be copied; looked at once. */
  boolean isGood() {
    if (!looked) {
      looked = true;
      good = look();
    }
    return good;
  }

  private boolean look() {
    try (Session copy = Sessions.ofReadOnly(beside).read()) {
      return hasAllPages(copy)
          && copy.pragma("user_version").equals(version)
          && Extent.heads(copy).equals(heads)
          && Extent.of(copy).equals(extent)
          && isWhole(copy);
    } catch (SqlFailure failure) {
      if (failure.isDamage()) {
        return false;
      }
      throw Reasons.of(target, failure);
    }
  }

  /** SQLite takes half a page at the end for a whole one, and does not look into texts. */
  private boolean hasAllPages(Session copy) {
    long pages = Long.parseLong(copy.pragma("page_count"));
    return Backups.size(beside) == pages * Long.parseLong(copy.pragma("page_size"));
  }

  /** Whether SQLite finds every page as it should be. */
  static boolean isWhole(Session session) {
    try {
      return PageCheck.findings(session, "quick_check(1)").isEmpty();
    } catch (SqlFailure failure) {
      if (failure.isDamage()) {
        return false;
      }
      throw failure;
    }
  }

  private void removeUnfinished() {
    try {
      Files.deleteIfExists(beside);
      Files.deleteIfExists(beside.resolveSibling(beside.getFileName() + "-journal"));
    } catch (IOException e) {
      throw Reasons.of(beside, "an unfinished copy is left that cannot be removed", e);
    }
  }

  static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Makes names in the folder of this file last. */
  static void forceFolder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (AccessDeniedException e) {
      // Windows does not open folders, and keeps names without being asked.
    }
  }
}
