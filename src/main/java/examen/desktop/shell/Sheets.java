package examen.desktop.shell;

import examen.desktop.commands.KeySheetView;
import examen.desktop.commands.KeySheetViewModel;
import examen.desktop.commands.PaletteView;
import examen.desktop.commands.PaletteViewModel;
import examen.desktop.fx.Action;
import examen.desktop.fx.ActionGroup;
import examen.desktop.fx.Keymap;
import examen.desktop.fx.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.layout.StackPane;

/** The sheets of the window that are for all workspaces: the palette and the list of keys. */
final class Sheets extends StackPane implements AutoCloseable {
  private final List<Action> own;
  private final PaletteViewModel palette;
  private final KeySheetViewModel keys;
  private final PaletteView paletteView;
  private final KeySheetView keysView;
  private final BooleanBinding open;
  private final Offers offers;

  /**
   * @param others what can be done in the workspaces
   */
  Sheets(ReviewViewModel review, List<Action> others, Keymap keymap, Texts texts) {
    setPickOnBounds(false);
    own =
        Stream.of(
                Action.of("palette", () -> palette().open(), "Shortcut+K"),
                Action.of("keys", () -> keySheet().open(), "?", "F1"))
            .map(action -> action.in(ActionGroup.WINDOW))
            .toList();
    offers =
        new Offers(review, Stream.concat(own.stream(), others.stream()).toList(), keymap, texts);
    palette = new PaletteViewModel(offers::entries);
    keys = new KeySheetViewModel(offers::actions, offers::tagKeys, keymap, texts);
    paletteView = new PaletteView(palette, texts);
    keysView = new KeySheetView(keys, texts);
    getChildren().addAll(paletteView, keysView);
    open =
        Bindings.createBooleanBinding(
            () -> palette.openProperty().get() || keys.openProperty().get(),
            palette.openProperty(),
            keys.openProperty());
  }

  /** What opens these sheets. */
  List<Action> actions() {
    return own;
  }

  /** Whether one of them is shown. */
  BooleanBinding openProperty() {
    return open;
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
  }
}
