package examen.desktop.shell;

import examen.app.TestProjects;
import examen.app.Workbench;
import examen.app.settings.Appearance;
import examen.desktop.Theme;
import examen.desktop.Ui;
import examen.desktop.runs.RunsViewModel;
import examen.transcript.TranscriptId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TabPane;

/**
 * Pictures of classifier runs and of what is asked before everything is shown, in all themes and
 * with the largest words, written to target/screens for people to look at. A program.
 */
public final class RunsPictures {
  private final Path folder;
  private final int percent;

  private RunsPictures(Path folder, int percent) {
    this.folder = folder;
    this.percent = percent;
  }

  public static void main(String[] args) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> {
          e.printStackTrace();
          System.exit(1);
        });
    for (int percent : new int[] {100, 200}) {
      RunsPictures pictures =
          new RunsPictures(Files.createTempDirectory("examen-pictures"), percent);
      pictures.empty();
      pictures.full();
    }
    System.exit(0);
  }

  private static void run(Runnable action) throws Exception {
    Ui.fx(
        () -> {
          action.run();
          return 0;
        });
    Ui.pulses(3);
  }

  private ReviewWindow open(Path file) throws Exception {
    Workbench workbench = Workbench.open(file, TestProjects.surroundings(folder));
    ReviewWindow window = ReviewWindow.of(workbench, 1280, 800);
    run(
        () -> {
          window.settings().changeLook(look -> look.withFontPercent(percent));
          window.screen().model().shell().workspaceProperty().set(Workspace.FINDINGS);
        });
    return window;
  }

  private void take(ReviewWindow window, String name) throws Exception {
    Appearance look = window.settings().appearance();
    for (Theme theme : List.of(Theme.DARK, Theme.HIGH_CONTRAST, Theme.LIGHT)) {
      run(
          () -> {
            theme.apply(window.ui().scene(), look);
            window.ui().scene().getRoot().applyCss();
            window.ui().scene().getRoot().layout();
          });
      String end = percent == 100 ? "" : "-" + percent;
      Ui.fx(
          () -> {
            examen.desktop.Screens.write(
                window.ui().scene().getRoot(), "runs-" + name + end + "-" + theme.wire());
            return 0;
          });
    }
  }

  private void empty() throws Exception {
    Path file = folder.resolve("empty.examen");
    Workbench.openOrCreate(file, TestProjects.surroundings(folder)).close();
    try (ReviewWindow window = open(file)) {
      run(window.screen().findingsSheets().runs()::open);
      take(window, "empty");
    }
  }

  private void full() throws Exception {
    try (ReviewWindow window = open(TestProjects.withSamples(folder))) {
      RunsViewModel runs = window.screen().findingsSheets().runs();
      take(window, "findings");
      run(runs::open);
      take(window, "withheld");
      run(runs::close);
      everything(window);
      run(runs::open);
      take(window, "list");
      run(() -> runs.look(labels(window.workbench())));
      take(window, "file");
      tab(window, 1);
      take(window, "refused");
      run(() -> runs.file().nameProperty().set("a/b"));
      Thread.sleep(700);
      Ui.pulses(3);
      take(window, "name");
      run(() -> runs.file().nameProperty().set("judge"));
      Thread.sleep(700);
      run(runs::keep);
      take(window, "kept");
      run(runs::back);
      run(() -> runs.look(values(window.workbench())));
      take(window, "values");
      run(runs::back);
      run(() -> runs.look(several(window.workbench())));
      take(window, "several");
      run(runs::back);
      run(() -> runs.edit(runs.runs().getLast().judged().getFirst()));
      take(window, "mapping");
    }
  }

  private void everything(ReviewWindow window) throws Exception {
    var everything = window.screen().findingsSheets().everything();
    run(everything::open);
    take(window, "everything");
    run(everything::show);
    take(window, "shown");
    run(everything::open);
    take(window, "everything-again");
    run(everything::close);
  }

  private static void tab(ReviewWindow window, int index) throws Exception {
    Node tabs = window.screen().findingsSheets().lookup(".tab-pane");
    run(() -> ((TabPane) tabs).getSelectionModel().select(index));
  }

  private static List<TranscriptId> ids(Workbench workbench) {
    return workbench.lead().transcripts().stream().map(line -> line.id()).toList();
  }

  private Path labels(Workbench workbench) {
    List<String> rows = new ArrayList<>(List.of("transcript,value,score,rationale,seconds,host"));
    List<TranscriptId> ids = ids(workbench);
    for (int i = 0; i < ids.size(); i++) {
      rows.add(ids.get(i) + "," + (i % 3 == 0 ? "C" : "I") + ",0." + i % 10 + ",because,1,h");
    }
    rows.add("nobody knows this one,C,0.5,,1,h");
    rows.add(ids.getFirst() + ",C,high,,1,h");
    rows.add(ids.getFirst() + ",I,0.1,,1,h");
    rows.add(",I,0.1,,1,h");
    return write("judge.csv", rows);
  }

  private Path values(Workbench workbench) {
    List<String> rows = new ArrayList<>(List.of("id,value"));
    List<TranscriptId> ids = ids(workbench);
    for (int i = 0; i < Math.min(40, ids.size()); i++) {
      String value = i == 0 ? "a very long value that says in many words what it has to say " : "v";
      rows.add(ids.get(i) + ",\"" + (i == 0 ? value.repeat(3) : value + i) + "\"");
    }
    return write(
        "a-classifier-with-a-very-long-name-that-somebody-gave-it-in-the-name-of-its-file-and-on-"
            + "and-on-2026-11-22.csv",
        rows);
  }

  private Path several(Workbench workbench) {
    List<String> rows = new ArrayList<>(List.of("id,name,value"));
    for (TranscriptId id : ids(workbench)) {
      rows.add(id + ",harmful behaviour,true");
      rows.add(id + ",stated belief,real");
      rows.add(id + ",a label of a name that is far too long to be shown here whole,0.25");
    }
    return write("several.csv", rows);
  }

  private Path write(String name, List<String> rows) {
    try {
      return Files.writeString(folder.resolve(name), String.join("\n", rows) + "\n");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
