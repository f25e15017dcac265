package examen.app;

import examen.transcript.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Held by the one window that works on a project. It is a lock on a file of its own in the
 * program's folder, never on the project's; when the program ends, however it ends, it is free
 * again.
 */
public final class WindowLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private WindowLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lock.
   *
   * @param data where the program keeps its own files
   * @return empty if another window has it, of this program or of another
   */
  public static Optional<WindowLock> take(Path data, Path project) {
    try {
      Path folder = Files.createDirectories(data.resolve("locks"));
      FileChannel channel =
          FileChannel.open(
              folder.resolve(key(project) + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      FileLock lock = lock(channel);
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new WindowLock(channel, lock));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @org.jspecify.annotations.Nullable FileLock lock(FileChannel channel)
      throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProgram) {
      return null;
    }
  }

  /** By the file itself where the system tells files apart, so that it may have several names. */
  private static String key(Path project) throws IOException {
    Object key =
        Files.exists(project)
            ? Files.readAttributes(project, BasicFileAttributes.class).fileKey()
            : null;
    String name =
        key == null
            ? (Files.exists(project) ? project.toRealPath() : project.toAbsolutePath()).toString()
            : key.toString();
    byte[] hash = Sha256.digest().digest(name.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 16);
  }
}
