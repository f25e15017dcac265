package examen.desktop.shell;

import examen.app.TestProjects;
import examen.app.Workbench;
import examen.app.settings.Appearance;
import examen.desktop.Screens;
import examen.desktop.Theme;
import examen.desktop.Ui;
import examen.desktop.findings.FindingsViewModel;
import examen.desktop.settings.SettingsViewModel;
import examen.report.Report;
import examen.study.Frame;
import examen.study.Names;
import examen.study.Study;
import examen.study.Variable;
import examen.study.Variables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.control.ScrollPane;

/**
 * Pictures of the Findings workspace, written to target/screens for people to look at: six analyses
 * of a project light and dark, each as the window shows it at first and its whole result; one of
 * them in high contrast, in the largest words and in a small window; an error, and a project
 * without transcripts. A program: its arguments are a project file with ratings and labels, a word
 * with which the names of the pictures begin, and the analyses that are wanted.
 */
public final class FindingsPictures {
  private static final String OUTCOME = "question:misaligned-action=yes";
  private static final List<String> SIX =
      List.of("agreement", "audit", "rates", "compare", "belief-table", "factor-grid");

  private final Path folder;
  private final String prefix;
  private final List<String> wanted;

  /** What is picked, as far as a project has it. */
  private record Picks(Frame frame) {
    Map<String, String> of(String study) {
      Map<String, String> said = new TreeMap<>();
      switch (study) {
        case "agreement" -> {}
        case "audit" -> {
          List<Variable> labels =
              Variables.labels(frame).stream()
                  .filter(label -> label.wire().startsWith("label:judge"))
                  .toList();
          said.put("label", labels.getFirst().wire());
          said.put("what", "question:misaligned-action");
          said.put("against", labels.size() > 1 ? labels.getLast().wire() : "");
        }
        case "compare" -> {
          said.put("outcome", OUTCOME);
          said.put("between", first("prompt_variant", "goal"));
          said.put("base", frame.values(first("prompt_variant", "goal")).getLast());
          said.put("strata", first("scenario"));
          said.put("split", first("split", "urgency"));
        }
        case "factor-grid" -> {
          said.put("outcome", OUTCOME);
          said.put("rows", first("goal"));
          said.put("columns", first("threat", "urgency"));
          said.put("row-levels", levels(first("goal")));
          said.put("column-levels", levels(first("threat", "urgency")));
        }
        case "rates" -> {
          said.put("outcome", OUTCOME);
          said.put("by", Names.write(List.of(first("model"), first("scenario"))));
        }
        default -> said.put("outcome", OUTCOME);
      }
      return said;
    }

    /** The first of these conditions that there is. */
    private String first(String... conditions) {
      return List.of(conditions).stream()
          .filter(frame.conditions()::contains)
          .findFirst()
          .orElse("model");
    }

    private String levels(String condition) {
      List<String> values = frame.values(condition);
      boolean usual = values.contains("none") && values.size() > 2;
      return usual
          ? Names.write(
              List.of(
                  values.stream().filter(v -> !v.equals("none")).findFirst().orElse(""), "none"))
          : "";
    }
  }

  private FindingsPictures(Path folder, String prefix, List<String> wanted) {
    this.folder = folder;
    this.prefix = prefix;
    this.wanted = wanted;
  }

