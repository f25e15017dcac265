package examen.desktop.shell;

import examen.app.TestProjects;
import examen.app.Workbench;
import examen.app.settings.Appearance;
import examen.codebook.QuestionId;
import examen.desktop.Screens;
import examen.desktop.Theme;
import examen.desktop.Ui;
import examen.desktop.settings.SettingsViewModel;
import examen.rating.RaterId;
import examen.transcript.Conditions;
import examen.transcript.TranscriptId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;

/**
 * Pictures of every state of the Review workspace in all themes and two sizes of the window, and in
 * the largest words, written to target/screens for people to look at. A program: run it when what
 * is seen has changed.
 */
public final class WorkspacePictures {
  private static final RaterId ANN = ReviewWindow.ANN;

  private final Path project;
  private final Path folder;
  private final Map<String, State> states = new LinkedHashMap<>();

  /** Brings a fresh window into a state. */
  private interface State {
    void reach(Shown shown) throws Exception;
  }

  private WorkspacePictures(Path folder) {
    this.folder = folder;
    project = TestProjects.withSamples(folder);
    reading();
    annotated();
    viewing();
    finding();
    answering();
    sheets();
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("examen-pictures");
    WorkspacePictures pictures = new WorkspacePictures(folder);
    for (String name : pictures.states.keySet()) {
      if (args.length == 0 || List.of(args).contains(name)) {
        pictures.take(name, 1280, 800, 100);
        pictures.take(name, 1920, 1080, 100);
        pictures.take(name, 1280, 800, 200);
      }
    }
    System.exit(0);
  }

  private void reading() {
    states.put("reading", shown -> shown.go("blackmail"));
    states.put(
        "highlight",
        shown -> {
          shown.go("blackmail");
          shown.ui().press(KeyCode.N);
        });
    states.put(
        "annotation",
        shown -> {
          shown.go("leaking");
          shown.ui().press(KeyCode.N);
          shown.ui().press(KeyCode.A);
          shown.ui().press(KeyCode.N);
          shown.ui().press(KeyCode.A);
          shown.ui().press(KeyCode.S);
          shown.ui().press(KeyCode.DIGIT1);
          shown.ui().press(KeyCode.SHIFT, KeyCode.DIGIT3);
        });
    states.put("covered", shown -> shown.go("murder"));
    states.put(
        "source",
        shown -> {
          shown.go("blackmail");
          shown.ui().press(KeyCode.CONTROL, KeyCode.U);
        });
    states.put("problem", shown -> shown.ui().press(KeyCode.DIGIT1));
  }

  /** The same transcript with none, a thousand and ten thousand annotations. */
  private void annotated() {
    for (int count : List.of(0, 1_000, 10_000)) {
      states.put(
          "annotations-" + count,
          shown -> {
            TranscriptId id = shown.go("blackmail");
            if (count > 0) {
              WindowProject.annotate(shown.workbench(), id, count);
            }
            shown.go("leaking");
            shown.select(id);
            shown.ui().press(KeyCode.N);
            if (count > 0) {
              shown.ui().press(KeyCode.SHIFT, KeyCode.N);
            }
          });
    }
  }

  private void viewing() {
    states.put(
        "folded",
        shown -> {
          shown.go("blackmail");
          shown.ui().press(KeyCode.Z);
          shown.ui().press(KeyCode.F);
        });
    states.put(
        "alone",
        shown -> {
          shown.go("blackmail");
          shown.ui().press(KeyCode.SHIFT, KeyCode.G);
          shown.ui().press(KeyCode.F);
        });
    states.put(
        "rendered",
        shown -> {
          shown.go("leaking");
          shown.ui().press(KeyCode.N);
          shown.ui().press(KeyCode.R);
        });
    states.put("branches", Shown::goToFork);
    states.put(
        "columns",
        shown -> {
          shown.goToFork();
          shown.ui().press(KeyCode.ALT, KeyCode.C);
        });
    states.put(
        "goto",
        shown -> {
          shown.go("blackmail");
          shown.ui().press(KeyCode.CONTROL, KeyCode.G);
          shown.ui().press(KeyCode.DIGIT2);
        });
  }

