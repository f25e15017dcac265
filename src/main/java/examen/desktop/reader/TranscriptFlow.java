package examen.desktop.reader;

import examen.desktop.fx.Texts;
import examen.transcript.Message;
import examen.transcript.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import org.fxmisc.flowless.VirtualFlow;
import org.fxmisc.flowless.VirtualFlowHit;
import org.fxmisc.flowless.VirtualizedScrollPane;

/**
 * The rows that are in sight, and the way between points of the screen and places of the
 * transcript.
 */
final class TranscriptFlow {
  /** As many rows after its head a place is shown with that. */
  private static final int NEAR = 4;

  private final ReaderViewModel model;
  private final RowList list;
  private final Texts texts;
  private final ObservableList<Block> rows = FXCollections.observableArrayList();
  private final ListChangeListener<Block> following = this::follow;
  private final VirtualFlow<Block, RowCell> flow;
  private final VirtualizedScrollPane<VirtualFlow<Block, RowCell>> pane;
  private double widest = Column.WIDEST;

  /**
   * @param list the rows of one way through the transcript
   */
  TranscriptFlow(ReaderViewModel model, RowList list, Texts texts) {
    this.model = model;
    this.list = list;
    this.texts = texts;
    // A list of its own: the flow never quite lets go of the list that it shows, and the model
    // outlives the view.
    rows.setAll(list.rows());
    list.rows().addListener(following);
    list.setKeeper(this::keeping);
    flow = VirtualFlow.createVertical(rows, this::fitted);
    flow.getStyleClass().add("transcript");
    pane = new VirtualizedScrollPane<>(flow);
    pane.getStyleClass().add("transcript-pane");
  }

  private void follow(ListChangeListener.Change<? extends Block> change) {
    while (change.next()) {
      int from = change.getFrom();
      if (change.getRemovedSize() > RowList.FEW) {
        rows.setAll(change.getList());
        return;
      }
      rows.remove(from, from + change.getRemovedSize());
      rows.addAll(from, change.getAddedSubList());
    }
  }

  /** What to put into the window. */
  Region node() {
    return pane;
  }

  /** Lets lines get at most so long, in pixels; the rows are laid out anew. */
  void setWidest(double pixels) {
    widest = pixels;
    rows.clear();
    rows.setAll(list.rows());
  }

  /** The column in which rows stand. */
  Column column() {
    return Column.in(flow.getWidth(), widest);
  }

  private RowCell fitted(Block block) {
    RowCell cell = cell(block);
    cell.setWidest(widest);
    return cell;
  }

  /** Where points are counted from. */
  Region surface() {
    return flow;
  }

  void dispose() {
    list.setKeeper(Runnable::run);
    list.rows().removeListener(following);
    flow.dispose();
  }

  /**
   * Draws the marks of what is in sight anew, where they have changed. Not to be called while the
   * flow is being laid out.
   */
  void repaint() {
    for (RowCell cell : flow.visibleCells()) {
      if (cell.getWidth() > 0) {
        cell.repaintIfChanged();
      }
    }
  }

