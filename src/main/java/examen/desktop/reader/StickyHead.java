package examen.desktop.reader;

import examen.desktop.fx.Texts;
import examen.transcript.Transcript;
import java.util.List;
import java.util.Optional;
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
    Top top = top().orElse(null);
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

  /**
   * What the head at the top of the view is to say.
   *
   * @param next where the next message begins below it, in the surface's coordinates
   */
  private record Top(Block.Head head, double next) {}

  /** The message that is read at the top of the view; empty where its own head is in sight. */
  private Optional<Top> top() {
    List<Block> rows = flow.rows();
    if (rows.isEmpty() || flow.height() <= 0) {
      return Optional.empty();
    }
    int first = flow.firstInSight();
    Block row = rows.get(Math.min(first, rows.size() - 1));
    boolean own = row instanceof Block.Head head && flow.topOf(first) + HeadCell.above(head) > -2;
    if (own || row instanceof Block.Fork || row instanceof Block.Shared) {
      return Optional.empty();
    }
    Block.Head head = row instanceof Block.Head it ? it : new Block.Head(row.message(), false);
    int last = Math.min(flow.lastInSight(), rows.size() - 1);
    for (int i = first + 1; i <= last; i++) {
      if (rows.get(i).message() != row.message()) {
        double y = flow.topOf(i) + (rows.get(i) instanceof Block.Head h ? HeadCell.above(h) : 0);
        return Optional.of(new Top(head, y));
      }
    }
    return Optional.of(new Top(head, Double.MAX_VALUE));
  }

  /** As much as its words need, which may be large. */
  private double height() {
    return line == null ? HEIGHT : Math.max(HEIGHT, Math.ceil(line.prefHeight(-1)) + 10);
  }

  private void goToMessage() {
    if (shown != null) {
      model.walking().goToMessage(shown.message());
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
