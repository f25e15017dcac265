package examen.desktop.shell;

import examen.desktop.shell.Frames.Costs;
import examen.desktop.shell.Frames.Scrolled;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of what was measured of the window, with the machine. */
final class WindowTable {
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final List<String> rows = new ArrayList<>();
  private final List<String> parts;
  private final double loadBefore = load();

  /**
   * @param parts what to measure; all where it is empty
   */
  WindowTable(List<String> parts) {
    this.parts = parts;
  }

  boolean wants(String part) {
    return parts.isEmpty() || parts.contains(part);
  }

  void add(String what, String budget, long millis) {
    row(what, millis + " ms", "", "", budget.isEmpty() ? "" : budget + " ms");
  }

  void add(String what, String budget, Costs costs) {
    row(
        what,
        number(costs.median()) + " ms",
        number(costs.p95()) + " ms",
        costs.screen() < 0.5 ? "" : number(costs.screen()) + " ms",
        budget.isEmpty() ? "" : budget + " ms");
  }

  void add(String what, String budget, Scrolled frames) {
    row(
        what + ": our own work",
        one(Scrolled.median(frames.screen())),
        one(Scrolled.p95(frames.screen())),
        one(Scrolled.median(frames.screen())),
        budget + " ms");
    row(
        what + ": the software renderer's",
        one(Scrolled.median(frames.render())),
        one(Scrolled.p95(frames.render())),
        "",
        "");
    row(
        what + ": from frame to frame",
        one(Scrolled.median(frames.wall())),
        one(Scrolled.p95(frames.wall())),
        "",
        "");
  }

  void addMemory(String what, String budget, long megabytes) {
    row(what, megabytes + " MB", "", "", budget.isEmpty() ? "" : budget + " MB");
  }

  void write(Path file, int small) throws IOException {
    String head =
        """
        # The window: waiting and memory

        %s, %d cores (%s), %s, %s, JDK %s. Load of the machine %.1f at the beginning and %.1f at the end. The
        window has no screen and is drawn by software. The program is `WindowBenchmark` in
        `src/test/java/examen/desktop/shell` (`./mvnw test-compile exec:exec@window-benchmark`); the project is made
        anew for it: %,d short transcripts beside two of 10 MB, one of 5,000 messages, one with a line of 1 MB, and three
        with 0, 1,000 and 10,000 annotations.

        A time is from the key to the frame that shows what came of it: laid out, and the processor time of the renderer
        for it; to wait for that frame, up to 17 ms, is part of it. What is stored is stored by then. Beside it the
        processor time of the screen's thread, which a busy machine does not change. Starts are the median of five
        processes, opening of five, keys of fifteen.

        | what | median | 95 of 100 | screen's thread | budget |
        |---|---|---|---|---|
        """
            .formatted(
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                processor(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version(),
                loadBefore,
                load(),
                small);
    Files.writeString(file, head + String.join("\n", rows) + "\n");
  }

  private void row(String... cells) {
    String row = "| " + String.join(" | ", cells) + " |";
    out.println(row);
    rows.add(row);
  }

  private static String number(double millis) {
    return String.format(Locale.ROOT, "%.0f", millis);
  }

  private static String one(double millis) {
    return String.format(Locale.ROOT, "%.1f ms", millis);
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static String processor() throws IOException {
    Path file = Path.of("/proc/cpuinfo");
    return Files.exists(file)
        ? Files.readAllLines(file).stream()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 2))
            .findFirst()
            .orElse("unknown")
        : "unknown";
  }
}
