package examen.app.settings;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The settings in a JSON file, which is there whole or as it was before. A file that cannot be read
 * is put aside and never keeps the program from starting.
 */
public final class SettingsFile implements SettingsStore {
  private static final long LARGEST = 1 << 20;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Path file;

  public SettingsFile(Path file) {
    this.file = file;
  }

  @Override
  public synchronized Loaded load() {
    if (!Files.exists(file)) {
      return new Loaded(Settings.DEFAULT, "");
    }
    ObjectNode root = root();
    if (root == null) {
      return new Loaded(Settings.DEFAULT, putAside());
    }
    SettingsJson json = new SettingsJson();
    Settings settings = json.read(root);
    String problem =
        json.wrong().isEmpty()
            ? ""
            : "settings: not understood, and so as they are by default: "
                + String.join(", ", json.wrong().stream().distinct().limit(5).toList());
    return new Loaded(settings, problem);
  }

  @Override
  public synchronized void save(Settings settings) {
    ObjectNode there = Files.exists(file) ? root() : null;
    ObjectNode root = there == null ? JsonNodeFactory.instance.objectNode() : there;
    SettingsJson.write(settings, root);
    try {
      write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file that is there whole or as it was before. */
  static void write(Path file, byte[] content) throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null) {
      throw new IOException("there is no folder for " + file);
    }
    Files.createDirectories(folder);
    Path temporary = Files.createTempFile(folder, "settings", ".tmp");
    try {
      Files.write(temporary, content);
      move(temporary, target);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private @org.jspecify.annotations.Nullable ObjectNode root() {
    try {
      return object(file);
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * The object in this file.
   *
   * @throws IOException if there is none, with a reason in one line
   */
  static ObjectNode object(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException("it is longer than 1 MiB");
    }
    try {
      JsonNode root = JSON.readTree(Files.readAllBytes(file));
      if (root instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      throw new IOException("it is not JSON", e);
    }
    throw new IOException("it is not a JSON object");
  }

  private String putAside() {
    Path aside = file.resolveSibling(file.getFileName() + ".damaged");
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      return "the settings could not be read and are as they are by default; the file was put aside"
          + " as "
          + aside.getFileName();
    } catch (IOException e) {
      return "the settings could not be read and are as they are by default";
    }
  }
}
