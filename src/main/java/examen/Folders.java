package examen;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Where the program is installed and where it keeps its own files, by the custom of each system.
 */
final class Folders {
  private Folders() {}

  /**
   * The folder with {@code sample-transcripts}: named by the start script, else where the program
   * was started.
   */
  static Path home() {
    return Path.of(System.getProperty("examen.home", ".")).toAbsolutePath().normalize();
  }

  static Path data() {
    String named = System.getProperty("examen.data");
    return named != null
        ? Path.of(named)
        : custom(System.getProperty("os.name", "").toLowerCase(Locale.ROOT));
  }

  /** The file with what the user chose for all projects. */
  static Path settings() {
    boolean linux =
        !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).matches(".*(win|mac).*");
    boolean named = System.getProperty("examen.data") != null;
    Path user = Path.of(System.getProperty("user.home", "."));
    Path folder = linux && !named ? under("XDG_CONFIG_HOME", user.resolve(".config")) : data();
    return folder.resolve("settings.json");
  }

  private static Path custom(String system) {
    Path user = Path.of(System.getProperty("user.home", "."));
    if (system.contains("win")) {
      return under("APPDATA", user.resolve("AppData").resolve("Roaming"));
    }
    return system.contains("mac")
        ? user.resolve("Library").resolve("Application Support").resolve("Examen")
        : under("XDG_DATA_HOME", user.resolve(".local").resolve("share"));
  }

  private static Path under(String variable, Path otherwise) {
    String named = System.getenv(variable);
    return (named == null || named.isBlank() ? otherwise : Path.of(named)).resolve("examen");
  }
}
