package examen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts the program, or a main class of the tests, in a JVM of its own, as the start script does.
 */
public final class ChildProgram {
  private ChildProgram() {}

  /** What a program that ended left behind. */
  public record Result(int code, String out, String err) {}

  /**
   * The program with these arguments; it has no display and keeps its own files in {@code data}.
   */
  public static Result run(Path data, String... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(data, "out", ".txt");
    Path err = Files.createTempFile(data, "err", ".txt");
    ProcessBuilder builder = builder(data, "examen.Main", arguments);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running: " + String.join(" ", arguments));
    }
    return new Result(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  /** Ready to start {@code mainClass}. */
  public static ProcessBuilder builder(Path data, String mainClass, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--module-path=" + Path.of("target/javafx").toAbsolutePath());
    command.add("--add-modules=javafx.controls");
    command.add("--enable-native-access=javafx.graphics,ALL-UNNAMED");
    command.add("-Dexamen.home=" + Path.of("").toAbsolutePath());
    command.add("-Dexamen.data=" + data);
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    if (!mainClass.equals("examen.Main")) {
      command.add("-Dglass.platform=Headless");
      command.add("-Dprism.order=sw");
    }
    command.add("-classpath");
    command.add(mainClass.equals("examen.Main") ? programClassPath() : testClassPath());
    command.add(mainClass);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("DISPLAY");
    builder.environment().remove("WAYLAND_DISPLAY");
    return builder;
  }

  private static String testClassPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** What the start script gives the program: none of the libraries that only tests have. */
  private static String programClassPath() {
    try {
      List<String> arguments = Files.readAllLines(Path.of("target/launch-arguments"));
      String quoted = arguments.get(arguments.indexOf("\"-classpath\"") + 1);
      return quoted.substring(1, quoted.length() - 1).replace("\\\\", "\\");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
