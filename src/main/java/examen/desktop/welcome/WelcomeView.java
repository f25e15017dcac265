package examen.desktop.welcome;

import examen.desktop.fx.Icon;
import examen.desktop.fx.SafeFlow;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** The first page: projects that were opened before, a new one, another one, the sample project. */
public final class WelcomeView extends ScrollPane {
  private final Choices choices;
  private final Texts texts;
  private final Label line = new Label();
  private final VBox chosen = new VBox(18);

  /**
   * What can be chosen.
   *
   * @param sample opens the sample project
   * @param open asks for a project that is there
   * @param make asks for the file of a new one
   * @param recent called with a project that was opened before
   * @param forget takes a project from the list; its file stays
   */
  public record Choices(
      Runnable sample,
      Runnable open,
      Runnable make,
      Consumer<Path> recent,
      Consumer<Path> forget) {}

  /**
   * @param recent the projects that were opened before, the latest first
   */
  public WelcomeView(Choices choices, List<Path> recent, Texts texts) {
    this.choices = choices;
    this.texts = texts;
    Label name = new Label("Examen");
    name.getStyleClass().add("start-name");
    Label purpose = wrapped("start.purpose");
    purpose.getStyleClass().add("empty-text");
    chosen.getChildren().add(buttons(recent.isEmpty()));
    if (!recent.isEmpty()) {
      chosen.getChildren().add(recent(recent));
    }
    line.getStyleClass().add("start-line");
    VBox page = new VBox(20, name, purpose, chosen, line);
    page.getStyleClass().add("start");
    page.setAlignment(Pos.CENTER);
    page.setFillWidth(true);
    setContent(page);
    setFitToWidth(true);
    setFitToHeight(true);
    setFocusTraversable(false);
    setAccessibleText(texts.get("start.title"));
    getStyleClass().addAll("shell", "start-scroll");
  }

  /** Says what is going on; nothing can be chosen meanwhile. */
  public void busy(String what) {
    chosen.setDisable(true);
    line.getStyleClass().remove("problem");
    say(what);
  }

  /** Says what went wrong. */
  public void problem(String message) {
    chosen.setDisable(false);
    if (!line.getStyleClass().contains("problem")) {
      line.getStyleClass().add("problem");
    }
    say(message);
  }

  private void say(String what) {
    // JavaFX must not wrap right-to-left text, such as the name of a file; it is cut instead.
    line.setWrapText(!SafeFlow.hasRightToLeft(what));
    line.setText(VisibleText.inOneLine(what));
  }

  private Node buttons(boolean first) {
    Button sample = button("start.sample", choices.sample());
    Button open = button("start.open", choices.open());
    Button make = button("start.new", choices.make());
    Button main = first ? sample : open;
    main.getStyleClass().add("accent");
    main.setDefaultButton(first);
    FlowPane buttons = new FlowPane(10, 10, make, open, sample);
    buttons.setAlignment(Pos.CENTER);
    Label tour = wrapped("start.sample.hint");
    tour.getStyleClass().add("import-hint");
    VBox all = new VBox(8, buttons, tour);
    all.setAlignment(Pos.CENTER);
    return all;
  }

  private Node recent(List<Path> recent) {
    Label title = new Label(texts.get("start.recent"));
    title.getStyleClass().add("panel-title");
    VBox list = new VBox(2);
    recent.forEach(path -> list.getChildren().add(row(path)));
    VBox all = new VBox(6, title, list);
    all.setMaxWidth(560);
    VBox box = new VBox(all);
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private Node row(Path path) {
    boolean there = Files.isReadable(path);
    Label name = new Label(VisibleText.inOneLine(String.valueOf(path.getFileName())));
    name.getStyleClass().add("recent-name");
    Label folder =
        new Label(VisibleText.inOneLine(String.valueOf(path.getParent())) + missing(there));
    folder.getStyleClass().add("recent-folder");
    folder.setMinWidth(0);
    VBox words = new VBox(1, name, folder);
    words.setMinWidth(0);
    Button open = new Button();
    open.setGraphic(words);
    open.getStyleClass().setAll("recent");
    open.setAccessibleText(name.getText() + ", " + folder.getText());
    open.setMaxWidth(Double.MAX_VALUE);
    open.setMinWidth(0);
    open.setDisable(!there);
    open.setOnAction(event -> choices.recent().accept(path));
    HBox.setHgrow(open, Priority.ALWAYS);
    HBox row = new HBox(4, open, forget(path));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private String missing(boolean there) {
    return there ? "" : " · " + texts.get("start.missing");
  }

  private Node forget(Path path) {
    String what = texts.get("start.forget", String.valueOf(path.getFileName()));
    Button forget = new Button();
    forget.setGraphic(Icon.CLOSE.node(12));
    forget.getStyleClass().setAll("quiet-button");
    forget.setAccessibleText(VisibleText.inOneLine(what));
    forget.setTooltip(new Tooltip(VisibleText.inOneLine(what)));
    forget.setOnAction(event -> choices.forget().accept(path));
    return forget;
  }

  private Label wrapped(String key) {
    Label label = new Label(texts.get(key));
    label.setWrapText(true);
    label.setMaxWidth(560);
    label.setTextAlignment(TextAlignment.CENTER);
    label.setAlignment(Pos.CENTER);
    return label;
  }

  private Button button(String text, Runnable action) {
    Button button = new Button(texts.get(text));
    button.setOnAction(event -> action.run());
    return button;
  }
}
