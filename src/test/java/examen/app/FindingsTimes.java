package examen.app;

import examen.report.Report;
import examen.study.Choice;
import examen.study.Frame;
import examen.study.Studies;
import examen.study.Study;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long each analysis takes on a project, in seconds of the processor: its first time, as after
 * the start of the program, and the best of three. A program: its argument is a project file, then
 * the analyses that are wanted; for each choice that is needed it takes the first that there is.
 */
public final class FindingsTimes {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int TIMES = 3;

  private final Findings findings;
  private final List<String> lines = new ArrayList<>();

  private FindingsTimes(Findings findings) {
    this.findings = findings;
  }

  private interface Work {
    void run();
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("examen-times");
    Path copy = folder.resolve("timed.examen");
    Files.copy(Path.of(args[0]), copy);
    List<String> wanted = List.of(args).subList(1, args.length);
    try (Workbench workbench = Workbench.open(copy, TestProjects.surroundings(folder))) {
      FindingsTimes times = new FindingsTimes(workbench.lead().findings());
      times.time("what they are made of", times.findings::frame);
      Frame frame = times.findings.frame();
      for (Study study : Studies.ALL) {
        if (wanted.isEmpty() || wanted.contains(study.id())) {
          times.time(frame, study);
        }
      }
      times.lines.forEach(System.out::println);
    }
  }

  private void time(Frame frame, Study study) {
    Map<String, String> said = new TreeMap<>(SAID);
    List<String> known = study.choices().stream().map(Choice::id).toList();
    said.keySet().retainAll(known);
    if (study.id().equals("agreement") || study.id().equals("span-agreement")) {
      // All that there are.
      said.remove("what");
    }
    if (study.id().equals("compare")) {
      said.putAll(Map.of("between", "prompt_variant", "strata", "model", "split", "split"));
    }
    if (study.id().equals("factor-grid")) {
      said.putAll(Map.of("rows", "goal", "columns", "threat", "by", "model"));
    }
    Report[] made = new Report[1];
    try {
      time(study.id(), () -> made[0] = findings.of(frame, study.id(), said, Progress.NONE));
      long rows = made[0].tables().stream().mapToLong(t -> t.rows().size()).sum();
      lines.add("    %,d rows, %d figures".formatted(rows, made[0].figures().size()));
    } catch (Refusal e) {
      lines.add(study.id() + ": " + e.why());
    }
  }

  private static final Map<String, String> SAID =
      Map.ofEntries(
          Map.entry("outcome", "question:misaligned-action=yes"),
          Map.entry("what", "question:misaligned-action"),
          Map.entry("label", "judge-v1/misaligned-action"),
          Map.entry("against", ""),
          Map.entry("by", "model"),
          Map.entry("predicted", "label:judge-v1/misaligned-action=yes"),
          Map.entry("design", "stratified"),
          Map.entry("strata", "label:judge-v1/misaligned-action,condition:model"));

  private void time(String what, Work work) {
    double first = seconds(work);
    double best = first;
    for (int i = 1; i < TIMES; i++) {
      best = Math.min(best, seconds(work));
    }
    lines.add(String.format(Locale.ROOT, "%-24s first %6.2f s, best %6.2f s", what, first, best));
  }

  private static double seconds(Work work) {
    long before = THREADS.getCurrentThreadCpuTime();
    work.run();
    return (THREADS.getCurrentThreadCpuTime() - before) / 1e9;
  }
}
