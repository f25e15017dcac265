package examen.desktop.reader;

import examen.desktop.fx.Texts;
import examen.desktop.fx.VisibleText;
import examen.transcript.Message;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The line at the head of a message: number, role, speaker, what it holds, time. */
final class MessageHead extends HBox {
  /** Where there is less room than this, in pixels, some of it would only be cut short. */
  private static final double FOR_TIME = 430;

  private static final double FOR_CONTENTS = 260;

  /** The size of the role's name, in pixels, for which these widths hold. */
  private static final double USUAL_SIZE = 13;

  private final boolean folded;
  private final Label name;
  private @Nullable Label contents;
  private @Nullable Label time;

  MessageHead(Block.Head head, Message message, Texts texts, Folding folding) {
    super(8);
    folded = head.folded();
    getStyleClass().add("message-head");
    setAlignment(Pos.CENTER_LEFT);
    FoldButton fold = new FoldButton(FoldButton.icon(head), () -> folding.toggle(message.index()));
    Label number = new Label(Texts.number(message.index() + 1));
    number.getStyleClass().add("message-number");
    number.setMinWidth(USE_PREF_SIZE);
    String role = texts.get("role." + message.role().wire());
    name = new Label(role);
    name.getStyleClass().addAll("role-name", "role-" + message.role().wire());
    name.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(fold, number, name);
    addSpeaker(message);
    String kinds = Contents.of(message, texts);
    if (folded || Contents.isMixed(message)) {
      contents = add(kinds, "message-contents", 100);
    }
    if (folded) {
      add(Contents.excerpt(message), "message-excerpt", 10);
    }
    addTime(message);
    setAccessibleText(
        texts.get(folded ? "reader.head.folded" : "reader.head", message.index() + 1, role, kinds));
  }

  /** Leaves out what there is no room for, in pixels. */
  void fit(double width) {
    double room = width * USUAL_SIZE / Math.max(USUAL_SIZE, name.getFont().getSize());
    show(time, room >= (folded ? FOR_TIME + 130 : FOR_TIME));
    show(contents, room >= (folded ? FOR_CONTENTS + 120 : FOR_CONTENTS));
  }

  private static void show(@Nullable Label label, boolean shown) {
    if (label != null && label.isManaged() != shown) {
      label.setManaged(shown);
      label.setVisible(shown);
    }
  }

  private void addSpeaker(Message message) {
    String speaker = message.speaker();
    if (speaker != null && !speaker.isBlank()) {
      String shown = VisibleText.inOneLine(speaker);
      Label label = add(shown, "speaker", 40);
      // Made only when it is wanted: it costs more than all the rest of the row.
      label.setOnMouseEntered(event -> label.setTooltip(new Tooltip(shown)));
    }
  }

  private void addTime(Message message) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().add(gap);
    MessageTime.of(message, ZoneId.systemDefault())
        .ifPresent(
            said -> {
              time = add(said, "message-time", 0);
              time.setMinWidth(USE_PREF_SIZE);
            });
  }

  private Label add(String text, String style, double narrowest) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setMinWidth(Math.min(narrowest, text.length() * 7.0));
    getChildren().add(label);
    return label;
  }
}
