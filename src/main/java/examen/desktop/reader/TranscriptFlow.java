package examen.desktop.reader;

import examen.desktop.fx.Texts;
import examen.transcript.Message;
import examen.transcript.Transcript;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
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
  private final ReaderViewModel model;
  private final Texts texts;
  private final ObservableList<Block> rows = FXCollections.observableArrayList();
  private final VirtualFlow<Block, RowCell> flow;
  private final VirtualizedScrollPane<VirtualFlow<Block, RowCell>> pane;
  private double widest = Column.WIDEST;

  TranscriptFlow(ReaderViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    // A list of its own: the flow never quite lets go of the list that it shows, and the model
    // outlives the view.
    Bindings.bindContent(rows, model.rows());
    flow = VirtualFlow.createVertical(rows, this::fitted);
    flow.getStyleClass().add("transcript");
    pane = new VirtualizedScrollPane<>(flow);
    pane.getStyleClass().add("transcript-pane");
  }

  /** What to put into the window. */
  Region node() {
    return pane;
  }

  /** Lets lines get at most so long, in pixels; the rows are laid out anew. */
  void setWidest(double pixels) {
    widest = pixels;
    Bindings.unbindContent(rows, model.rows());
    rows.clear();
    Bindings.bindContent(rows, model.rows());
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
    Bindings.unbindContent(rows, model.rows());
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
    if (model.rows().isEmpty()) {
      return Optional.empty();
    }
    VirtualFlowHit<RowCell> hit = flow.hit(x, y);
    if (hit.isBeforeCells()) {
      return textNear(0);
    }
    if (hit.isAfterCells()) {
      return textNear(model.rows().size() - 1).map(p -> p.at(Integer.MAX_VALUE));
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
    if (model.rows().isEmpty()) {
      return;
    }
    int index = rowOf(place);
    double height = flow.getHeight();
    if (height <= 0) {
      flow.showAsFirst(index);
      return;
    }
    measure();
    Optional<Rectangle2D> now = caretBounds(place);
    if (now.isPresent() && now.get().getMinY() > 20 && now.get().getMaxY() < height - 40) {
      return;
    }
    boolean first = place.offset() == 0 && index > 0;
    double y = first ? 70 : Math.floor(height / 3);
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

  /** Puts this row at the top of the view. */
  void showRow(int index) {
    if (model.rows().isEmpty()) {
      return;
    }
    flow.showAsFirst(Math.clamp(index, 0, Math.max(0, model.rows().size() - 1)));
  }

  /** Indices of the first and last row in sight; both 0 where there is none. */
  int firstInSight() {
    return model.rows().isEmpty() || flow.getHeight() <= 0
        ? 0
        : Math.max(0, flow.getFirstVisibleIndex());
  }

  int lastInSight() {
    return model.rows().isEmpty() || flow.getHeight() <= 0
        ? 0
        : Math.max(0, flow.getLastVisibleIndex());
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
    Block row = model.caretRowFor(place);
    return row == null
        ? 0
        : Rows.find(model.rows(), new Place(row.message(), row.part(), row.from()));
  }

  /** The start of the text at or after this row, or else the end of the text before it. */
  private Optional<Place> textNear(int index) {
    for (int i = index; i < model.rows().size(); i++) {
      if (model.rows().get(i) instanceof Block.Words words) {
        return Optional.of(new Place(words.message(), words.part(), words.from()));
      }
    }
    for (int i = index; i >= 0; i--) {
      if (model.rows().get(i) instanceof Block.Words words) {
        return Optional.of(new Place(words.message(), words.part(), words.to()));
      }
    }
    return Optional.empty();
  }

  private RowCell cell(Block block) {
    Transcript transcript = Objects.requireNonNull(model.transcriptProperty().get());
    Message message = transcript.messages().get(block.message());
    RowCell cell =
        switch (block) {
          case Block.Head head -> new HeadCell(head, message, texts);
          case Block.Caption caption -> new CaptionCell(caption, message, texts);
          case Block.Words words -> new TextCell(words, message, model);
          case Block.Fold fold -> new FoldCell(fold, message, texts, () -> model.unfold(fold));
          case Block.Remark remark -> new RemarkCell(remark, message, texts);
        };
    return cell;
  }
}
