package examen.desktop.reader;

import examen.desktop.fx.Texts;
import examen.transcript.Transcript;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** The head of the message at the top of the view, which stays there while one reads it. */
final class StickyHead extends Region {
  static final double HEIGHT = 34;

  private final ReaderViewModel model;
  private final TranscriptFlow flow;
  private final Texts texts;
  private final Region ground = new Region();
  private Block.@Nullable Head shown;
  private @Nullable MessageHead line;
  private double y;

  StickyHead(ReaderViewModel model, TranscriptFlow flow, Texts texts) {
    this.model = model;
    this.flow = flow;
    this.texts = texts;
    getStyleClass().add("sticky");
    ground.getStyleClass().add("sticky-head");
    setPickOnBounds(false);
    setMinSize(0, 0);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    getChildren().add(ground);
    ground.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> goToMessage());
    setVisible(false);
  }

  /** Looks what is at the top of the view now. */
  void follow() {
    TranscriptFlow.Top top = flow.top().orElse(null);
    Transcript transcript = model.transcriptProperty().get();
    setVisible(top != null && transcript != null);
    if (top == null || transcript == null) {
      forget();
      return;
    }
    if (!top.head().equals(shown)) {
      forget();
      shown = top.head();
      var message = transcript.messages().get(top.head().message());
      line = new MessageHead(top.head(), message, texts, model.folding());
      line.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> goToMessage());
      getChildren().add(line);
    }
    y = Math.min(0, top.next() - height());
    requestLayout();
  }

  /** A transcript with other words may have a head that says the same of itself. */
  void forget() {
    shown = null;
    if (line != null) {
      getChildren().remove(line);
      line = null;
    }
  }

  /** As much as its words need, which may be large. */
  private double height() {
    return line == null ? HEIGHT : Math.max(HEIGHT, Math.ceil(line.prefHeight(-1)) + 10);
  }

  private void goToMessage() {
    if (shown != null) {
      model.goToMessage(shown.message());
    }
  }

  @Override
  protected void layoutChildren() {
    Column column = flow.column();
    double height = height();
    ground.resizeRelocate(0, y, getWidth(), height);
    if (line != null) {
      line.fit(column.width());
      line.resizeRelocate(column.left() - 4, y + 4, column.width() + 4, height - 8);
    }
  }
}
