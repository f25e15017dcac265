package examen.desktop;

import examen.app.DamagedProject;
import examen.app.Problem;
import examen.app.SampleProject;
import examen.app.Surroundings;
import examen.app.WindowProject;
import examen.app.Workbench;
import examen.app.settings.Appearance;
import examen.app.settings.Settings;
import examen.app.settings.SettingsFile;
import examen.desktop.damage.DamageView;
import examen.desktop.damage.DamageViewModel;
import examen.desktop.fx.Begun;
import examen.desktop.fx.FileDialogs;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Texts;
import examen.desktop.fx.ThreadedWork;
import examen.desktop.fx.Ticker;
import examen.desktop.settings.SettingsViewModel;
import examen.desktop.shell.ReviewScreen;
import examen.desktop.shell.ReviewViewModel;
import examen.desktop.shell.Safekeeping;
import examen.desktop.welcome.WaitingView;
import examen.desktop.welcome.WelcomeView;
import examen.rating.Rater;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.collections.MapChangeListener;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The program's window: the start page first, or the project that was asked for. */
public final class ExamenWindow {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  /** So often it is looked whether other programs have stored something. */
  private static final int LOOK_MILLIS = 1500;

  private final Launch launch;
  private final Texts texts = Texts.load();
  private final Stage stage = new Stage();
  private final Scene scene = new Scene(new Region(), WIDTH, HEIGHT);
  private final FxWork work = new ThreadedWork(this::failed);
  private final SettingsViewModel settings;
  private @Nullable WindowProject project;
  private @Nullable Ticker ticker;
  private @Nullable ReviewScreen review;
  private @Nullable WelcomeView start;
  private @Nullable DamageViewModel damage;

  private ExamenWindow(Launch launch) {
    this.launch = launch;
    settings = new SettingsViewModel(new SettingsFile(launch.settings()), work);
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
    Begun<WindowProject> first = begin(launch);
    CountDownLatch closed = new CountDownLatch(1);
    if (!Display.start(() -> new ExamenWindow(launch).show(first, closed))) {
      if (first != null) {
        first.putAway(WindowProject::close);
      }
      return false;
    }
    try {
      closed.await();
    } catch (InterruptedException e) {
      Platform.exit();
    }
    return true;
  }

  /** A project that is asked for at the start is opened while JavaFX starts. */
  private static @Nullable Begun<WindowProject> begin(Launch launch) {
    Path project = launch.project();
    return project == null
        ? null
        : Begun.of(() -> bench(launch.surroundings(), project, launch.sample()));
  }

  private void show(@Nullable Begun<WindowProject> first, CountDownLatch closed) {
    Fonts.load();
    dress();
    settings.settingsProperty().addListener((property, before, now) -> redress(before, now));
    Platform.getPreferences().addListener((MapChangeListener<String, Object>) change -> dress());
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
    if (first == null) {
      startPage();
    } else {
      // To make the start page would hold up what was asked for.
      put(new WaitingView(opening(launch.sample())));
      work.command(first::await, opened -> enter(opened, launch.sample()));
    }
    stage.show();
  }

  /** Only a change of the looks: to dress a scene takes a moment. */
  private void redress(Settings before, Settings now) {
    if (!before.appearance().equals(now.appearance())) {
      dress();
    }
  }

  private void dress() {
    Appearance appearance = settings.appearance();
    Theme.of(appearance.theme(), systemTheme()).apply(scene, appearance);
  }

  private static Theme systemTheme() {
    Platform.Preferences system = Platform.getPreferences();
    if (system.getBoolean("Windows.SPI.HighContrast").orElse(false)) {
      return Theme.HIGH_CONTRAST;
    }
    return system.getColorScheme() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
  }

  private void startPage() {
    WelcomeView.Choices choices =
        new WelcomeView.Choices(
            () -> openProject(new SampleProject(launch.surroundings()).file(), true),
            () -> ask(FileChooser::showOpenDialog),
            () -> ask(FileChooser::showSaveDialog),
            path -> openProject(path, false),
            path -> {
              settings.change(now -> now.with(now.recent().without(path.toString())));
              startPage();
            });
    damage = null;
    start = new WelcomeView(choices, recent(), texts);
    put(start);
    if (!settings.problem().isEmpty()) {
      start.problem(settings.problem());
    }
  }

  private List<Path> recent() {
    List<Path> paths = new ArrayList<>();
    for (String text : settings.settingsProperty().get().recent().paths()) {
      try {
        paths.add(Path.of(text));
      } catch (InvalidPathException e) {
        // Another system wrote it: here it is no path, and so no project.
      }
    }
    return paths;
  }

