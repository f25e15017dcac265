package examen.desktop.findings;

import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import examen.report.Figure;
import examen.report.Report;
import examen.report.Table;
import examen.study.Choice;
import examen.study.Studies;
import examen.study.Study;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What an analysis found: notes, tables, figures, and how it was made. */
final class ResultView extends VBox {
  private final Report report;
  private final Opener opener;
  private final SavingViewModel saving;
  private final FindingsDialogs dialogs;
  private final Texts texts;
  private final List<Choice> choices;

  ResultView(Report report, Opener opener, SavingViewModel saving, FindingsDialogs dialogs) {
    this.report = report;
    this.opener = opener;
    this.saving = saving;
    this.dialogs = dialogs;
    texts = opener.texts();
    choices = Studies.of(report.analysis()).map(Study::choices).orElse(List.of());
    getStyleClass().add("findings-result");
    getChildren().add(head());
    if (!report.notes().isEmpty()) {
      getChildren().add(words(report.notes(), "findings-note"));
    }
    report.tables().forEach(table -> getChildren().add(section(table)));
    report.figures().forEach(figure -> getChildren().add(section(figure)));
    getChildren().add(foot());
  }

  private Node head() {
    Label title = wrapped(report.title(), "result-title");
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox head = new HBox(10, title, button("findings.save.json", this::saveReport));
    head.setAlignment(Pos.TOP_LEFT);
    return head;
  }

  private VBox words(List<String> lines, String style) {
    VBox box = new VBox(3);
    lines.forEach(line -> box.getChildren().add(wrapped(Blame.inWindow(line, choices), style)));
    return box;
  }

  private static Label wrapped(String text, String style) {
    return paragraph(VisibleText.inOneLine(text), style);
  }

  private static Label paragraph(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  private Node section(Table table) {
    String title = title(table.title(), "findings.table");
    VBox section =
        new VBox(
            8,
            bar(
                title,
                button("findings.copy", () -> copy(table)),
                button("findings.save.csv", () -> save(table))),
            new TablePages(
                table, table.title().isEmpty() ? report.title() : table.title(), opener, texts));
    if (!table.notes().isEmpty()) {
      section.getChildren().add(words(table.notes(), "findings-note"));
    }
    section.getStyleClass().add("findings-section");
    section.setUserData(new Saves(() -> save(table), () -> copy(table)));
    return section;
  }

  private Node section(Figure figure) {
    String kind =
        switch (figure) {
          case Figure.Forest forest -> "findings.figure.forest";
          case Figure.Grid grid -> "findings.figure.grid";
          case Figure.Lines lines -> "findings.figure.lines";
        };
    String words = figure.title().isBlank() ? report.title() : figure.title();
    Opener named =
        new Opener(texts, (which, ids) -> opener.open().accept(which + " · " + words, ids));
    VBox section =
        new VBox(
            10,
            bar(
                title(figure.title(), kind),
                button("findings.save.svg", () -> saveDrawing(figure)),
                button("findings.save.png", () -> savePicture(figure))),
            new SideScroll(Figures.of(figure, named)));
    section.getStyleClass().add("findings-section");
    section.setUserData(new Saves(() -> saveDrawing(figure), () -> {}));
    return section;
  }

  /** How the part of the result in which the keyboard is can be saved and copied. */
  record Saves(Runnable save, Runnable copy) {}

  /** The title of the whole is not said again over each part. */
  private String title(String own, String kind) {
    return own.isBlank() || own.equals(report.title()) ? texts.get(kind) : own;
  }

  private static HBox bar(String title, Node... tools) {
    Label words = wrapped(title, "section-title");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox bar = new HBox(6, words);
    bar.getChildren().addAll(tools);
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private Button button(String key, Runnable run) {
    Button button = new Button(texts.get(key));
    button.getStyleClass().setAll("find-button");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(texts.get(key + ".tip")));
    button.setOnAction(event -> run.run());
    return button;
  }

  private Node foot() {
    String settings =
        report.settings().entrySet().stream()
            .filter(each -> !each.getValue().isEmpty())
            .map(each -> VisibleText.inOneLine(each.getKey() + " " + each.getValue()))
            .collect(Collectors.joining("  ·  "));
    VBox foot = new VBox(3);
    foot.getStyleClass().add("findings-foot");
    if (!report.methods().isEmpty()) {
      String methods =
          report.methods().stream().map(VisibleText::inOneLine).collect(Collectors.joining("; "));
      foot.getChildren().add(paragraph(texts.get("findings.methods", methods), "findings-hint"));
    }
    foot.getChildren().add(paragraph(texts.get("findings.settings", settings), "findings-hint"));
    return foot;
  }

  void saveReport() {
    save(report.analysis() + ".json", file -> saving.json(report, file));
  }

  private void save(Table table) {
    save(name(table.id(), "csv"), file -> saving.csv(table, file));
  }

  private void saveDrawing(Figure figure) {
    save(name(figure.id(), "svg"), file -> saving.svg(figure, file));
  }

  private void savePicture(Figure figure) {
    save(
        name(figure.id(), "png"),
        file -> {
          WritableImage image = Picture.of(figure, new Opener(texts, (words, ids) -> {}));
          saving.png(() -> Png.of(image), file);
        });
  }

  private String name(String part, String ending) {
    String analysis = report.analysis();
    return (part.equals(analysis) ? part : analysis + "-" + part) + "." + ending;
  }

  private void save(String name, Consumer<Path> write) {
    dialogs.target(name).ifPresent(write);
  }

  private void copy(Table table) {
    Clipboard.getSystemClipboard()
        .setContent(Map.of(javafx.scene.input.DataFormat.PLAIN_TEXT, saving.copied(table)));
  }

  /** The part of the result in which this node is; the whole where it is in none. */
  Saves around(@Nullable Node node) {
    for (Node at = node; at != null && !at.equals(this); at = at.getParent()) {
      if (at.getUserData() instanceof Saves saves) {
        return saves;
      }
    }
    Runnable copyFirst =
        report.tables().isEmpty() ? () -> {} : () -> copy(report.tables().getFirst());
    return new Saves(this::saveReport, copyFirst);
  }
}
