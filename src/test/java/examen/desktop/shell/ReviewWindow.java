package examen.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import examen.app.TestProjects;
import examen.app.Workbench;
import examen.desktop.Ui;
import examen.desktop.fx.DirectWork;
import examen.desktop.fx.Texts;
import examen.desktop.settings.SettingsViewModel;
import examen.rating.RaterId;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;

/**
 * A project that ann has open in a window without a screen. All work is done at once, and it is
 * always 10:31.
 */
record ReviewWindow(Workbench workbench, SettingsViewModel settings, ReviewScreen screen, Ui ui)
    implements AutoCloseable {
  static final RaterId ANN = new RaterId("ann");

  /**
   * A new project with the sample transcripts.
   *
   * @param width of the window in pixels, at most 1000 where the mouse is used; so is the height
   */
  static ReviewWindow ofSamples(Path folder, double width, double height) throws Exception {
    Path file = TestProjects.withSamples(folder);
    return of(Workbench.open(file, TestProjects.surroundings(folder)), width, height);
  }

  /** This project, which is closed with the window. */
  static ReviewWindow of(Workbench workbench, double width, double height) throws Exception {
    Ui.start();
    SettingsViewModel settings = Ui.fx(() -> SettingsViewModel.ofOneWindow(new DirectWork()));
    ReviewScreen screen = screen(workbench, ANN, settings);
    Ui ui = Ui.show(screen::root, width, height);
    return new ReviewWindow(workbench, settings, screen, ui).started();
  }

  private static ReviewScreen screen(Workbench workbench, RaterId rater, SettingsViewModel settings)
      throws Exception {
    DirectWork work = new DirectWork();
    Texts texts = Texts.load();
    return Ui.fx(
        () ->
            new ReviewScreen(
                new ReviewViewModel(workbench, rater, work, texts, () -> LocalTime.of(10, 31)),
                settings,
                work,
                texts));
  }

  private ReviewWindow started() throws Exception {
    Ui.fx(
        () -> {
          screen.start();
          return 0;
        });
    Ui.pulses(3);
    return this;
  }

  /** The same window after another rater goes on; this one is not to be closed any more. */
  ReviewWindow handedTo(RaterId rater) throws Exception {
    CompletableFuture.runAsync(screen::close, Platform::runLater).join();
    ReviewScreen other = screen(workbench, rater, settings);
    Ui.fx(
        () -> {
          ui.scene().setRoot(other.root());
          return 0;
        });
    return new ReviewWindow(workbench, settings, other, ui).started();
  }

  @Override
  public void close() {
    CompletableFuture.runAsync(screen::close, Platform::runLater).join();
    workbench.close();
    ui.close();
    assertEquals(List.of(), Ui.uncaught());
  }
}