  private void ask(BiFunction<FileChooser, Window, @Nullable File> dialog) {
    FileChooser chooser = new FileChooser();
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(texts.get("start.projects"), "*.examen"));
    File file = dialog.apply(chooser, stage);
    if (file != null) {
      String name = file.getName();
      openProject(name.contains(".") ? file.toPath() : Path.of(file.getPath() + ".examen"), false);
    }
  }

  private void openProject(Path project, boolean isSample) {
    damage = null;
    if (start != null) {
      start.busy(opening(isSample));
    }
    work.command(
        () -> bench(launch.surroundings(), project, isSample), opened -> enter(opened, isSample));
  }

  private String opening(boolean isSample) {
    return texts.get(isSample ? "start.preparing-sample" : "start.opening");
  }

  private static WindowProject bench(Surroundings surroundings, Path project, boolean isSample) {
    return isSample
        ? WindowProject.openSample(project, surroundings)
        : WindowProject.open(project, surroundings);
  }

  private void enter(WindowProject shown, boolean isSample) {
    project = shown;
    Workbench opened = shown.workbench();
    new Entrance(launch, settings, texts)
        .enter(opened, this::put, rater -> review(opened, rater, isSample), this::putAway);
  }

  /** Nobody has said who they are: the project is closed again. */
  private void putAway() {
    WindowProject opened = project;
    project = null;
    if (opened != null) {
      work.command(
          () -> {
            opened.close();
            return true;
          },
          closed -> startPage());
    }
  }

  private void review(Workbench opened, Rater rater, boolean isSample) {
    // Meanwhile the window is made.
    work.query("rules", () -> ready(opened), ready -> {});
    String path = opened.path().toAbsolutePath().toString();
    settings.change(now -> now.with(now.recent().opened(path)));
    ReviewScreen screen =
        new ReviewScreen(
            new ReviewViewModel(opened, rater.id(), work, texts, LocalTime::now),
            settings,
            work,
            texts);
    review = screen;
    screen.setOnOther(other -> handOver(opened, other));
    screen.setOnReopen(() -> reopen(opened, rater));
    stage.setTitle(opened.path().getFileName() + " – Examen");
    put(screen.root());
    screen.start();
    Safekeeping safekeeping = screen.model().safekeeping();
    safekeeping.begin();
    stopLooking();
    ticker = new Ticker(LOOK_MILLIS, safekeeping::look);
    if (isSample) {
      screen.tourOnce();
    }
  }

  /** Another person goes on in the same project. */
  private void handOver(Workbench opened, Rater other) {
    ReviewScreen before = review;
    if (before != null) {
      before.leave(
          () -> {
            review = null;
            stopLooking();
            before.close();
            opened.raters().introduce(other);
            review(opened, other, false);
          });
    }
  }

  /** The same person goes on, with the codebook that the project has now. */
  private void reopen(Workbench opened, Rater rater) {
    ReviewScreen before = review;
    WindowProject closing = project;
    if (before == null || closing == null) {
      return;
    }
    review = null;
    project = null;
    stopLooking();
    before.close();
    put(new WaitingView(texts.get("start.opening")));
    work.command(
        () -> {
          closing.close();
          return WindowProject.open(opened.path(), launch.surroundings());
        },
        again -> {
          project = again;
          again.workbench().raters().introduce(rater);
          review(again.workbench(), rater, false);
        });
  }

  private static boolean ready(Workbench opened) {
    opened.rules().makeReady();
    return true;
  }

  private void put(Parent root) {
    scene.setRoot(root);
    root.requestFocus();
  }

  private void failed(Throwable thrown) {
    Problem problem = launch.boundary().problem(thrown);
    String message = problem.message();
    if (review != null) {
      review.problem(message);
      return;
    }
    if (problem.damaged() != null && damage == null) {
      damaged(problem.damaged());
      return;
    }
    if (damage != null) {
      damage.problemProperty().set(message);
      return;
    }
    if (start == null) {
      startPage();
    }
    Objects.requireNonNull(start).problem(message);
  }

  /** In place of the project: what can be done about it. */
  private void damaged(Path file) {
    DamageViewModel model =
        new DamageViewModel(
            new DamagedProject(file, launch.surroundings()),
            new DamageViewModel.Means(work, again -> openProject(again, false), this::startPage));
    damage = model;
    DamageView view = new DamageView(model, new FileDialogs(() -> stage, texts), texts);
    put(view);
    model.look();
    view.takeFocus();
  }

  private void stopLooking() {
    if (ticker != null) {
      ticker.close();
      ticker = null;
    }
  }

  private void close() {
    if (review != null) {
      review.close();
    }
    stopLooking();
    work.close();
    if (project != null) {
      project.close();
    }
    Platform.exit();
  }
}
