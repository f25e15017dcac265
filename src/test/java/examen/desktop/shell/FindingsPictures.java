package examen.desktop.shell;

import examen.app.TestProjects;
import examen.app.Workbench;
import examen.app.settings.Appearance;
import examen.desktop.Screens;
import examen.desktop.Theme;
import examen.desktop.Ui;
import examen.desktop.findings.FindingsView;
import examen.desktop.findings.FindingsViewModel;
import examen.desktop.findings.MadeUp;
import examen.desktop.findings.SavingViewModel;
import examen.desktop.fx.DirectWork;
import examen.desktop.fx.Texts;
import examen.desktop.settings.SettingsViewModel;
import examen.rating.RaterId;
import examen.report.Report;
import examen.study.Chosen;
import examen.study.Frame;
import examen.study.Going;
import examen.study.Study;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/**
 * Pictures of the Findings workspace in all themes, two sizes of the window and the largest words,
 * written to target/screens for people to look at. A program: its argument is a project file with
 * ratings.
 */
public final class FindingsPictures {
  private final Path project;
  private final Path folder;
  private final List<String> wanted;

  private FindingsPictures(Path project, Path folder, List<String> wanted) {
    this.project = project;
    this.folder = folder;
    this.wanted = wanted;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("examen-pictures");
    List<String> all = List.of(args);
    FindingsPictures pictures =
        new FindingsPictures(Path.of(args[0]), folder, all.subList(1, all.size()));
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> {
          e.printStackTrace();
          System.exit(1);
        });
    for (int[] size : new int[][] {{1280, 800, 100}, {1920, 1080, 100}, {1280, 800, 200}}) {
      pictures.real(size[0], size[1], size[2]);
      pictures.madeUp(size[0], size[1], size[2]);
    }
    System.exit(0);
  }

  private boolean wants(String name) {
    return wanted.isEmpty() || wanted.contains(name);
  }

  /** In the whole window, with the project's own numbers. */
  private void real(int width, int height, int percent) throws Exception {
    if (!wants("real")) {
      return;
    }
    Path copy = folder.resolve("shown.examen");
    Files.deleteIfExists(copy);
    Files.copy(project, copy);
    Workbench workbench = Workbench.open(copy, TestProjects.surroundings(folder));
    try (ReviewWindow window = ReviewWindow.of(workbench, width, height)) {
      FindingsViewModel findings = window.screen().model().analysing().findings();
      Appearance look = look(window.settings(), window.ui(), percent);
      String end = "-" + width + (percent == 100 ? "" : "-" + percent);
      Ui.fx(
          () -> {
            window.screen().model().shell().workspaceProperty().set(Workspace.FINDINGS);
            return 0;
          });
      themes(window.ui(), look, "fnd-begin" + end);
      say(findings, Map.of());
      themes(window.ui(), look, "fnd-missing" + end);
      say(
          findings,
          Map.of(
              "outcome", "question:misaligned-action=yes", "by", "goal,model", "confidence", "2"));
      themes(window.ui(), look, "fnd-wrong" + end);
      say(
          findings,
          Map.of(
              "outcome",
              "question:misaligned-action=yes",
              "by",
              "goal,model",
              "within",
              "scenario=blackmail",
              "confidence",
              "0.9"));
      themes(window.ui(), look, "fnd-rates" + end);
      Ui.fx(
          () -> {
            findings.changed();
            findings.changed();
            return 0;
          });
      scroll(window.ui(), 1);
      themes(window.ui(), look, "fnd-rates-end" + end);
      Ui.fx(
          () -> {
            Node cell = window.ui().scene().getRoot().lookup(".sheet-cell.opens");
            cell.requestFocus();
            return 0;
          });
      themes(window.ui(), look, "fnd-focus" + end);
      window.ui().press(javafx.scene.input.KeyCode.ENTER);
      themes(window.ui(), look, "fnd-opened" + end);
    }
  }

  private static void say(FindingsViewModel findings, Map<String, String> said) throws Exception {
    Ui.fx(
        () -> {
          findings
              .form()
              .forEach(
                  field -> field.valueProperty().set(said.getOrDefault(field.choice().id(), "")));
          findings.open();
          // The controls begin with what was said.
          findings.studyProperty().get();
          findings.make();
          return 0;
        });
    Ui.pulses(3);
  }

  private static Appearance look(SettingsViewModel settings, Ui ui, int percent) throws Exception {
    Ui.fx(
        () -> {
          settings.changeLook(look -> look.withFontPercent(percent));
          Theme.LIGHT.apply(ui.scene(), settings.appearance());
          return 0;
        });
    Ui.pulses(3);
    return settings.appearance();
  }

  /** The workspace alone, with analyses that find what is made up. */
  private void madeUp(int width, int height, int percent) throws Exception {
    Ui.start();
    Path copy = folder.resolve("made-up.examen");
    Files.deleteIfExists(copy);
    Files.copy(project, copy);
    try (Workbench workbench = Workbench.open(copy, TestProjects.surroundings(folder))) {
      Frame frame = workbench.findings(new RaterId("ann")).frame();
      DirectWork work = new DirectWork();
      Texts texts = Texts.load();
      SettingsViewModel settings = Ui.fx(() -> SettingsViewModel.ofOneWindow(work));
      for (Study study : MadeUp.studies()) {
        if (wants(study.id())) {
          FindingsViewModel model =
              new FindingsViewModel(
                  new Asks(frame),
                  MadeUp.studies(),
                  new FindingsViewModel.Tools(work, texts, behind -> {}, () -> {}));
          FindingsView[] view = new FindingsView[1];
          try (Ui ui =
              Ui.show(
                  () -> {
                    view[0] =
                        new FindingsView(
                            model,
                            new SavingViewModel(work, texts),
                            name -> Optional.empty(),
                            texts);
                    return view[0];
                  },
                  width,
                  height)) {
            Appearance look = look(settings, ui, percent);
            Ui.fx(
                () -> {
                  model.open();
                  model
                      .studyProperty()
                      .set(
                          model.studies().stream()
                              .filter(s -> s.id().equals(study.id()))
                              .findFirst()
                              .orElseThrow());
                  model.make();
                  return 0;
                });
            String name = "fnd-" + study.id() + "-" + width + (percent == 100 ? "" : "-" + percent);
            themes(ui, look, name);
            if (study.id().equals("forest") || study.id().equals("confusion")) {
              scroll(ui, 1);
              themes(ui, look, name + "-end");
            }
          }
        }
      }
    }
  }

  private record Asks(Frame frame) implements FindingsViewModel.Asks {
    @Override
    public Optional<Report> of(
        Frame asked, String study, Map<String, String> said, examen.app.Progress progress) {
      Study made =
          MadeUp.studies().stream().filter(s -> s.id().equals(study)).findFirst().orElseThrow();
      return Optional.of(made.of(asked, new Chosen(List.of(), Map.of()), Going.QUIETLY));
    }
  }

  private static void scroll(Ui ui, double to) throws Exception {
    Ui.fx(
        () -> {
          if (ui.scene().getRoot().lookup(".findings-scroll") instanceof ScrollPane pane) {
            pane.setVvalue(to);
          }
          return 0;
        });
    Ui.pulses(2);
  }

  private static void themes(Ui ui, Appearance look, String name) throws Exception {
    for (Theme theme : List.of(Theme.DARK, Theme.HIGH_CONTRAST, Theme.LIGHT)) {
      Ui.fx(
          () -> {
            theme.apply(ui.scene(), look);
            ui.scene().getRoot().applyCss();
            ui.scene().getRoot().layout();
            return 0;
          });
      Ui.pulses(3);
      Ui.fx(
          () -> {
            ui.scene().getRoot().layout();
            Screens.write(ui.scene().getRoot(), name + "-" + theme.wire());
            return 0;
          });
    }
  }
}
