package examen.app.privacy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What would tell on whose machine an export was made.
 *
 * @param host empty where it is not known
 */
public record OwnNames(String user, String host, Path home) {
  private static final int SHORTEST = 3;

  /** These stand in many transcripts and tell nothing. */
  private static final Set<String> OF_ANYBODY =
      Set.of("root", "user", "admin", "home", "users", "localhost", "ubuntu", "debian", "test");

  /**
   * Those of who runs the program.
   *
   * @param environment of the program
   */
  public static OwnNames here(Map<String, String> environment, Path home) {
    String host = environment.getOrDefault("COMPUTERNAME", "");
    return new OwnNames(
        System.getProperty("user.name", ""),
        host.isEmpty() ? environment.getOrDefault("HOSTNAME", "") : host,
        home);
  }

  /** Those that tell something. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    Path last = home.getFileName();
    if (last != null && isTelling(last.toString())) {
      names.add(home.toString());
    }
    for (String name : List.of(user, host, host.split("\\.", -1)[0])) {
      if (isTelling(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private static boolean isTelling(String name) {
    return name.length() >= SHORTEST && !OF_ANYBODY.contains(name.toLowerCase(Locale.ROOT));
  }
}
