package examen.desktop.settings;

import examen.desktop.fx.Sheet;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;

/** The settings over the window; nothing while they are closed. Close it with the window. */
public final class SettingsView extends StackPane implements AutoCloseable {
  private final TabPane tabs = new TabPane();
  private final Subscriptions subscriptions = new Subscriptions();

  public SettingsView(
      SettingsViewModel model, KeyEditorViewModel keys, KeyDialogs dialogs, Texts texts) {
    ScrollPane look = new ScrollPane(new LookPane(model, texts, subscriptions));
    look.setFitToWidth(true);
    look.setFocusTraversable(false);
    look.getStyleClass().add("sheet-scroll");
    tabs.getTabs()
        .addAll(
            new Tab(texts.get("settings.look"), look),
            new Tab(texts.get("settings.keys"), new KeysPane(keys, dialogs, texts, subscriptions)));
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setAccessibleText(texts.get("settings.title"));
    tabs.getStyleClass().add("settings-tabs");
    getChildren()
        .add(
            new Sheet(
                    texts.get("settings.title"), tabs, () -> model.openProperty().set(false), texts)
                .within(760, 600));
    subscriptions.watch(
        model.openProperty(),
        open -> {
          setVisible(open);
          setManaged(open);
          if (open) {
            keys.giveUp();
            tabs.requestFocus();
          }
        });
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
