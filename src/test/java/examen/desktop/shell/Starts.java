package examen.desktop.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long the built program takes from its process to a window that can be used. */
final class Starts {
  private static final int ROUNDS = 5;

  private final Path folder;
  private final List<String> built;

  /**
   * @param folder for the program's own files
   */
  Starts(Path folder) throws IOException {
    this.folder = folder;
    List<String> arguments = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("target/launch-arguments"))) {
      arguments.add(line.substring(1, line.length() - 1).replace("\\\\", "\\"));
    }
    arguments.removeLast();
    built = arguments;
  }

  /** Has the JDK prepare a start as the start script has it do that. */
  Path prepare() throws Exception {
    Path cache = folder.resolve("cache");
    List<String> command = command(List.of("-XX:AOTCacheOutput=" + cache), "");
    command.addAll(List.of("examen.Main", "open", "--sample", "--rater", "ann"));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prepare.log").toFile())
            .start();
    Thread.sleep(15_000);
    process.destroy();
    if (!process.waitFor(120, TimeUnit.SECONDS) || !Files.exists(cache)) {
      throw new IllegalStateException("no cache was made, see " + folder);
    }
    return cache;
  }

  /** The median of some starts, in milliseconds. */
  long median(List<String> options, String... arguments) throws Exception {
    long[] times = new long[ROUNDS];
    once(options, arguments);
    for (int i = 0; i < ROUNDS; i++) {
      times[i] = once(options, arguments);
    }
    Arrays.sort(times);
    return times[ROUNDS / 2];
  }

  private long once(List<String> options, String... arguments) throws Exception {
    List<String> command = command(options, System.getProperty("path.separator") + testClasses());
    command.add(StartTimer.class.getName());
    command.addAll(List.of(arguments));
    long begin = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      StringBuilder said = new StringBuilder();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.equals("usable")) {
          return (System.nanoTime() - begin) / 1_000_000;
        }
        said.append(line).append('\n');
      }
      throw new IllegalStateException("the program ended: " + said);
    } finally {
      process.destroy();
    }
  }

  private static Path testClasses() throws Exception {
    return Path.of(StartTimer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** On the display that there is, or without one. */
  private List<String> command(List<String> options, String moreClasses) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-Xlog:disable");
    if (System.getenv("DISPLAY") == null) {
      command.add("-Dglass.platform=Headless");
    }
    command.add("-Dprism.order=sw");
    command.add("-Dexamen.data=" + folder.resolve("data"));
    for (int i = 0; i < built.size(); i++) {
      boolean classPath = i > 0 && built.get(i - 1).equals("-classpath");
      command.add(classPath ? built.get(i) + moreClasses : built.get(i));
    }
    return command;
  }
}