  /** The place nearest to this point of the surface. */
  Optional<Place> placeAt(double x, double y) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    VirtualFlowHit<RowCell> hit = flow.hit(x, y);
    if (hit.isBeforeCells()) {
      return textNear(0);
    }
    if (hit.isAfterCells()) {
      return textNear(rows.size() - 1).map(p -> p.at(Integer.MAX_VALUE));
    }
    if (hit.getCell() instanceof TextCell text) {
      return Optional.of(text.placeAt(hit.getCellOffset().getX(), hit.getCellOffset().getY()));
    }
    return textNear(hit.getCellIndex());
  }

  /**
   * Brings this place into sight, in the upper third of the view, unless it is well in sight
   * already.
   */
  void show(Place place) {
    if (rows.isEmpty()) {
      return;
    }
    int index = rowOf(place);
    double height = flow.getHeight();
    if (height <= 0) {
      int head = list.find(new Place(place.message(), -1, -1));
      flow.showAsFirst(index - head > NEAR ? index : head);
      return;
    }
    measure();
    Optional<Rectangle2D> now = caretBounds(place);
    if (now.isPresent()
        && now.get().getMinY() > Math.max(StickyHead.HEIGHT + 4, now.get().getHeight() + 16)
        && now.get().getMaxY() < height - 40) {
      return;
    }
    if (place.offset() == 0 && isShownWithHead(place, index)) {
      return;
    }
    double y = Math.floor(height / 3);
    flow.showAtOffset(index, y);
    measure();
    // A row finds its true height only when it is laid out, and right-to-left text only at its
    // second attempt.
    for (int attempt = 0; attempt < 4; attempt++) {
      Optional<Rectangle2D> there = caretBounds(place);
      if (there.isPresent() && Math.abs(there.get().getMinY() - y) < 2) {
        return;
      }
      if (flow.getCell(index) instanceof TextCell text) {
        // Whole pixels: between two, the rows of one box would show a seam.
        flow.showAtOffset(index, Math.rint(y - text.caretAt(place).getMinY()));
        measure();
      }
    }
  }

  /** Puts the head of the message at the top, if its place comes into sight by that. */
  private boolean isShownWithHead(Place place, int index) {
    int head = list.find(new Place(place.message(), -1, -1));
    if (index - head > NEAR) {
      return false;
    }
    flow.showAtOffset(head, 0);
    measure();
    double lowest = flow.getHeight() - 40;
    return !(rows.get(index) instanceof Block.Words)
        || caretBounds(place).filter(caret -> caret.getMaxY() < lowest).isPresent();
  }

  /** New rows have their fonts only once the style sheets have been applied to them. */
  private void measure() {
    flow.layout();
    flow.applyCss();
    flow.layout();
  }

  /**
   * Where the caret stands at this place, in the surface's coordinates; empty if its row is not in
   * sight.
   */
  Optional<Rectangle2D> caretBounds(Place place) {
    return flow.getCellIfVisible(rowOf(place))
        .filter(TextCell.class::isInstance)
        .map(
            cell -> {
              Rectangle2D caret = ((TextCell) cell).caretAt(place);
              var corner = flow.cellToViewport(cell, caret.getMinX(), caret.getMinY());
              return new Rectangle2D(
                  corner.getX(), corner.getY(), caret.getWidth(), caret.getHeight());
            });
  }

  void scrollBy(double pixels) {
    flow.scrollYBy(pixels);
  }

  double height() {
    return flow.getHeight();
  }

  /** The rows of this way, as they are now. */
  List<Block> rows() {
    return rows;
  }

  /** Where this row begins, in the surface's coordinates; far above where it is not in sight. */
  double topOf(int index) {
    return flow.getCellIfVisible(index)
        .map(cell -> flow.cellToViewport(cell, 0, 0).getY())
        .orElse(-10_000.0);
  }

  /** Changes rows so that what is in sight and remains stays where it is. */
  private void keeping(Runnable change) {
    if (rows.isEmpty() || flow.getHeight() <= 0 || flow.getScene() == null) {
      change.run();
      return;
    }
    List<Seen> seen = seen();
    change.run();
    for (Seen each : seen) {
      int now = list.same(each.row());
      if (now >= 0) {
        putAt(now, each.y());
        return;
      }
    }
    if (!seen.isEmpty() && !rows.isEmpty()) {
      int message = seen.getFirst().row().message();
      flow.showAtOffset(list.find(new Place(message, -1, -1)), 0);
    }
  }

  /** Rows above it that are new have their true heights only when they were laid out once. */
  private void putAt(int index, double y) {
    for (int attempt = 0; attempt < 3 && Math.abs(topOf(index) - y) > 1; attempt++) {
      flow.showAtOffset(index, Math.rint(y));
      measure();
    }
  }

  /** A row that was in sight, and where. */
  private record Seen(Block row, double y) {}

  /**
   * The rows in sight. Where much is folded that of the caret comes first, as one reads there;
   * those that begin above come last, as more of them may be gone.
   */
  private List<Seen> seen() {
    List<Seen> seen = new ArrayList<>();
    int last = Math.min(lastInSight(), rows.size() - 1);
    for (int i = firstInSight(); i <= last; i++) {
      seen.add(new Seen(rows.get(i), topOf(i)));
    }
    Block caret = model.folding().isWide() ? list.wordsAt(model.caretProperty().get()) : null;
    seen.sort(
        Comparator.<Seen, Boolean>comparing(each -> !each.row().equals(caret))
            .thenComparing(each -> each.y() < 0));
    return seen;
  }

  /** Puts this row at the top of the view. */
  void showRow(int index) {
    if (rows.isEmpty()) {
      return;
    }
    flow.showAsFirst(Math.clamp(index, 0, Math.max(0, rows.size() - 1)));
  }

  /** Indices of the first and last row in sight; both 0 where there is none. */
  int firstInSight() {
    return rows.isEmpty() || flow.getHeight() <= 0 ? 0 : Math.max(0, flow.getFirstVisibleIndex());
  }

  int lastInSight() {
    return rows.isEmpty() || flow.getHeight() <= 0 ? 0 : Math.max(0, flow.getLastVisibleIndex());
  }

  /** The source text in sight; for those who have the screen read to them. */
  String textInSight() {
    StringBuilder text = new StringBuilder();
    int end = Math.min(lastInSight() + 1, rows.size());
    for (Block row : rows.subList(Math.min(firstInSight(), end), end)) {
      if (row instanceof Block.Words words) {
        text.append(model.text(row), words.from(), words.to()).append('\n');
      }
    }
    return text.toString();
  }

  /** Where this place is: above, in or below what is in sight, in the surface's coordinates. */
  double heightOf(Place place) {
    return caretBounds(place)
        .map(caret -> caret.getMinY() + caret.getHeight() / 2)
        .orElseGet(() -> rowOf(place) <= firstInSight() ? -40 : height() + 40);
  }

  /** Calls {@code action} after each scroll and each change of size. */
  Observables observables() {
    return new Observables(
        flow.estimatedScrollYProperty(), flow.heightProperty(), flow.widthProperty());
  }

  /** What changes when the view shows another stretch of the transcript. */
  record Observables(
      ObservableValue<Double> scroll,
      ObservableValue<Number> height,
      ObservableValue<Number> width) {}

  private int rowOf(Place place) {
    Block row = list.wordsAt(place);
    return row == null ? list.find(place) : Math.max(0, list.same(row));
  }

  /** The start of the text at or after this row, or else the end of the text before it. */
  private Optional<Place> textNear(int index) {
    Block row = rows.get(index);
    if (row instanceof Block.Head head && head.folded()) {
      return Optional.of(new Place(row.message(), 0, 0));
    }
    if (row instanceof Block.Caption caption && caption.folded()) {
      return Optional.of(new Place(row.message(), row.part(), 0));
    }
    for (int i = index; i < rows.size(); i++) {
      if (rows.get(i) instanceof Block.Words words) {
        return Optional.of(new Place(words.message(), words.part(), words.from()));
      }
    }
    for (int i = index; i >= 0; i--) {
      if (rows.get(i) instanceof Block.Words words) {
        return Optional.of(new Place(words.message(), words.part(), words.to()));
      }
    }
    return Optional.empty();
  }

  private RowCell cell(Block block) {
    Transcript transcript = Objects.requireNonNull(model.transcriptProperty().get());
    Message message = transcript.messages().get(block.message());
    return switch (block) {
      case Block.Head head -> new HeadCell(head, message, model, texts);
      case Block.Caption caption -> new CaptionCell(caption, message, model, texts);
      case Block.Words words -> new TextCell(words, message, model);
      case Block.Fold fold -> new FoldCell(fold, message, texts, () -> unfold(fold));
      case Block.Fork fork -> new ForkCell(fork, message, model, texts);
      case Block.Shared shared -> new SharedCell(shared, message, texts, list::showShared);
      case Block.Remark remark -> new RemarkCell(remark, message, texts);
    };
  }

  private void unfold(Block.Fold fold) {
    model.folding().toggleLong(fold.message(), fold.part());
  }
}
