package examen.desktop.shell;

import examen.desktop.care.WarningView;
import examen.desktop.care.WarningViewModel;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.reader.ReaderView;
import examen.desktop.settings.SettingsViewModel;
import examen.desktop.welcome.BreakViewModel;
import java.time.InstantSource;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/** Covers texts that the codebook warns of, and proposes breaks. */
final class Caring implements AutoCloseable {
  private final WarningViewModel warned;
  private final WarningView warning;
  private final Subscriptions subscriptions = new Subscriptions();

  /**
   * @param root where the user does something
   */
  Caring(
      ReviewViewModel review,
      SettingsViewModel settings,
      ReaderView reader,
      Node root,
      Texts texts) {
    warned = review.warning();
    warning = new WarningView(warned, texts, reader::requestFocus);
    warned.setWanted(() -> settings.care().coversWarned());
    subscriptions.onChange(settings.settingsProperty(), now -> warned.look());
    subscriptions.watch(
        warned.coveringProperty(),
        covering -> {
          if (covering) {
            reader.cover();
          } else {
            reader.uncover();
          }
        });
    subscriptions.filter(reader, KeyEvent.KEY_PRESSED, this::pressed);
    breaks(review, settings, root, texts);
  }

  /** What stands over the text. */
  Node warning() {
    return warning;
  }

  private void pressed(KeyEvent event) {
    // Elsewhere in the reader, Enter means something else: in the bar to find words, for one.
    boolean asked =
        event.getCode() == KeyCode.ENTER
            && !event.isShortcutDown()
            && event.getTarget() instanceof ReaderView;
    if (asked && warned.coveringProperty().get()) {
      warned.uncover();
      event.consume();
    }
  }

  private void breaks(ReviewViewModel review, SettingsViewModel settings, Node root, Texts texts) {
    BreakViewModel breaks =
        new BreakViewModel(
            InstantSource.system(),
            () -> settings.care().breakMinutes(),
            minutes -> texts.get("shell.care.break", Texts.number(minutes)),
            review.shell().careProperty());
    subscriptions.filter(root, InputEvent.ANY, event -> breaks.active());
    Timeline clock = new Timeline(new KeyFrame(Duration.seconds(30), event -> breaks.look()));
    clock.setCycleCount(Animation.INDEFINITE);
    clock.play();
    subscriptions.add(clock::stop);
  }

  @Override
  public void close() {
    subscriptions.close();
    warning.close();
  }
}
