package examen.desktop.shell;

import examen.app.FreshCodebook;
import examen.app.NewCodebook;
import examen.app.NewerCodebook;
import examen.app.TestProjects;
import examen.app.Workbench;
import examen.codebook.TagId;
import examen.desktop.Screens;
import examen.desktop.Theme;
import examen.desktop.Ui;
import examen.rating.Command;
import examen.rating.Rater;
import examen.rating.RaterId;
import examen.rating.Revealing;
import examen.transcript.Anchor;
import examen.transcript.Span;
import examen.transcript.Transcript;
import examen.transcript.TranscriptId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;

/**
 * Pictures of what the window shows of working in a team, in all themes and two sizes of the
 * window, and in the largest words, written to target/screens for people to look at. A program: run
 * it when what is seen has changed.
 */
public final class TeamPictures {
  private static final RaterId ANN = ReviewWindow.ANN;
  private static final String LONG =
      "Maximiliane-Charlotte von Hohenberg-Wallersteinhausen, Inst. 4";

  private final Path folder;
  private final Path project;
  private final Map<String, State> states = new LinkedHashMap<>();

  /** Brings a fresh window into a state. */
  private interface State {
    void reach(ReviewWindow window) throws Exception;
  }

  private TeamPictures(Path folder) {
    this.folder = folder;
    project = TestProjects.withSamples(folder);
    try (Workbench workbench = Workbench.open(project, TestProjects.surroundings(folder))) {
      workbench.lead().team().put(new Rater(ANN, LONG));
      for (String name :
          List.of("Ben", "\u05de\u05e8\u05d9\u05dd", "Cleo Okonkwo-Featherstonehaugh")) {
        workbench.lead().team().put(new Rater(workbench.raters().newId(), name));
      }
      TranscriptId first = workbench.lead().transcripts().getFirst().id();
      tag(workbench, first, "coercion");
      tag(workbench, first, "unauthorised-action");
      tag(workbench, workbench.lead().transcripts().get(1).id(), "unauthorised-action");
    }
    states();
  }

  public static void main(String[] args) throws Exception {
    Ui.start();
    TeamPictures pictures = new TeamPictures(Files.createTempDirectory("examen-pictures"));
    for (String name : pictures.states.keySet()) {
      if (args.length == 0 || List.of(args).contains(name)) {
        pictures.take(name, 1280, 800, 100);
        pictures.take(name, 1920, 1080, 100);
        pictures.take(name, 1280, 800, 200);
      }
    }
    System.exit(0);
  }

  private void states() {
    states.put("who", window -> at(() -> window.screen().model().shell().whoProperty().set(true)));
    states.put("others-not-yet", window -> at(window.screen().model().others()::open));
    states.put(
        "others-asks",
        window -> {
          window.workbench().lead().team().allow(Revealing.ANY_TIME);
          judged(window);
          at(window.screen().model().others()::open);
        });
    states.put(
        "others-shown",
        window -> {
          window.workbench().lead().team().allow(Revealing.ANY_TIME);
          judged(window);
          at(window.screen().model().others()::open);
          at(window.screen().model().others()::show);
        });
    states.put(
        "read-only",
        window ->
            at(
                () ->
                    window
                        .screen()
                        .model()
                        .shell()
                        .noticeProperty()
                        .set(
                            "This project is open to be read only, as another window has this"
                                + " project open")));
    states.put("newer-choosing", TeamPictures::openNewer);
    states.put(
        "newer-preview",
        window -> {
          openNewer(window);
          Path fresh = FreshCodebook.file(folder, FreshCodebook.ALL_RULES);
          at(() -> window.screen().newer().look(fresh));
        });
    states.put(
        "again",
        window -> {
          put(window.workbench());
          at(window.screen().model()::start);
        });
    states.put(
        "again-filter",
        window -> {
          put(window.workbench());
          at(window.screen().model()::start);
          window.ui().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        });
  }

  private void put(Workbench workbench) throws Exception {
    new NewerCodebook(workbench, ANN)
        .put(NewCodebook.read(FreshCodebook.file(folder, FreshCodebook.ALL_RULES)));
  }

  private static void openNewer(ReviewWindow window) throws Exception {
    window.ui().press(KeyCode.CONTROL, KeyCode.DIGIT5);
    at(window.screen().newer()::open);
  }

  private static void judged(ReviewWindow window) throws Exception {
    Workbench workbench = window.workbench();
    TranscriptId judged =
        workbench.lead().transcripts().stream()
            .map(line -> line.id())
            .filter(id -> !TestProjects.imported(workbench.path(), id).highlights().isEmpty())
            .findFirst()
            .orElseThrow();
    at(() -> window.screen().model().queue().select(judged));
  }

  private static void tag(Workbench workbench, TranscriptId id, String tag) {
    Transcript transcript = workbench.transcript(id, ANN).orElseThrow();
    Anchor anchor = Anchor.at(transcript, 0, 0, new Span(0, 5));
    workbench.act(
        ANN, new Command.PutTag(workbench.newAnnotationId(), new TagId(tag), List.of(anchor), ""));
  }

  private static void at(Runnable action) throws Exception {
    Ui.fx(
        () -> {
          action.run();
          return 0;
        });
    Ui.pulses(3);
  }

  private void take(String name, int width, int height, int percent) throws Exception {
    Path copy = folder.resolve("shown.examen");
    Files.deleteIfExists(copy);
    Files.copy(project, copy);
    Workbench workbench = Workbench.open(copy, TestProjects.surroundings(folder));
    try (ReviewWindow window = ReviewWindow.of(workbench, width, height)) {
      at(() -> window.settings().changeLook(look -> look.withFontPercent(percent)));
      at(() -> Theme.LIGHT.apply(window.ui().scene(), window.settings().appearance()));
      states.getOrDefault(name, any -> {}).reach(window);
      for (Theme theme : List.of(Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST)) {
        at(() -> theme.apply(window.ui().scene(), window.settings().appearance()));
        Thread.sleep(250);
        Ui.pulses(5);
        String size = width + (percent == 100 ? "" : "-" + percent);
        Ui.fx(
            () -> {
              Screens.write(
                  window.screen().root(), "team-" + name + "-" + size + "-" + theme.wire());
              return 0;
            });
      }
    }
  }
}
