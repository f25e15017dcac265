package examen.desktop;

import examen.app.Progress;
import examen.app.SampleProject;
import examen.app.Workbench;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Texts;
import examen.desktop.fx.ThreadedWork;
import examen.desktop.shell.ReviewScreen;
import examen.desktop.shell.StartScreen;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.concurrent.CountDownLatch;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The program's window: the start page first, or the project that was asked for. */
public final class ExamenWindow {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  private final Launch launch;
  private final Texts texts = Texts.load();
  private final Stage stage = new Stage();
  private final Scene scene = new Scene(new Region(), WIDTH, HEIGHT);
  private final FxWork work = new ThreadedWork(this::failed);
  private @Nullable Workbench workbench;
  private @Nullable ReviewScreen review;
  private @Nullable StartScreen start;

  private ExamenWindow(Launch launch) {
    this.launch = launch;
  }

  /**
   * Opens the window and waits until it is closed.
   *
   * @return whether there was a display to open it on
   */
  public static boolean open(Launch launch) {
    if (!Display.isThere()) {
      return false;
    }
    Fonts.keepColourFontsAway();
    CountDownLatch closed = new CountDownLatch(1);
    if (!Display.start(() -> new ExamenWindow(launch).show(closed))) {
      return false;
    }
    try {
      closed.await();
    } catch (InterruptedException e) {
      Platform.exit();
    }
    return true;
  }

  private void show(CountDownLatch closed) {
    Fonts.load();
    systemTheme().apply(scene);
    stage.setTitle("Examen");
    stage.setScene(scene);
    stage.setMinWidth(860);
    stage.setMinHeight(520);
    stage.setOnCloseRequest(
        event -> {
          if (review != null) {
            event.consume();
            review.leave(stage::hide);
          }
        });
    stage.setOnHidden(
        event -> {
          close();
          closed.countDown();
        });
    startPage();
    stage.show();
    Path project = launch.project();
    if (project != null) {
      openProject(project, launch.sample());
    }
  }

  private static Theme systemTheme() {
    return Platform.getPreferences().getColorScheme() == ColorScheme.DARK
        ? Theme.DARK
        : Theme.LIGHT;
  }

  private void startPage() {
    StartScreen.Choices choices =
        new StartScreen.Choices(
            () -> openProject(new SampleProject(launch.surroundings()).file(), true),
            path -> openProject(path, false));
    StartScreen screen = new StartScreen(choices, texts);
    start = screen;
    put(screen);
  }

  private void openProject(Path project, boolean isSample) {
    if (start != null) {
      start.busy(texts.get(isSample ? "start.preparing-sample" : "start.opening"));
    }
    work.command(() -> bench(project, isSample), this::review);
  }

  private Workbench bench(Path project, boolean isSample) {
    if (isSample) {
      new SampleProject(launch.surroundings()).bring(project, Progress.NONE);
    }
    return Workbench.openOrCreate(project, launch.surroundings());
  }

  private void review(Workbench opened) {
    workbench = opened;
    ReviewScreen screen = new ReviewScreen(opened, launch.rater(), work, texts, LocalTime::now);
    review = screen;
    stage.setTitle(opened.path().getFileName() + " – Examen");
    put(screen.root());
    screen.start();
  }

  private void put(Parent root) {
    scene.setRoot(root);
    root.requestFocus();
  }

  private void failed(Throwable thrown) {
    String message = launch.boundary().problem(thrown).message();
    if (review != null) {
      review.problem(message);
    } else if (start != null) {
      start.problem(message);
    }
  }

  private void close() {
    if (review != null) {
      review.close();
    }
    work.close();
    if (workbench != null) {
      workbench.close();
    }
    Platform.exit();
  }
}
