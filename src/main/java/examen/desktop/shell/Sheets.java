package examen.desktop.shell;

import examen.desktop.commands.KeySheetView;
import examen.desktop.commands.KeySheetViewModel;
import examen.desktop.commands.PaletteView;
import examen.desktop.commands.PaletteViewModel;
import examen.desktop.fx.Action;
import examen.desktop.fx.ActionGroup;
import examen.desktop.fx.FileDialogs;
import examen.desktop.fx.FxWork;
import examen.desktop.fx.Keymap;
import examen.desktop.fx.Texts;
import examen.desktop.history.HistoryView;
import examen.desktop.history.HistoryViewModel;
import examen.desktop.others.OthersView;
import examen.desktop.queue.QueueRow;
import examen.desktop.settings.KeyConflicts;
import examen.desktop.settings.KeyEditorViewModel;
import examen.desktop.settings.SettingsView;
import examen.desktop.settings.SettingsViewModel;
import examen.desktop.settings.SystemKeyDialogs;
import examen.desktop.welcome.TourViewModel;
import examen.desktop.welcome.WhoView;
import examen.desktop.welcome.WhoViewModel;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.scene.layout.StackPane;

/** The sheets of the window that are for all workspaces: the palette and the list of keys. */
final class Sheets extends StackPane implements AutoCloseable {
  private static final List<TourViewModel.Hint> HINTS =
      List.of(
          new TourViewModel.Hint(".queue", "tour.queue"),
          new TourViewModel.Hint(".reader", "tour.reader"),
          new TourViewModel.Hint(".layer-bar", "tour.highlights"),
          new TourViewModel.Hint(".reader-map", "tour.map"),
          new TourViewModel.Hint(".inspector", "tour.inspector"),
          new TourViewModel.Hint(".status-bar", "tour.status"),
          new TourViewModel.Hint(".rail", "tour.rail"),
          new TourViewModel.Hint(".reader-head", "tour.end-of"));

  private final List<Action> own;
  private final PaletteViewModel palette;
  private final KeySheetViewModel keys;
  private final PaletteView paletteView;
  private final KeySheetView keysView;
  private final SettingsViewModel settings;
  private final TourViewModel tour = new TourViewModel(HINTS);
  private final SettingsView settingsView;
  private final HistoryView historyView;
  private final OthersView othersView;
  private final WhoView whoView;
  private final BooleanBinding open;
  private final Offers offers;

  /**
   * @param others what can be done in the workspaces
   */
  Sheets(
      ReviewViewModel review,
      List<Action> others,
      SettingsViewModel settings,
      FxWork work,
      Texts texts) {
    setPickOnBounds(false);
    this.settings = settings;
    Keymap keymap = settings.keymap();
    own = own(review.shell());
    offers =
        new Offers(review, Stream.concat(own.stream(), others.stream()).toList(), keymap, texts);
    palette = new PaletteViewModel(offers::entries);
    keys = new KeySheetViewModel(offers::actions, offers::tagKeys, keymap, texts);
    paletteView = new PaletteView(palette, texts);
    keysView = new KeySheetView(keys, texts);
    settingsView = settingsView(work, texts);
    BooleanProperty steps = review.shell().historyProperty();
    historyView = new HistoryView(new HistoryViewModel(means(review, work), steps, texts), texts);
    othersView = new OthersView(review.others(), texts);
    WhoViewModel who = review.identity().who();
    whoView = new WhoView(who, texts);
    review.identity().setOnName(rater -> settings.change(now -> now.with(rater)));
    getChildren().addAll(paletteView, keysView, settingsView, historyView, whoView, othersView);
    open =
        palette
            .openProperty()
            .or(keys.openProperty())
            .or(settings.openProperty())
            .or(steps)
            .or(who.openProperty())
            .or(review.others().openProperty());
  }

  private List<Action> own(ShellViewModel shell) {
    return Stream.of(
            Action.of("palette", () -> palette().open(), "Shortcut+K"),
            Action.of("keys", () -> keySheet().open(), "?", "F1"),
            Action.of("settings", () -> settings().openProperty().set(true), "Shortcut+Comma"),
            Action.of("larger", () -> settings().zoom(10), "Shortcut+Plus", "Shortcut+Equals"),
            Action.of("smaller", () -> settings().zoom(-10), "Shortcut+Minus"),
            Action.of("usual-size", this::usualSize, "Shortcut+0"),
            Action.of("tour", () -> tour().start()),
            Action.of("who", () -> shell.whoProperty().set(true)),
            Action.of("history", () -> shell.historyProperty().set(true), "Shortcut+Alt+Z"))
        .map(action -> action.in(ActionGroup.WINDOW))
        .toList();
  }

  private SettingsView settingsView(FxWork work, Texts texts) {
    List<Action> all = offers.actions();
    KeyEditorViewModel editor =
        new KeyEditorViewModel(
            settings, all, new KeyConflicts(all, offers::tagWith, texts), work, texts);
    FileDialogs files = new FileDialogs(() -> getScene().getWindow(), texts);
    return new SettingsView(settings, editor, new SystemKeyDialogs(files), texts);
  }

  private static HistoryViewModel.Means means(ReviewViewModel review, FxWork work) {
    Past past = review.past();
    return new HistoryViewModel.Means(
        work,
        past::steps,
        id ->
            review.queue().rows().stream()
                .filter(row -> row.id().equals(id))
                .map(QueueRow::title)
                .findFirst()
                .orElse(id.toString()),
        past::goTo,
        ZoneId.systemDefault());
  }

  private void usualSize() {
    settings.changeLook(look -> look.withFontPercent(100));
  }

  TourViewModel tour() {
    return tour;
  }

  SettingsViewModel settings() {
    return settings;
  }

  /** What opens these sheets. */
  List<Action> actions() {
    return own;
  }

  /** Whether one of them is shown. */
  BooleanBinding openProperty() {
    return open;
  }

  /** All that can be done. */
  Offers offers() {
    return offers;
  }

  PaletteViewModel palette() {
    return palette;
  }

  KeySheetViewModel keySheet() {
    return keys;
  }

  @Override
  public void close() {
    paletteView.close();
    keysView.close();
    settingsView.close();
    historyView.close();
    othersView.close();
    whoView.close();
  }
}
