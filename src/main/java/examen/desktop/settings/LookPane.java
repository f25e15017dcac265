package examen.desktop.settings;

import examen.app.settings.Appearance;
import examen.app.settings.Density;
import examen.app.settings.LineWidth;
import examen.app.settings.ReadingFont;
import examen.app.settings.ThemeChoice;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

/** How the window looks, and what it does for those who read ugly things. */
final class LookPane extends GridPane {
  private static final List<Integer> BREAKS = List.of(0, 25, 50, 90);

  private final SettingsViewModel model;
  private final Texts texts;
  private final Subscriptions subscriptions;
  private final Slider size =
      new Slider(Appearance.SMALLEST, Appearance.LARGEST, Appearance.DEFAULT.fontPercent());

  LookPane(SettingsViewModel model, Texts texts, Subscriptions subscriptions) {
    this.model = model;
    this.texts = texts;
    this.subscriptions = subscriptions;
    setHgap(18);
    setVgap(10);
    getStyleClass().add("settings-look");
    row("settings.theme", choice("settings.theme", List.of(ThemeChoice.values()), theme()));
    row("settings.size", size());
    row("settings.density", choice("settings.density", List.of(Density.values()), density()));
    row("settings.line", choice("settings.line", List.of(LineWidth.values()), line()));
    row("settings.font", choice("settings.font", List.of(ReadingFont.values()), font()));
    row("settings.break", choice("settings.break", BREAKS, pause()));
    row("settings.warned", choice("settings.warned", List.of(true, false), warned()));
  }

  /** What a choice shows and changes. */
  private record Field<T>(
      Function<T, String> key,
      Function<SettingsViewModel, T> now,
      BiConsumer<SettingsViewModel, T> choose) {}

  private static Field<ThemeChoice> theme() {
    return new Field<>(
        ThemeChoice::wire,
        model -> model.appearance().theme(),
        (model, to) -> model.changeLook(look -> look.with(to)));
  }

  private static Field<Density> density() {
    return new Field<>(
        Density::wire,
        model -> model.appearance().density(),
        (model, to) -> model.changeLook(look -> look.with(to)));
  }

  private static Field<LineWidth> line() {
    return new Field<>(
        LineWidth::wire,
        model -> model.appearance().lineWidth(),
        (model, to) -> model.changeLook(look -> look.with(to)));
  }

  private static Field<ReadingFont> font() {
    return new Field<>(
        ReadingFont::wire,
        model -> model.appearance().font(),
        (model, to) -> model.changeLook(look -> look.with(to)));
  }

  private static Field<Integer> pause() {
    return new Field<>(
        minutes -> minutes == 0 ? "off" : "after",
        model -> model.care().breakMinutes(),
        (model, to) -> model.changeCare(care -> care.withBreak(to)));
  }

  private static Field<Boolean> warned() {
    return new Field<>(
        covers -> covers ? "cover" : "show",
        model -> model.care().coversWarned(),
        (model, to) -> model.changeCare(care -> to ? care.covering() : care.notCovering()));
  }

  private void row(String key, Node control) {
    Label label = new Label(texts.get(key));
    label.setLabelFor(control);
    label.setMinWidth(USE_PREF_SIZE);
    addRow(getRowCount(), label, control);
    setHgrow(control, Priority.ALWAYS);
  }

  private <T> Node choice(String key, List<T> values, Field<T> field) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(values);
    box.setAccessibleText(texts.get(key));
    box.setMinWidth(USE_PREF_SIZE);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : texts.get(key + "." + field.key().apply(value), value);
          }

          @Override
          public T fromString(String words) {
            return box.getValue();
          }
        });
    subscriptions.watch(model.settingsProperty(), now -> box.setValue(field.now().apply(model)));
    box.setOnAction(event -> field.choose().accept(model, box.getValue()));
    return box;
  }

  private Node size() {
    size.setAccessibleText(texts.get("settings.size"));
    size.setBlockIncrement(10);
    size.setMajorTickUnit(20);
    size.setMinorTickCount(1);
    size.setSnapToTicks(true);
    size.setMaxWidth(260);
    HBox.setHgrow(size, Priority.ALWAYS);
    Label percent = new Label();
    percent.setMinWidth(USE_PREF_SIZE);
    subscriptions.watch(
        model.settingsProperty(),
        now -> {
          size.setValue(now.appearance().fontPercent());
          percent.setText(now.appearance().fontPercent() + " %");
        });
    // While it is dragged all would move under the pointer: it holds when it is let go.
    subscriptions.onChange(size.valueProperty(), to -> zoomUnlessDragged());
    subscriptions.onChange(size.valueChangingProperty(), changing -> zoomUnlessDragged());
    HBox line = new HBox(12, size, percent);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private void zoomUnlessDragged() {
    if (!size.isValueChanging()) {
      int percent = (int) Math.round(size.getValue() / 10) * 10;
      model.changeLook(look -> look.withFontPercent(percent));
    }
  }
}
