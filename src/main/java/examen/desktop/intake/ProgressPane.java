package examen.desktop.intake;

import examen.desktop.fx.Buttons;
import examen.desktop.fx.Local;
import examen.desktop.fx.Texts;
import examen.desktop.fx.TimeLeft;
import examen.desktop.fx.VisibleText;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** Shows how far looking or importing is, and offers to stop it. */
final class ProgressPane extends Pane {
  private final Texts texts;
  private final ProgressBar bar = new ProgressBar();
  private final Label count = label("", "import-count");
  private final Label pace = label("", "import-quiet");
  private final Label file = shortLabel("", "import-quiet");
  private final Button stop;

  private ProgressPane(ImportViewModel model, Texts texts, Button stop, Node... others) {
    this.texts = texts;
    this.stop = stop;
    bar.setMaxWidth(560);
    bar.setPrefWidth(560);
    bar.getStyleClass().add("import-bar");
    file.setMaxWidth(560);
    VBox content = new VBox(12, count, bar, file, pace);
    content.setAlignment(Pos.CENTER);
    content.getStyleClass().add("import-content");
    Node[] buttons = new Node[others.length + 2];
    buttons[0] = gap();
    buttons[1] = stop;
    System.arraycopy(others, 0, buttons, 2, others.length);
    fill(content, buttons);
    subscriptions.watch(model.advanceProperty(), this::show);
  }

  /** While files are looked at. */
  static ProgressPane looking(ImportViewModel model, Texts texts) {
    Button enough = Buttons.ofEnter(texts.get("import.looking.enough"), model::stopLooking);
    ProgressPane pane =
        new ProgressPane(
            model, texts, enough, Buttons.ofEnter(texts.get("import.cancel"), model::back));
    pane.watchStop(model, "import.looking.enough", "import.looking.stopping");
    return pane;
  }

  /** While files are taken in. */
  static ProgressPane importing(ImportViewModel model, Texts texts) {
    Button stop = Buttons.ofEnter(texts.get("import.importing.stop"), model::stopImport);
    ProgressPane pane = new ProgressPane(model, texts, stop);
    pane.watchStop(model, "import.importing.stop", "import.importing.stopping");
    return pane;
  }

  @Override
  Node first() {
    return stop;
  }

  private void watchStop(ImportViewModel model, String normally, String stopping) {
    subscriptions.watch(
        model.stoppingProperty(),
        asked -> {
          stop.setText(texts.get(asked ? stopping : normally));
          stop.setDisable(asked);
        });
  }

  private void show(Advance advance) {
    bar.setProgress(advance.share() < 0 ? -1 : advance.share());
    count.setText(
        advance.filesInAll() <= 0
            ? texts.get("import.progress.counting")
            : texts.get(
                "import.progress.files",
                Texts.number(Math.min(advance.files() + 1, advance.filesInAll())),
                Texts.number(advance.filesInAll())));
    file.setText(VisibleText.inOneLine(advance.file()));
    pace.setText(pace(advance));
  }

  private String pace(Advance advance) {
    List<String> said = new ArrayList<>();
    if (advance.speed().records() > 0) {
      said.add(texts.get("import.progress.records", rate(advance.speed().records())));
    }
    if (advance.speed().bytes() > 0) {
      said.add(texts.get("import.progress.bytes", rate(advance.speed().bytes() / 1_000_000)));
    }
    if (advance.secondsLeft() >= 0) {
      said.add(TimeLeft.of(advance.secondsLeft(), texts));
    }
    return String.join(" · ", said);
  }

  private static String rate(double perSecond) {
    return perSecond < 10 ? Local.decimal(perSecond, 1) : Texts.number(Math.round(perSecond));
  }
}
