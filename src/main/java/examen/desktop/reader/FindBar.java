package examen.desktop.reader;

import examen.app.search.BadQuery;
import examen.app.search.TextPattern.Option;
import examen.desktop.fx.Icon;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where one types what is to be found in the transcript; nothing while nothing is looked for. */
public final class FindBar extends VBox {
  private final FindViewModel model;
  private final Texts texts;
  private final TextField field = new TextField();
  private final Label count = new Label();
  private final Label mistake = new Label();

  public FindBar(FindViewModel model, Texts texts, Subscriptions subscriptions) {
    super(4);
    this.model = model;
    this.texts = texts;
    getStyleClass().add("find-bar");
    field.getStyleClass().add("find-field");
    field.setPromptText(texts.get("find.prompt"));
    field.setAccessibleText(texts.get("find.prompt"));
    field.setMinWidth(50);
    field.setPrefColumnCount(24);
    HBox.setHgrow(field, Priority.SOMETIMES);
    count.getStyleClass().add("find-count");
    mistake.getStyleClass().add("find-mistake");
    mistake.setWrapText(true);
    HBox line = new HBox(6, field);
    line.setAlignment(Pos.CENTER_LEFT);
    for (Option option : Option.values()) {
      line.getChildren().add(toggle(option, subscriptions));
    }
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    line.getChildren()
        .addAll(
            button("previous", "↑", model::previous),
            button("next", "↓", model::next),
            gap,
            close());
    count.setMinWidth(0);
    getChildren().addAll(line, count, mistake);
    watch(subscriptions);
  }

  private void watch(Subscriptions subscriptions) {
    subscriptions.bindBoth(field.textProperty(), model.wordsProperty());
    subscriptions.watch(
        model.openProperty(),
        open -> {
          setVisible(open);
          setManaged(open);
        });
    subscriptions.watchAny(model.findsProperty(), this::tell);
    subscriptions.watchAny(model.reader().caretProperty(), this::tell);
    subscriptions.watchAny(model.searchingProperty(), this::tell);
    subscriptions.watchAny(model.wrappedProperty(), this::tell);
    subscriptions.watch(model.mistakeProperty(), bad -> tell());
    subscriptions.filter(this, KeyEvent.KEY_PRESSED, this::pressed);
    CaretKeys.keepWithin(this, subscriptions);
    model.setOnAsked(
        () -> {
          field.requestFocus();
          field.selectAll();
        });
    subscriptions.add(() -> model.setOnAsked(() -> {}));
  }

  private void tell() {
    BadQuery bad = model.mistakeProperty().get();
    mistake.setText(
        bad == null ? "" : texts.get("find.mistake", bad.why(), Texts.number(bad.at() + 1)));
    mistake.setVisible(bad != null);
    mistake.setManaged(bad != null);
    count.setText(model.wordsProperty().get().isEmpty() ? texts.get("find.help") : counted());
    count.setVisible(bad == null);
    count.setManaged(bad == null);
    field.setAccessibleHelp(bad != null ? mistake.getText() : count.getText());
  }

  private String counted() {
    if (model.searchingProperty().get()) {
      return texts.get("find.searching");
    }
    Finds finds = model.findsProperty().get();
    int all = finds.hits().size();
    if (all == 0) {
      return texts.get(finds.whole() ? "find.none" : "find.none-yet");
    }
    String number = Texts.number(all) + (finds.whole() ? "" : "+");
    int at = model.number();
    String said =
        at == 0
            ? texts.get(all == 1 ? "find.one" : "find.count", number)
            : texts.get("find.at", Texts.number(at), number);
    if (!finds.whole()) {
      return texts.get("find.cut", said);
    }
    return model.wrappedProperty().get() ? texts.get("find.wrapped", said) : said;
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      model.close();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER
        && event.getTarget().equals(field)
        && !event.isShortcutDown()) {
      if (event.isShiftDown()) {
        model.previous();
      } else {
        model.next();
      }
      event.consume();
    }
  }

  private Node toggle(Option option, Subscriptions subscriptions) {
    ToggleButton toggle = new ToggleButton(texts.get("find." + option.wire()));
    toggle.getStyleClass().setAll("find-toggle");
    toggle.setMinWidth(USE_PREF_SIZE);
    toggle.setAccessibleText(texts.get("find." + option.wire() + ".tip"));
    toggle.setTooltip(new Tooltip(texts.get("find." + option.wire() + ".tip")));
    toggle.setOnAction(event -> model.toggle(option));
    subscriptions.watch(
        model.optionsProperty(), options -> toggle.setSelected(options.contains(option)));
    return toggle;
  }

  private Node button(String name, String sign, Runnable run) {
    Button button = new Button(sign);
    button.getStyleClass().setAll("find-button");
    button.setMinWidth(USE_PREF_SIZE);
    button.setAccessibleText(texts.get("find." + name));
    button.setTooltip(new Tooltip(texts.get("find." + name + ".key")));
    button.setOnAction(event -> run.run());
    return button;
  }

  private Node close() {
    Button close = new Button();
    close.setGraphic(Icon.CLOSE.node(12));
    close.getStyleClass().setAll("quiet-button");
    close.setAccessibleText(texts.get("find.close"));
    close.setTooltip(new Tooltip(texts.get("find.close.key")));
    close.setOnAction(event -> model.close());
    return close;
  }
}
