package examen.desktop.shell;

import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** The first page: the sample project, a project that is there, or a new one. */
public final class StartScreen extends VBox {
  private final Texts texts;
  private final Label line = new Label();
  private final VBox buttons = new VBox(8);

  /**
   * What can be chosen.
   *
   * @param project called with a file that is there or is to be made
   */
  public record Choices(Runnable sample, Consumer<Path> project) {}

  public StartScreen(Choices choices, Texts texts) {
    super(20);
    this.texts = texts;
    getStyleClass().addAll("shell", "start");
    setAlignment(Pos.CENTER);
    Label name = new Label("Examen");
    name.getStyleClass().add("start-name");
    Label purpose = new Label(texts.get("start.purpose"));
    purpose.getStyleClass().add("empty-text");
    Button sample = button("start.sample", choices.sample());
    sample.getStyleClass().add("accent");
    sample.setDefaultButton(true);
    Button open =
        button("start.open", () -> choose(FileChooser::showOpenDialog, choices.project()));
    Button make = button("start.new", () -> choose(FileChooser::showSaveDialog, choices.project()));
    buttons.getChildren().addAll(sample, open, make);
    buttons.setAlignment(Pos.CENTER);
    line.getStyleClass().add("start-line");
    line.setWrapText(true);
    line.setMaxWidth(560);
    getChildren().addAll(name, purpose, buttons, line);
  }

  /** Says what is going on; nothing can be chosen meanwhile. */
  public void busy(String what) {
    buttons.setDisable(true);
    line.getStyleClass().remove("problem");
    line.setText(VisibleText.inOneLine(what));
  }

  /** Says what went wrong. */
  public void problem(String message) {
    buttons.setDisable(false);
    if (!line.getStyleClass().contains("problem")) {
      line.getStyleClass().add("problem");
    }
    line.setText(VisibleText.inOneLine(message));
  }

  private Button button(String text, Runnable action) {
    Button button = new Button(texts.get(text));
    button.setMinWidth(260);
    button.setOnAction(event -> action.run());
    return button;
  }

  private interface Dialog {
    File show(FileChooser chooser, javafx.stage.Window owner);
  }

  private void choose(Dialog dialog, Consumer<Path> chosen) {
    FileChooser chooser = new FileChooser();
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(texts.get("start.projects"), "*.examen"));
    File file = dialog.show(chooser, getScene().getWindow());
    if (file != null) {
      String name = file.getName();
      chosen.accept(name.contains(".") ? file.toPath() : Path.of(file.getPath() + ".examen"));
    }
  }
}
