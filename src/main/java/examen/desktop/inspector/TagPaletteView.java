package examen.desktop.inspector;

import examen.codebook.Tag;
import examen.desktop.fx.KeyCap;
import examen.desktop.fx.OpeningKey;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A field in which one types, and under it the tags that fit. Close it when it is taken away. */
public final class TagPaletteView extends StackPane implements AutoCloseable {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double WIDTH = 420;
  private static final double ROW = 30;
  private static final int ROWS = 11;

  private final TagPaletteViewModel model;
  private final Texts texts;
  private final TextField field = new TextField();
  private final VBox rows = new VBox();
  private final ScrollPane scroll = new ScrollPane(rows);
  private final Label none;
  private final Runnable onClosed;
  private final OpeningKey key;
  private final Subscriptions subscriptions = new Subscriptions();

  /**
   * @param onClosed puts the keyboard back where it was
   */
  public TagPaletteView(TagPaletteViewModel model, Texts texts, Runnable onClosed) {
    this.model = model;
    this.texts = texts;
    this.onClosed = onClosed;
    none = new Label(texts.get("tags.none"));
    none.getStyleClass().add("quiet");
    getStyleClass().add("tag-palette-layer");
    setAlignment(Pos.TOP_CENTER);
    getChildren().add(card());
    key = new OpeningKey(field, subscriptions);
    subscriptions.bindBoth(field.textProperty(), model.typedProperty());
    subscriptions.watchAny(model.found(), this::showFound);
    subscriptions.onChange(model.chosenProperty(), chosen -> mark());
    setVisible(false);
    subscriptions.onChange(model.openProperty(), this::show);
    subscriptions.filter(this, KeyEvent.KEY_PRESSED, this::pressed);
    subscriptions.handle(this, MouseEvent.MOUSE_PRESSED, this::pressedOutside);
  }

  @Override
  public void close() {
    subscriptions.close();
  }

  private VBox card() {
    field.setPromptText(texts.get("tags.prompt"));
    field.setAccessibleText(texts.get("tags.prompt"));
    field.getStyleClass().add("palette-field");
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("palette-scroll");
    VBox card = new VBox(8, field, scroll);
    card.getStyleClass().add("palette-card");
    card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    return card;
  }

  private void show(boolean open) {
    setVisible(open);
    if (open) {
      showFound();
      key.opening();
      field.requestFocus();
    } else {
      onClosed.run();
    }
  }

  private void showFound() {
    rows.getChildren().clear();
    model.found().forEach(tag -> rows.getChildren().add(row(tag)));
    if (model.found().isEmpty()) {
      rows.getChildren().add(none);
    }
    double height = ROW * Math.clamp(model.found().size(), 1, ROWS) + 2;
    scroll.setMinHeight(height);
    scroll.setPrefHeight(height);
    mark();
  }

  private Node row(Tag tag) {
    Region swatch = new Region();
    swatch.getStyleClass().add("swatch");
    Label name = new Label(VisibleText.inOneLine(tag.name()));
    name.getStyleClass().add("annotation-name");
    Label of =
        new Label(model.parent(tag).map(parent -> VisibleText.inOneLine(parent.name())).orElse(""));
    of.getStyleClass().add("card-small");
    of.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(8, swatch, name, of, gap);
    if (model.isRecent(tag)) {
      Label recent = new Label(texts.get("tags.recent"));
      recent.getStyleClass().add("card-small");
      recent.setMinWidth(Region.USE_PREF_SIZE);
      row.getChildren().add(recent);
    }
    tag.keyIfAny().ifPresent(key -> row.getChildren().add(new KeyCap(key)));
    row.getStyleClass().addAll("palette-row", "tag-" + tag.colour());
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinHeight(ROW);
    row.setMaxHeight(ROW);
    row.setOnMouseClicked(event -> model.put(tag));
    return row;
  }

  private void mark() {
    int chosen = model.chosenProperty().get();
    for (int i = 0; i < rows.getChildren().size(); i++) {
      rows.getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == chosen);
    }
    int hidden = model.found().size() - ROWS;
    if (hidden > 0) {
      scroll.setVvalue(Math.clamp((chosen - ROWS / 2.0) / hidden, 0, 1));
    }
  }

  private void pressed(KeyEvent event) {
    boolean used = true;
    switch (event.getCode()) {
      case DOWN -> model.move(1);
      case UP -> model.move(-1);
      case ENTER -> model.put();
      case ESCAPE -> model.close();
      case TAB -> {}
      default -> used = false;
    }
    if (used) {
      event.consume();
    }
  }

  private void pressedOutside(MouseEvent event) {
    if (event.getTarget() == this) {
      model.close();
    }
    event.consume();
  }
}
