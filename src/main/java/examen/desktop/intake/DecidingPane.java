package examen.desktop.intake;

import examen.app.ImportPreview;
import examen.app.ImportPreview.FormatFound;
import examen.app.ImportPreview.Reach;
import examen.desktop.fx.Buttons;
import examen.desktop.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows what was found, lets it be changed, and asks whether it is to be taken in. */
final class DecidingPane extends Pane {
  private final Texts texts;
  private final ImportPreview found;
  private final FormatList formats;
  private final PreviewPane preview;
  private final Button main;

  DecidingPane(ImportViewModel model, ImportPreview found, Texts texts) {
    this.texts = texts;
    this.found = found;
    formats = new FormatList(found.formats(), texts);
    preview = new PreviewPane(texts);
    main =
        mainButton(texts.get(mainKey(), Texts.number(found.report().imported())), model::importAll);
    main.setDisable(found.transcripts() == 0);
    VBox left = new VBox(label(texts.get("import.formats"), "panel-title"), formats);
    left.getStyleClass().add("import-left");
    VBox.setVgrow(formats, Priority.ALWAYS);
    TabPane tabs = tabs(model);
    HBox.setHgrow(tabs, Priority.ALWAYS);
    HBox body = new HBox(16, left, tabs);
    VBox.setVgrow(body, Priority.ALWAYS);
    VBox content = new VBox(14, summary(), body);
    content.getStyleClass().add("import-content");
    subscriptions.watch(formats.getSelectionModel().selectedItemProperty(), this::show);
    Label reach = label(reach(found.reach()), "import-hint");
    reach.setMinWidth(0);
    Button back = Buttons.ofEnter(texts.get("import.back"), model::back);
    fill(
        content,
        back,
        reach,
        gap(),
        Buttons.ofEnter(texts.get("import.cancel"), model::dismiss),
        main);
  }

  @Override
  Node first() {
    return main.isDisabled() ? formats : main;
  }

  private String mainKey() {
    if (found.transcripts() == 0) {
      return "import.title";
    }
    if (!found.reach().whole()) {
      return "import.all";
    }
    return found.report().imported() == 0
        ? "import.all-the-same"
        : (found.report().imported() == 1 ? "import.now.one" : "import.now.many");
  }

  private Node summary() {
    int fresh = found.report().imported();
    String head;
    if (found.transcripts() == 0) {
      head =
          texts.get(found.report().files().isEmpty() ? "import.found.empty" : "import.found.none");
    } else if (fresh == 0) {
      head = texts.count("import.found.known", found.transcripts());
    } else {
      head = texts.count("import.found", fresh);
    }
    List<String> rest = new ArrayList<>();
    if (fresh > 0 && found.report().duplicates() > 0) {
      rest.add(texts.count("import.duplicates", found.report().duplicates()));
    }
    if (found.report().changed() > 0) {
      rest.add(texts.count("import.changed", found.report().changed()));
    }
    if (found.report().rejected() > 0) {
      rest.add(texts.count("import.refused", found.report().rejected()));
    }
    if (found.report().warnings() > 0) {
      rest.add(texts.count("import.notes", found.report().warnings()));
    }
    Label more = label(String.join(" · ", rest), "import-quiet");
    HBox line = new HBox(12, label(head, "import-big"), more);
    line.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
    return line;
  }

  private TabPane tabs(ImportViewModel model) {
    ConditionsPane conditions = new ConditionsPane(model.conditions(), found.transcripts(), texts);
    ProblemsPane problems = new ProblemsPane(new ProblemsViewModel(found.problems()), texts);
    subscriptions.add(conditions::close);
    subscriptions.add(problems::close);
    int names = found.conditions().size();
    int inAll = found.problems().inAll();
    TabPane tabs =
        new TabPane(
            tab(texts.get("import.preview"), preview),
            tab(counted("import.conditions", names), conditions),
            tab(counted("import.problems", inAll), problems));
    int correctable = found.correctable().size();
    if (correctable > 0) {
      tabs.getTabs()
          .add(
              tab(
                  counted("import.correct", correctable),
                  new CorrectableList(model, found.correctable(), texts)));
    }
    tabs.getStyleClass().add("import-tabs");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    if (found.transcripts() == 0 && inAll + correctable > 0) {
      tabs.getSelectionModel().selectLast();
    }
    return tabs;
  }

  private String counted(String key, int number) {
    return number == 0 ? texts.get(key) : texts.get(key) + " " + Texts.number(number);
  }

  private static Tab tab(String name, Node content) {
    return new Tab(name, content);
  }

  private void show(@Nullable FormatFound format) {
    preview.show(format == null ? null : format.first());
  }

  private String reach(Reach reach) {
    List<String> said = new ArrayList<>();
    if (reach.stopped() && reach.filesInAll() == 0) {
      said.add(texts.get("import.reach.early"));
    } else if (reach.stopped()) {
      said.add(
          texts.get(
              "import.reach.files", Texts.number(reach.files()), Texts.number(reach.filesInAll())));
    }
    if (reach.cut() > 0) {
      said.add(texts.count("import.reach.cut", reach.cut()));
    }
    return String.join(" ", said);
  }
}
