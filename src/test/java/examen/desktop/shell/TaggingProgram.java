package examen.desktop.shell;

import examen.app.TestProjects;
import examen.app.Workbench;
import examen.desktop.Fonts;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Texts;
import examen.desktop.fx.ThreadedWork;
import examen.rating.RaterId;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalTime;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * The window on a project, in a process that is there to be killed: it tags highlight after
 * highlight, and prints how many annotations there are each time "saved" is shown.
 */
public final class TaggingProgram {
  private TaggingProgram() {}

  public static void main(String[] arguments) {
    Path project = Path.of(arguments[0]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Platform.startup(() -> show(project, out));
  }

  private static void show(Path project, PrintStream out) {
    Fonts.load();
    FxWork work =
        new ThreadedWork(
            thrown -> {
              out.println("failed " + thrown);
              Platform.exit();
            });
    Path folder = project.toAbsolutePath().getParent();
    Workbench workbench =
        Workbench.open(project, TestProjects.surroundings(folder == null ? Path.of(".") : folder));
    ReviewScreen screen =
        new ReviewScreen(workbench, new RaterId("ann"), work, Texts.load(), LocalTime::now);
    Stage stage = new Stage();
    stage.setScene(new Scene(screen.root(), 900, 700));
    stage.show();
    screen.start();
    ReviewViewModel model = screen.model();
    model
        .shell()
        .savedProperty()
        .addListener(
            (property, before, after) -> {
              out.println("saved " + model.inspector().annotations().size());
              tagNext(model);
            });
    work.later(() -> waitForText(model, work));
  }

  private static void waitForText(ReviewViewModel model, FxWork work) {
    if (model.reader().transcriptProperty().get() == null) {
      work.later(() -> waitForText(model, work));
    } else {
      tagNext(model);
    }
  }

  private static void tagNext(ReviewViewModel model) {
    model.reader().walking().nextMessage();
    model.reader().selecting().selectSentence();
    model.putTagWithKey("1");
  }
}
