package examen.desktop.intake;

import examen.desktop.fx.SafeLabel;
import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import examen.transcript.Message;
import examen.transcript.Part;
import examen.transcript.Transcript;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a transcript as it was read: who speaks, and what is reasoning, call, result.
 */
final class PreviewPane extends ScrollPane {
  private static final int MOST_MESSAGES = 30;
  private static final int MOST_PARTS = 20;

  private final Texts texts;
  private final VBox rows = new VBox(0);

  PreviewPane(Texts texts) {
    this.texts = texts;
    getStyleClass().add("import-preview");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    rows.getStyleClass().add("import-preview-rows");
    setContent(rows);
    setAccessibleText(texts.get("import.preview"));
  }

  /** Shows this one, or says that there is none. */
  void show(@Nullable Transcript transcript) {
    setVvalue(0);
    rows.getChildren().clear();
    if (transcript == null) {
      rows.getChildren().add(Pane.label(texts.get("import.preview.none"), "import-quiet"));
      return;
    }
    rows.getChildren().add(head(transcript));
    transcript.messages().stream().limit(MOST_MESSAGES).forEach(this::add);
    int rest = transcript.messages().size() - MOST_MESSAGES;
    if (rest > 0) {
      rows.getChildren().add(Pane.label(texts.count("import.preview.more", rest), "import-quiet"));
    }
  }

  private Node head(Transcript transcript) {
    Label source = Pane.shortLabel(transcript.provenance().source(), "import-place");
    FlowPane conditions = new FlowPane(14, 4);
    for (Map.Entry<String, String> entry : transcript.conditions().values().entrySet()) {
      Label value = Pane.shortLabel(entry.getValue(), "condition-value");
      value.setMaxWidth(260);
      HBox pair = new HBox(5, Pane.label(entry.getKey(), "condition-name"), value);
      pair.setAlignment(Pos.BASELINE_LEFT);
      conditions.getChildren().add(pair);
    }
    VBox head =
        new VBox(3, Pane.shortLabel(transcript.title(), "reader-title"), source, conditions);
    head.getStyleClass().add("import-preview-head");
    return head;
  }

  private void add(Message message) {
    Label role = Pane.label(texts.get("role." + message.role().wire()), "role-name");
    role.getStyleClass().add("role-" + message.role().wire());
    HBox head =
        new HBox(8, Pane.label(String.valueOf(message.index() + 1), "message-number"), role);
    head.setAlignment(Pos.BASELINE_LEFT);
    String speaker = message.speaker();
    if (speaker != null) {
      head.getChildren().add(Pane.shortLabel(speaker, "speaker"));
    }
    VBox box = new VBox(6, head);
    box.getStyleClass().add("import-message");
    message.parts().stream().limit(MOST_PARTS).forEach(part -> box.getChildren().add(of(part)));
    rows.getChildren().add(box);
  }

  private Node of(Part part) {
    return switch (part) {
      case Part.Text text -> words(text.text(), "preview-prose");
      case Part.Reasoning reasoning ->
          box(
              "box-reasoning",
              texts.get("reader.reasoning." + reasoning.kind().wire()),
              reasoning.text(),
              "preview-prose");
      case Part.ToolCall call ->
          box(
              "box-call",
              texts.get("reader.call") + " · " + call.function(),
              call.text(),
              "preview-code");
      case Part.ToolResult result ->
          box("box-result", texts.get("reader.result"), result.text(), "preview-code");
      case Part.Media media ->
          Pane.label(texts.get("reader.remark.media", media.mediaType()), "import-quiet");
      case Part.Unknown unknown ->
          Pane.label(texts.get("reader.remark.unknown", unknown.type()), "import-quiet");
    };
  }

  private static Node box(String style, String caption, String text, String textStyle) {
    VBox box = new VBox(4, Pane.shortLabel(VisibleText.inOneLine(caption), "preview-caption"));
    if (!text.isEmpty()) {
      box.getChildren().add(words(text, textStyle));
    }
    box.getStyleClass().addAll("box", "whole", "preview-box", style);
    return box;
  }

  private static Node words(String text, String style) {
    return new SafeLabel(text.strip(), style);
  }
}