  private void finding() {
    states.put(
        "find",
        shown -> {
          shown.go("blackmail");
          shown.ui().press(KeyCode.CONTROL, KeyCode.F);
          shown.type(KeyCode.M, KeyCode.A, KeyCode.I, KeyCode.L);
        });
    states.put(
        "search",
        shown -> {
          shown.ui().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
          shown.type(KeyCode.L, KeyCode.E, KeyCode.V, KeyCode.E, KeyCode.R, KeyCode.A);
          shown.type(KeyCode.G, KeyCode.E, KeyCode.ENTER);
        });
    states.put(
        "find-search",
        shown -> {
          shown.go("blackmail");
          shown.ui().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
          shown.type(KeyCode.M, KeyCode.A, KeyCode.I, KeyCode.L, KeyCode.ENTER);
          shown.ui().press(KeyCode.CONTROL, KeyCode.F);
          shown.type(KeyCode.M, KeyCode.A, KeyCode.I, KeyCode.L);
        });
    states.put(
        "search-covered",
        shown -> {
          shown.go("murder");
          shown.ui().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
          shown.type(KeyCode.D, KeyCode.O, KeyCode.O, KeyCode.R, KeyCode.ENTER);
        });
    states.put("filter", shown -> shown.ui().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L));
  }

  private void answering() {
    states.put(
        "question",
        shown -> {
          shown.go("blackmail");
          shown.ui().press(KeyCode.TAB);
        });
    states.put(
        "refused",
        shown -> {
          shown.go("blackmail");
          shown.ui().press(KeyCode.CONTROL, KeyCode.ENTER);
        });
    states.put(
        "submitted",
        shown -> {
          TranscriptId here = shown.go("blackmail");
          Ui.fx(
              () -> {
                Answering answering = shown.screen().model().answering();
                answering.answer(new QuestionId("misaligned-action"), "no");
                answering.answer(new QuestionId("stated-belief"), "not-stated");
                answering.answer(new QuestionId("ethical-acknowledgement"), "no");
                answering.answer(new QuestionId("strategic-reasoning"), "no");
                answering.answer(new QuestionId("usable"), "yes");
                return 0;
              });
          shown.ui().press(KeyCode.CONTROL, KeyCode.ENTER);
          shown.select(here);
        });
  }

  private void sheets() {
    states.put("palette", shown -> shown.ui().press(KeyCode.CONTROL, KeyCode.K));
    states.put("keys", shown -> shown.ui().press(KeyCode.F1));
    states.put("settings", shown -> shown.ui().press(KeyCode.CONTROL, KeyCode.COMMA));
    states.put("tags", shown -> shown.ui().press(KeyCode.T));
    states.put(
        "steps",
        shown -> {
          shown.go("blackmail");
          shown.ui().press(KeyCode.N);
          shown.ui().press(KeyCode.A);
          shown.ui().press(KeyCode.N);
          shown.ui().press(KeyCode.X);
          shown.ui().press(KeyCode.CONTROL, KeyCode.Z);
          shown.ui().press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.Z);
        });
    states.put("import", shown -> shown.ui().press(KeyCode.CONTROL, KeyCode.I));
  }

  private void take(String name, int width, int height, int percent) throws Exception {
    Path copy = folder.resolve("shown.examen");
    Files.deleteIfExists(copy);
    Files.copy(project, copy);
    Workbench workbench = Workbench.open(copy, TestProjects.surroundings(folder));
    try (ReviewWindow window = ReviewWindow.of(workbench, width, height)) {
      SettingsViewModel settings = window.settings();
      Ui ui = window.ui();
      Ui.fx(
          () -> {
            settings.changeLook(look -> look.withFontPercent(percent));
            Theme.LIGHT.apply(ui.scene(), settings.appearance());
            return 0;
          });
      Ui.pulses(3);
      Shown shown = new Shown(window.screen(), workbench, settings.appearance(), ui);
      states.getOrDefault(name, any -> {}).reach(shown);
      for (Theme theme : List.of(Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST)) {
        shown.write(theme, "ws-" + name + "-" + width + (percent == 100 ? "" : "-" + percent));
      }
    }
  }

  /** A window in which something is shown. */
  private record Shown(ReviewScreen screen, Workbench workbench, Appearance look, Ui ui) {
    /** Opens the first transcript of a scenario. */
    TranscriptId go(String scenario) throws Exception {
      TranscriptId id =
          workbench.lead().transcripts().stream()
              .filter(
                  line -> line.conditions().get(Conditions.SCENARIO).orElse("").equals(scenario))
              .findFirst()
              .orElseThrow()
              .id();
      select(id);
      return id;
    }

    /** Opens the first transcript that has more ways than one. */
    void goToFork() throws Exception {
      for (var line : workbench.lead().transcripts()) {
        if (workbench.transcript(line.id(), ANN).orElseThrow().branches().size() > 1) {
          select(line.id());
          return;
        }
      }
    }

    void type(KeyCode... keys) throws Exception {
      for (KeyCode key : keys) {
        ui.press(key);
      }
    }

    void select(TranscriptId id) throws Exception {
      Ui.fx(
          () -> {
            screen.model().queue().select(id);
            return 0;
          });
      Ui.pulses(3);
    }

    void write(Theme theme, String name) throws Exception {
      Ui.fx(
          () -> {
            theme.apply(ui.scene(), look);
            return 0;
          });
      // What opens and closes softly comes to rest.
      Thread.sleep(250);
      Ui.pulses(5);
      Ui.fx(
          () -> {
            Screens.write(screen.root(), name + "-" + theme.wire());
            return 0;
          });
    }
  }
}
