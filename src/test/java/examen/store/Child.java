package examen.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A program of the tests in a JVM of its own, with the class path of this one. */
final class Child {
  private Child() {}

  /**
   * Ready to start {@code main}. What the driver unpacks goes to {@code temporary}, so that a
   * killed program leaves nothing behind that stays.
   */
  static ProcessBuilder of(Class<?> main, Path temporary, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.sqlite.tmpdir=" + temporary,
            "-Dslf4j.internal.verbosity=ERROR",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            main.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  /** The whole lines that it has said so far, if they went to this file. */
  static List<String> said(Path output) throws IOException {
    String all = Files.readString(output);
    return all.substring(0, all.lastIndexOf('\n') + 1).lines().toList();
  }

  /** Removes a folder with all that is in it, if it is there. */
  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
