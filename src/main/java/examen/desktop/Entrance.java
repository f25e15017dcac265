package examen.desktop;

import examen.app.Raters;
import examen.app.Workbench;
import examen.app.settings.Settings;
import examen.desktop.fx.Texts;
import examen.desktop.settings.SettingsViewModel;
import examen.desktop.welcome.WhoView;
import examen.desktop.welcome.WhoViewModel;
import examen.rating.Rater;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** Finds out who works in a project before it is shown; asks only where nobody has said so yet. */
final class Entrance {
  private final Launch launch;
  private final SettingsViewModel settings;
  private final Texts texts;

  Entrance(Launch launch, SettingsViewModel settings, Texts texts) {
    this.launch = launch;
    this.settings = settings;
    this.texts = texts;
  }

  /**
   * Hands over who it is, and has the project write them down with the first that they do.
   *
   * @param show shows what is asked, in place of all else
   * @param left called where no answer is given
   */
  void enter(Workbench opened, Consumer<Parent> show, Consumer<Rater> then, Runnable left) {
    Raters raters = opened.raters();
    String named = launch.rater();
    Settings chosen = settings.settingsProperty().get();
    Optional<Rater> here =
        named == null ? here(raters, chosen.rater()) : Optional.of(raters.meant(named));
    Consumer<Rater> entered =
        rater -> {
          raters.introduce(rater);
          then.accept(rater);
        };
    if (here.isPresent()) {
      entered.accept(here.get());
      return;
    }
    ask(raters, show, entered, left);
  }

  private static Optional<Rater> here(Raters raters, @Nullable Rater person) {
    return person == null ? raters.only() : raters.here(person);
  }

  private void ask(Raters raters, Consumer<Parent> show, Consumer<Rater> entered, Runnable left) {
    WhoViewModel who = new WhoViewModel(raters::newId);
    WhoView view = new WhoView(who, texts).asPage();
    show.accept(view);
    who.ask(
        new WhoViewModel.Question(
            null,
            raters.all(),
            raters.areFixed(),
            rater -> {
              view.close();
              remember(rater);
              entered.accept(rater);
            },
            () -> {
              view.close();
              left.run();
            }));
  }

  /** Who has said so once is not asked again, but may be another in a project that names others. */
  private void remember(Rater rater) {
    settings.change(now -> now.rater() == null ? now.with(rater) : now);
  }
}
