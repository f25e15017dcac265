package examen.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.StringJoiner;

/** A regular file on disk within a folder that the user named, or named by itself. */
public final class FileSource implements Source {
  private final Path root;
  private final Path path;
  private final long size;

  private FileSource(Path root, Path path, long size) {
    this.root = root;
    this.path = path;
    this.size = size;
  }

  /**
   * The file at {@code path}.
   *
   * @param root the folder that the user named, or the folder of the file named; a real path,
   *     absolute and without links
   * @param path a path within it
   * @throws IOException if there is no such regular file within {@code root}; links count as none
   */
  public static FileSource of(Path root, Path path) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isRegularFile() || !path.toRealPath().startsWith(root)) {
      throw new IOException("not a regular file within the folder named");
    }
    return new FileSource(root, path, attributes.size());
  }

  @Override
  public String name() {
    StringJoiner name = new StringJoiner("/");
    root.relativize(path).forEach(folder -> name.add(folder.toString()));
    return name.toString();
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public FileChannel channel() throws IOException {
    return FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public Optional<Source> sibling(String relative) {
    try {
      Path there = path.resolveSibling(relative).normalize();
      return there.startsWith(root) ? Optional.of(of(root, there)) : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
