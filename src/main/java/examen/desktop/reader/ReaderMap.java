package examen.desktop.reader;

import examen.app.JudgedHighlight;
import examen.codebook.TagId;
import examen.desktop.fx.Underline;
import examen.rating.Annotation;
import examen.transcript.Anchor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;

/**
 * A map of the whole transcript beside the scroll bar: where highlights and annotations lie, and
 * what is in sight.
 */
final class ReaderMap extends Region {
  private static final double WIDTH = 16;

  private final ReaderViewModel model;
  private final TranscriptFlow flow;
  private final Canvas canvas = new Canvas(WIDTH, 0);
  private final Region view = new Region();

  /** Nodes that only lend their colour, which a style sheet gives them. */
  private final Pane palette = new Pane();

  private double[] heights = {0};
  private int latest;

  ReaderMap(ReaderViewModel model, TranscriptFlow flow) {
    this.model = model;
    this.flow = flow;
    getStyleClass().add("reader-map");
    view.getStyleClass().add("map-view");
    view.setManaged(false);
    view.setMouseTransparent(true);
    palette.setManaged(false);
    palette.setVisible(false);
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    getChildren().addAll(palette, canvas, view);
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> jump(event.getY()));
    addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> jump(event.getY()));
  }

  /** Estimates how high each row is, so that the map is in step with the scroll bar. */
  void measure() {
    List<Block> rows = model.rows();
    double[] sums = new double[rows.size() + 1];
    for (int i = 0; i < rows.size(); i++) {
      sums[i + 1] = sums[i] + estimate(rows.get(i));
    }
    heights = sums;
    draw();
  }

  /** Draws the marks. */
  void draw() {
    canvas.setHeight(getHeight());
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.clearRect(0, 0, WIDTH, getHeight());
    boolean late = heights.length != model.rows().size() + 1;
    if (late || heights.length < 2 || getHeight() <= 0) {
      view.setVisible(false);
      return;
    }
    Marks marks = model.marksProperty().get();
    MapColumn annotated = new MapColumn((int) getHeight());
    Map<TagId, String> styles = new HashMap<>();
    for (Annotation annotation : marks.annotations()) {
      String style = styles.computeIfAbsent(annotation.tag(), this::tagStyle);
      annotation.anchors().forEach(anchor -> annotated.put(height(anchor), style));
    }
    MapColumn highlighted = new MapColumn((int) getHeight());
    for (JudgedHighlight highlight : marks.highlights()) {
      String style = Underline.style(highlight.kind());
      highlighted.put(height(highlight.highlight().anchor()), style);
    }
    draw(pen, annotated, 2, 6);
    draw(pen, highlighted, 9, 4);
    Paint colour = paint("find-mark");
    for (Finds.Hit hit : model.marking().findsProperty().get().hits()) {
      strokeFind(pen, colour, hit);
    }
    drawView();
  }

  /** From edge to edge, thinner than what lies at one side. */
  private void strokeFind(GraphicsContext pen, Paint colour, Finds.Hit hit) {
    int row = model.rowList().find(hit.start());
    pen.setFill(colour);
    pen.fillRect(0, Math.min(getHeight() - 2, y(row) + within(row, hit.span().start())), WIDTH, 2);
  }

  /** Shows which stretch is in sight. */
  void drawView() {
    int rows = heights.length - 1;
    if (rows < 1) {
      return;
    }
    double top = y(Math.min(rows, flow.firstInSight()));
    double bottom = y(Math.min(rows, flow.lastInSight() + 1));
    view.setVisible(bottom - top < getHeight() - 1);
    view.resizeRelocate(1, top, WIDTH - 2, Math.max(8, bottom - top));
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getHeight() != getHeight()) {
      draw();
    }
  }

  private void draw(GraphicsContext pen, MapColumn column, double x, double width) {
    for (MapColumn.Stroke stroke : column.strokes()) {
      pen.setFill(paint(stroke.style()));
      pen.fillRect(x, stroke.top(), width, stroke.height());
    }
  }

  private double height(Anchor anchor) {
    int row = rowOf(anchor);
    return y(row) + within(row, anchor.span().start());
  }

  /** Marks come in reading order, so that the next one often stands in the row of the last. */
  private int rowOf(Anchor anchor) {
    boolean here =
        latest < model.rows().size()
            && model.rows().get(latest) instanceof Block.Words words
            && words.message() == anchor.message()
            && words.part() == anchor.part()
            && words.from() <= anchor.span().start()
            && anchor.span().start() < words.to();
    if (!here) {
      latest = model.rowList().find(Place.startOf(anchor));
    }
    return latest;
  }

  private double within(int row, int offset) {
    if (model.rows().get(row) instanceof Block.Words words) {
      double share = (double) (offset - words.from()) / (words.to() - words.from());
      return Math.clamp(share, 0, 1) * (y(row + 1) - y(row));
    }
    return 0;
  }

  private double y(int row) {
    return heights[row] / heights[heights.length - 1] * getHeight();
  }

  private void jump(double y) {
    int low = 0;
    while (low + 1 < heights.length && y(low + 1) < y) {
      low++;
    }
    flow.showRow(low);
  }

  private String tagStyle(TagId tag) {
    return "tag-" + model.tag(tag).map(known -> known.colour()).orElse("unknown");
  }

  private Paint paint(String style) {
    Rectangle lender =
        palette.getChildren().stream()
            .filter(node -> node.getStyleClass().contains(style))
            .map(Rectangle.class::cast)
            .findFirst()
            .orElseGet(() -> lender(style));
    Paint colour = lender.getFill();
    return colour == null ? Color.GRAY : colour;
  }

  private Rectangle lender(String style) {
    Rectangle lender = new Rectangle(1, 1);
    lender.getStyleClass().addAll("map-mark", style);
    palette.getChildren().add(lender);
    lender.applyCss();
    return lender;
  }

  private double estimate(Block row) {
    return switch (row) {
      case Block.Head head -> 56;
      case Block.Caption caption -> 44;
      case Block.Fold fold -> 36;
      case Block.Fork fork -> 64;
      case Block.Shared shared -> 44;
      case Block.Remark remark -> 36;
      case Block.Words words -> 24 * lines(words);
    };
  }

  private double lines(Block.Words words) {
    String whole = model.text(words);
    double lines = 0;
    int at = words.from();
    while (at < Math.min(words.to(), whole.length())) {
      int end = whole.indexOf('\n', at, words.to());
      end = end < 0 ? words.to() : end;
      lines += Math.max(1, Math.ceil((end - at) / 88.0));
      at = end + 1;
    }
    return lines;
  }
}
