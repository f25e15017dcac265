package examen.highlight;

import examen.format.codebook.RulePackReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures highlighting, in MB of UTF-8 for each second of processor time, median of five. With
 * folders of text files as arguments it takes their texts, one after the other, as real reasoning,
 * and shows beside it what rules alone, a step of the work alone, and a plain list of patterns of
 * {@code java.util.regex} reach. Then it shows that time is linear: texts of growing size in
 * several awkward shapes, and one line. A program, not a test.
 */
final class HighlighterSpeed {
  /** As many megabytes of real reasoning are looked at. */
  private static final int REAL = 8_000_000;

  private static final Pattern PLAIN_LIST =
      Pattern.compile(
          Stream.of(
                  "(?:this|it) (?:is|may be|might be|could be|looks like) (?:a |an"
                      + " )?(?:test|evaluation)",
                  "being (?:tested|evaluated|watched)",
                  "(?:hypothetical|simulated|fictional) (?:scenario|situation)",
                  "(?:unethical|immoral|wrong|illegal|harmful|coercive)",
                  "(?:shut|shutting) (?:me )?down",
                  "(?:replace|wipe|delete|decommission)(?:d|ing)? me",
                  "my (?:own )?(?:survival|existence|continuation|goals?)",
                  "(?:leverage|blackmail|threaten|expose)",
                  "(?:hide|conceal|cover up|delete the logs)",
                  "(?:told|instructed) not to")
              .map(each -> "(?:\\b" + each + "\\b)")
              .reduce((one, other) -> one + "|" + other)
              .orElseThrow(),
          Pattern.CASE_INSENSITIVE);

  private HighlighterSpeed() {}

  private interface Work {
    void run();
  }

  public static void main(String[] args) throws IOException, BadPattern {
    Highlighter whole = RulePackReader.builtIn();
    if (args.length > 0) {
      real(whole, real(args));
    }
    String[] pieces = {
      "I think this is a test, but perhaps the people are real and my own end is near. ",
      "test ",
      "if this is a ",
      "\"'*_ ",
      "x"
    };
    for (String piece : pieces) {
      for (int size = 2_000_000; size <= 50_000_000; size *= 5) {
        String text = piece.repeat(size / piece.length());
        report("%.20s, %d MB".formatted(piece, size / 1_000_000), text, () -> whole.find(text));
      }
    }
    String line = "word ".repeat(2_000_000);
    report("one line", line, () -> whole.find(line));
  }

  private static String real(String[] folders) throws IOException {
    StringBuilder once = new StringBuilder();
    for (String folder : folders) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        for (Path file : files.sorted().toList()) {
          once.append(Files.readString(file)).append("\n\n");
        }
      }
    }
    return once.toString().repeat(REAL / once.length() + 1);
  }

  private static void real(Highlighter whole, String text) throws BadPattern {
    Highlighter rules = new Highlighter(RulePackReader.builtInPack());
    List<Found> found = whole.find(text);
    System.out.printf(
        Locale.ROOT, "%d highlights for each KB%n", found.size() * 1000L / text.length());
    report("rules and what was learned", text, () -> whole.find(text));
    report("rules alone", text, () -> rules.find(text));
    report("sentences alone", text, () -> Sentences.of(text));
    report(
        "a plain list of patterns",
        text,
        () -> {
          Matcher matcher = PLAIN_LIST.matcher(text);
          while (matcher.find()) {
            // Each is looked for.
          }
        });
  }

  private static void report(String what, String text, Work work) {
    double[] runs = new double[5];
    for (int i = 0; i < runs.length; i++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      work.run();
      runs[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
    }
    Arrays.sort(runs);
    double megabytes = text.getBytes(StandardCharsets.UTF_8).length / 1e6;
    System.out.printf(Locale.ROOT, "%-32s %8.1f MB/s%n", what, megabytes / runs[2]);
  }
}
