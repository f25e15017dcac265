package examen.desktop.welcome;

import examen.desktop.fx.Sheet;
import examen.desktop.fx.Subscriptions;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import examen.rating.Rater;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Asks who works here, over the window; nothing while it is closed. */
public final class WhoView extends StackPane implements AutoCloseable {
  private static final double LIST = 180;

  private final WhoViewModel model;
  private final Texts texts;
  private final TextField name = new TextField();
  private final Button enter = new Button();
  private final Button rename = new Button();
  private final VBox people = new VBox(5);
  private final ScrollPane list = new ScrollPane(people);
  private final VBox naming;
  private final Label help = new Label();
  private final Sheet sheet;
  private final Subscriptions subscriptions = new Subscriptions();

  public WhoView(WhoViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    naming = naming();
    help.setWrapText(true);
    help.setMinHeight(USE_PREF_SIZE);
    help.getStyleClass().add("import-hint");
    list.setFitToWidth(true);
    list.setMaxHeight(LIST);
    list.setFocusTraversable(false);
    list.getStyleClass().add("who-list");
    VBox content = new VBox(10, help, list, naming);
    content.getStyleClass().addAll("sheet-body", "who");
    people.getStyleClass().add("who-people");
    sheet =
        new Sheet(texts.get("who.title"), content, model::leave, texts).within(460, USE_PREF_SIZE);
    getChildren().add(sheet);
    subscriptions.bindBoth(name.textProperty(), model.nameProperty());
    subscriptions.watch(model.openProperty(), this::show);
  }

  /** The same where there is no window behind it yet: it looks like the first page. */
  public WhoView asPage() {
    sheet.asPage();
    getStyleClass().addAll("shell", "start");
    return this;
  }

  private VBox naming() {
    name.setPromptText(texts.get("who.name"));
    name.setAccessibleText(texts.get("who.name"));
    name.getStyleClass().add("sheet-field");
    name.setOnAction(event -> first().fire());
    enter.setOnAction(event -> model.enter());
    rename.setText(texts.get("who.rename"));
    rename.setOnAction(event -> model.rename());
    enter.setMinWidth(USE_PREF_SIZE);
    rename.setMinWidth(USE_PREF_SIZE);
    Label problem = new Label();
    problem.setWrapText(true);
    problem.getStyleClass().add("import-hint");
    subscriptions.watch(
        model.problemProperty(),
        key -> {
          problem.setText(key.isEmpty() ? "" : texts.get(key));
          problem.setVisible(!key.isEmpty());
          problem.setManaged(!key.isEmpty());
        });
    HBox buttons = new HBox(8, rename, enter);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    return new VBox(8, name, problem, buttons);
  }

  private Button first() {
    return rename.isVisible() ? rename : enter;
  }

  private void show(boolean open) {
    setVisible(open);
    setManaged(open);
    if (!open) {
      return;
    }
    boolean there = model.canRename();
    help.setText(texts.get(model.takesNames() ? "who.help" : "who.help.fixed"));
    enter.setText(texts.get(there ? "who.other" : "who.begin"));
    see(rename, there);
    see(naming, model.takesNames());
    first().getStyleClass().remove("accent");
    first().getStyleClass().add("accent");
    people.getChildren().setAll(model.known().stream().map(this::person).toList());
    see(list, !model.known().isEmpty());
    if (model.takesNames()) {
      name.requestFocus();
      name.selectAll();
    } else if (!people.getChildren().isEmpty()) {
      people.getChildren().getFirst().requestFocus();
    }
  }

  private Node person(Rater rater) {
    Button person = new Button(VisibleText.inOneLine(rater.name()));
    person.setMaxWidth(Double.MAX_VALUE);
    person.setAlignment(Pos.CENTER_LEFT);
    person.setMnemonicParsing(false);
    person.setOnAction(event -> model.choose(rater));
    return person;
  }

  private static void see(Node node, boolean seen) {
    node.setVisible(seen);
    node.setManaged(seen);
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