  public static void main(String[] args) throws Exception {
    List<String> all = List.of(args);
    FindingsPictures pictures =
        new FindingsPictures(
            Files.createTempDirectory("examen-pictures"), args[1], all.subList(2, all.size()));
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> {
          e.printStackTrace();
          System.exit(1);
        });
    Path project = Path.of(args[0]);
    pictures.six(project);
    pictures.others(project);
    pictures.empty();
    System.exit(0);
  }

  private boolean wants(String name) {
    return wanted.isEmpty() || wanted.contains(name);
  }

  private Workbench copyOf(Path project) throws Exception {
    Path copy = folder.resolve("shown.examen");
    Files.deleteIfExists(copy);
    Files.copy(project, copy);
    return Workbench.open(copy, TestProjects.surroundings(folder));
  }

  private void six(Path project) throws Exception {
    try (ReviewWindow window = ReviewWindow.of(copyOf(project), 1440, 900)) {
      FindingsViewModel findings = enter(window);
      Picks picks = new Picks(window.workbench().lead().findings().frame());
      Appearance look = look(window, 100);
      for (String study : SIX) {
        if (wants(study)) {
          make(findings, study, picks.of(study));
          tell(findings, study);
          for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            picture(window, theme, look, study + "-" + theme.wire());
          }
          whole(window, look, study);
        }
      }
    }
  }

  /** Other looks of one of them, and an error. */
  private void others(Path project) throws Exception {
    record Look(String name, int width, int height, int percent, Theme theme) {}
    for (Look each :
        List.of(
            new Look("contrast", 1440, 900, 100, Theme.HIGH_CONTRAST),
            new Look("double", 1440, 900, 200, Theme.LIGHT),
            new Look("small", 1280, 800, 100, Theme.LIGHT),
            new Look("error", 1280, 800, 100, Theme.LIGHT))) {
      if (wants(each.name())) {
        try (ReviewWindow window = ReviewWindow.of(copyOf(project), each.width(), each.height())) {
          FindingsViewModel findings = enter(window);
          Map<String, String> said =
              new Picks(window.workbench().lead().findings().frame()).of("rates");
          if (each.name().equals("error")) {
            said.putAll(Map.of("confidence", "2", "within", "scenario=\"none, at all\""));
          }
          Appearance look = look(window, each.percent());
          make(findings, "rates", said);
          picture(window, each.theme(), look, each.name());
        }
      }
    }
  }

  private void empty() throws Exception {
    if (wants("empty")) {
      Path file = folder.resolve("empty.examen");
      Files.deleteIfExists(file);
      Workbench workbench = Workbench.openOrCreate(file, TestProjects.surroundings(folder));
      try (ReviewWindow window = ReviewWindow.of(workbench, 1280, 800)) {
        enter(window);
        picture(window, Theme.LIGHT, look(window, 100), "empty");
      }
    }
  }

  private static FindingsViewModel enter(ReviewWindow window) throws Exception {
    Ui.fx(
        () -> {
          window.screen().model().shell().workspaceProperty().set(Workspace.FINDINGS);
          return 0;
        });
    Ui.pulses(3);
    return window.screen().model().analysing().findings();
  }

  private static void make(FindingsViewModel findings, String study, Map<String, String> said)
      throws Exception {
    Study chosen =
        findings.studies().stream().filter(s -> s.id().equals(study)).findFirst().orElseThrow();
    Ui.fx(
        () -> {
          findings.studyProperty().set(chosen);
          findings
              .form()
              .forEach(
                  field -> field.valueProperty().set(said.getOrDefault(field.choice().id(), "")));
          findings.make();
          return 0;
        });
    Ui.pulses(3);
  }

  /** What was found, for those who look at the pictures. */
  private static void tell(FindingsViewModel findings, String study) {
    FindingsViewModel.Made made = findings.madeProperty().get();
    if (made == null) {
      System.out.println(study + ": nothing; " + findings.refusalProperty().get());
      findings.form().forEach(field -> System.out.println("  " + field.mistakeProperty().get()));
    } else {
      Report report = made.report();
      System.out.println(
          study + ": " + report.tables().size() + " tables, " + report.figures().size());
    }
  }

  private static Appearance look(ReviewWindow window, int percent) throws Exception {
    SettingsViewModel settings = window.settings();
    Ui.fx(
        () -> {
          settings.changeLook(look -> look.withFontPercent(percent));
          Theme.LIGHT.apply(window.ui().scene(), settings.appearance());
          return 0;
        });
    Ui.pulses(3);
    return settings.appearance();
  }

  private void picture(ReviewWindow window, Theme theme, Appearance look, String name)
      throws Exception {
    settle(window, theme, look);
    Ui.fx(
        () -> {
          Screens.write(window.ui().scene().getRoot(), prefix + "-" + name);
          return 0;
        });
  }

  /** The whole result, below what the window shows of it too. */
  private void whole(ReviewWindow window, Appearance look, String study) throws Exception {
    settle(window, Theme.LIGHT, look);
    List<ScrollPane> panes = new ArrayList<>();
    Ui.fx(
        () -> {
          if (window.ui().scene().getRoot().lookup(".findings-scroll") instanceof ScrollPane pane
              && pane.getContent() != null) {
            panes.add(pane);
            Screens.write(pane.getContent(), prefix + "-" + study + "-whole");
          }
          return 0;
        });
    if (panes.isEmpty()) {
      System.out.println(study + ": no result");
    }
  }

  private static void settle(ReviewWindow window, Theme theme, Appearance look) throws Exception {
    Ui.fx(
        () -> {
          theme.apply(window.ui().scene(), look);
          window.ui().scene().getRoot().applyCss();
          window.ui().scene().getRoot().layout();
          return 0;
        });
    Ui.pulses(3);
    Ui.fx(
        () -> {
          window.ui().scene().getRoot().layout();
          return 0;
        });
  }
}
