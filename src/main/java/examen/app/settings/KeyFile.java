package examen.app.settings;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import examen.app.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Keys in a file of their own, to carry them from one machine to another. */
public final class KeyFile {
  private static final String FORMAT = "examen-keys";

  private KeyFile() {}

  /**
   * @throws UncheckedIOException if it cannot be written
   */
  public static void write(KeyChoices choices, Path file) {
    ObjectNode root = JsonNodeFactory.instance.objectNode().put("format", FORMAT).put("version", 1);
    root.set("keys", SettingsJson.object(choices));
    try {
      SettingsFile.write(
          file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The keys in a file; whether they are keys, and for what, is for others to see.
   *
   * @throws Refusal if these are none, with the reason
   */
  public static KeyChoices read(Path file) {
    try {
      ObjectNode root = SettingsFile.object(file);
      if (!root.path("format").asText().equals(FORMAT)) {
        throw new Refusal("not a file of keys: it does not say \"format\": \"" + FORMAT + "\"");
      }
      if (root.path("version").asInt() != 1) {
        throw new Refusal("a later version of Examen wrote these keys");
      }
      SettingsJson json = new SettingsJson();
      KeyChoices choices = json.keys(root.path("keys"));
      if (!root.has("keys") || !json.wrong().isEmpty()) {
        throw new Refusal("\"keys\" must give each action a list of names of keys");
      }
      return choices;
    } catch (IOException e) {
      throw new Refusal("the keys could not be read: " + reason(e));
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? "the file cannot be read" : e.getMessage();
  }
}
