package examen.desktop.shell;

import examen.app.TestProjects;
import examen.app.Workbench;
import examen.desktop.Ui;
import examen.desktop.findings.FindingsView;
import examen.desktop.findings.FindingsViewModel;
import examen.desktop.findings.SavingViewModel;
import examen.desktop.fx.DirectWork;
import examen.desktop.fx.Texts;
import examen.report.Report;
import examen.study.Frame;
import examen.study.Studies;
import examen.study.Study;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.Scene;

/**
 * How long the screen's thread is busy, in seconds of the processor, until an analysis that is
 * chosen can be filled in, and until what was found is shown. A program: its argument is a project
 * file. What analyses find is made beforehand.
 */
public final class FindingsWindowTimes {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Map<String, String> SAID =
      Map.ofEntries(
          Map.entry("outcome", "question:misaligned-action=yes"),
          Map.entry("label", "judge-v1/misaligned-action"),
          Map.entry("run", "judge-v1"),
          Map.entry("what", "question:misaligned-action"),
          Map.entry("rows", "goal"),
          Map.entry("columns", "threat"),
          Map.entry("between", "prompt_variant"),
          Map.entry("by", "model,scenario"));

  private final Map<String, Report> made = new HashMap<>();
  private final Frame frame;

  private FindingsWindowTimes(Workbench workbench) {
    frame = workbench.lead().findings().frame();
    for (Study study : Studies.ALL) {
      Map<String, String> said = new TreeMap<>(SAID);
      said.keySet().retainAll(study.choices().stream().map(c -> c.id()).toList());
      if (study.id().equals("span-agreement")) {
        said.remove("what");
      }
      try {
        made.put(
            study.id(),
            workbench.lead().findings().of(frame, study.id(), said, (done, all, what) -> true));
      } catch (examen.app.Refusal e) {
        System.out.println(study.id() + ": " + e.why());
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("examen-times");
    Path copy = folder.resolve("timed.examen");
    Files.copy(Path.of(args[0]), copy);
    try (Workbench workbench = Workbench.open(copy, TestProjects.surroundings(folder))) {
      new FindingsWindowTimes(workbench).run();
    }
    System.exit(0);
  }

  private final class Known implements FindingsViewModel.Asks {
    @Override
    public Frame frame() {
      return frame;
    }

    @Override
    public Optional<Report> of(
        Frame from, String study, Map<String, String> said, examen.app.Progress progress) {
      return Optional.ofNullable(made.get(study));
    }
  }

  private void run() throws Exception {
    DirectWork work = new DirectWork();
    Texts texts = Texts.load();
    FindingsViewModel model =
        new FindingsViewModel(
            new Known(),
            Studies.ALL,
            new FindingsViewModel.Tools(work, texts, behind -> {}, () -> {}));
    try (Ui ui =
        Ui.show(
            () ->
                new FindingsView(
                    model, new SavingViewModel(work, texts), name -> Optional.empty(), texts),
            1000,
            900)) {
      Ui.fx(
          () -> {
            model.open();
            return 0;
          });
      for (int time = 0; time < 2; time++) {
        for (Study study : Studies.ALL) {
          tell(ui.scene(), model, study, time);
        }
      }
    }
  }

  private void tell(Scene scene, FindingsViewModel model, Study study, int time) throws Exception {
    if (made.get(study.id()) == null) {
      return;
    }
    double chosen = busy(scene, () -> model.studyProperty().set(study));
    double shown =
        busy(
            scene,
            () -> {
              model
                  .form()
                  .forEach(
                      field ->
                          field.valueProperty().set(SAID.getOrDefault(field.choice().id(), "")));
              model.make();
            });
    System.out.println(
        String.format(
            Locale.ROOT,
            "%s %-20s chosen %.3f s, shown %.3f s",
            time == 0 ? "first " : "second",
            study.id(),
            chosen,
            shown));
  }

  private static double busy(Scene scene, Runnable action) throws Exception {
    double seconds =
        Ui.fx(
            () -> {
              long before = THREADS.getCurrentThreadCpuTime();
              action.run();
              scene.getRoot().applyCss();
              scene.getRoot().layout();
              return (THREADS.getCurrentThreadCpuTime() - before) / 1e9;
            });
    Ui.pulses(2);
    return seconds;
  }
}
