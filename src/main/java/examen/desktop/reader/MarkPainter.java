package examen.desktop.reader;

import examen.app.JudgedHighlight;
import examen.app.Standing;
import examen.codebook.Tag;
import examen.desktop.fx.SafeFlow;
import examen.desktop.fx.Underline;
import examen.desktop.reader.Marks.Mark;
import examen.rating.Annotation;
import examen.transcript.Anchor;
import examen.transcript.Span;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** Draws over and under one piece of text: annotations, highlights, the selection and the caret. */
final class MarkPainter {
  private static final double LANE_STEP = 3;
  private static final double ANNOTATION_TOP = 5;
  private static final double ANNOTATION_STEP = 2.25;
  private static final double ANNOTATION_LINE = 1.5;

  private final Block.Words words;
  private final int shown;
  private final SafeFlow flow;
  private final ReaderViewModel model;
  private @Nullable Picture painted;
  private final Pieces behind = new Pieces();
  private final Pieces before = new Pieces();

  /**
   * @param shown how many code units of the piece are drawn
   */
  MarkPainter(Block.Words words, int shown, SafeFlow flow, ReaderViewModel model) {
    this.words = words;
    this.shown = shown;
    this.flow = flow;
    this.model = model;
  }

  Group behind() {
    return behind.group();
  }

  Group before() {
    return before.group();
  }

  /** Draws all anew; the text must have been laid out at {@code (x, y)} of the row. */
  void paint(Column column, double x, double y) {
    draw(picture(column, x, y), column, x, y);
  }

  /** The same, unless that would draw what is drawn already. */
  void paintIfChanged(Column column, double x, double y) {
    Picture now = picture(column, x, y);
    if (!now.equals(painted)) {
      draw(now, column, x, y);
    }
  }

  /**
   * All on which it depends what is drawn here.
   *
   * @param sides column, position and size
   * @param looks of the annotations: their tags, and what the margin says of them
   * @param annotated whether the place of each highlight has an annotation
   * @param current the annotation and the highlight that keys act on, if they are here
   * @param caret offset in the part; -1 where it is not here
   */
  private record Picture(
      List<Double> sides,
      List<Mark<Annotation>> annotations,
      List<Object> looks,
      List<Mark<JudgedHighlight>> highlights,
      List<Boolean> annotated,
      List<Object> current,
      List<Span> selected,
      List<Object> found,
      int caret) {}

  private Picture picture(Column column, double x, double y) {
    List<Mark<Annotation>> annotations = annotations();
    List<Mark<JudgedHighlight>> highlights = highlights();
    List<Object> looks = new ArrayList<>();
    List<Object> current = new ArrayList<>();
    for (Mark<Annotation> mark : annotations) {
      looks.add(model.tag(mark.what().tag()));
      looks.add(model.linked().isUnsupported(mark.what().id()));
      if (mark.what().equals(model.current().annotationProperty().get())) {
        current.add(mark);
      }
    }
    for (Mark<JudgedHighlight> mark : highlights) {
      if (mark.what().equals(model.highlightProperty().get())) {
        current.add(mark);
      }
    }
    return new Picture(
        List.of(column.left(), column.width(), column.margin(), x, y, flow.getHeight()),
        annotations,
        looks,
        highlights,
        highlights.stream().map(mark -> isAnnotated(mark.what())).toList(),
        current,
        selected(),
        found(),
        words.equals(model.caretRow()) ? model.caretProperty().get().offset() : -1);
  }

  /** The hits here, and which of them the caret is at. */
  private List<Object> found() {
    List<Object> found = new ArrayList<>();
    for (Finds.Hit hit :
        model
            .marking()
            .findsProperty()
            .get()
            .in(words.message(), words.part(), words.from(), words.from() + shown)) {
      found.add(hit);
      found.add(hit.start().equals(model.caretProperty().get()));
    }
    return found;
  }

  private List<Mark<Annotation>> annotations() {
    return model
        .marksProperty()
        .get()
        .annotations(words.message(), words.part(), words.from(), words.to());
  }

  private List<Mark<JudgedHighlight>> highlights() {
    return model
        .marksProperty()
        .get()
        .highlights(words.message(), words.part(), words.from(), words.to());
  }

  /** What is selected here, as far as it is drawn. */
  private List<Span> selected() {
    return model.selectionProperty().get().stream()
        .filter(anchor -> anchor.message() == words.message() && anchor.part() == words.part())
        .map(Anchor::span)
        .filter(span -> span.start() < words.to() && words.from() < span.end())
        .toList();
  }

  private void draw(Picture now, Column column, double x, double y) {
    painted = now;
    for (Group group : List.of(behind(), before())) {
      group.setTranslateX(x);
      group.setTranslateY(y);
    }
    paintAnnotations(now.annotations(), column, x);
    paintSelection(now.selected());
    paintHighlights(now.highlights());
    paintFinds();
    paintCaret();
    behind.show();
    before.show();
  }

  /** What is looked for is filled and has lines above and below; where the caret is, a frame. */
  private void paintFinds() {
    Finds finds = model.marking().findsProperty().get();
    Place caret = model.caretProperty().get();
    for (Finds.Hit hit :
        finds.in(words.message(), words.part(), words.from(), words.from() + shown)) {
      String style = hit.start().equals(caret) ? "find-current" : "find-mark";
      for (Rectangle2D area : areas(hit.span())) {
        add(behind, from(area, -1), style);
      }
    }
  }

  /**
   * Those that overlap have a line each, one under the other in the space between two lines of
   * text, so that all of them can be told apart and none strikes the words through.
   */
  private void paintAnnotations(List<Mark<Annotation>> annotations, Column column, double x) {
    MarginTags names = new MarginTags(model);
    for (Mark<Annotation> mark : annotations) {
      List<Rectangle2D> areas = areas(mark.span());
      areas.forEach(area -> paint(mark, area));
      if (!areas.isEmpty() && mark.span().start() >= words.from()) {
        paintEdge(mark, areas.getFirst());
        names.add(mark.what(), areas.getFirst().getMinY());
      }
    }
    if (column.margin() > 0) {
      double left = column.right() + MarginTags.LEFT - x;
      double width = column.margin() - MarginTags.LEFT - 8;
      double line = flow.caretAt(0).getHeight();
      names.paint(before, new MarginTags.Margin(left, width, line), flow.getHeight());
    }
  }

  private void paint(Mark<Annotation> mark, Rectangle2D area) {
    boolean current = mark.what().equals(model.current().annotationProperty().get());
    Rectangle2D whole = from(area, mark.lane() * ANNOTATION_STEP - ANNOTATION_TOP);
    String colour = colour(mark);
    add(behind, whole, mark.lane() == 0 || current ? "tag-fill" : "tag-fill-deep", colour);
    add(
        behind,
        new Rectangle2D(whole.getMinX(), whole.getMinY(), whole.getWidth(), ANNOTATION_LINE),
        "tag-line",
        colour);
    if (current) {
      add(behind, whole, "tag-current", colour);
    }
  }

  /** The edge of one that lies within another one is short. */
  private void paintEdge(Mark<Annotation> mark, Rectangle2D area) {
    Rectangle2D whole = from(area, mark.lane() * ANNOTATION_STEP - ANNOTATION_TOP);
    double height = mark.lane() == 0 ? whole.getHeight() : 7;
    add(
        behind,
        new Rectangle2D(whole.getMinX(), whole.getMinY(), 2, height),
        "tag-edge",
        colour(mark));
  }

  private String colour(Mark<Annotation> mark) {
    return "tag-" + model.tag(mark.what().tag()).map(Tag::colour).orElse("unknown");
  }

  /** What a line of text covers, from so far below its top to its foot. */
  private static Rectangle2D from(Rectangle2D area, double inset) {
    return new Rectangle2D(
        area.getMinX() - 1,
        area.getMinY() + inset,
        area.getWidth() + 2,
        area.getHeight() + 1 - inset);
  }

  private void paintSelection(List<Span> selected) {
    for (Span span : selected) {
      for (Rectangle2D area : areas(span)) {
        add(
            behind,
            new Rectangle2D(
                area.getMinX(), area.getMinY() - 2, area.getWidth(), area.getHeight() + 4),
            "selection");
      }
    }
  }

  private void paintHighlights(List<Mark<JudgedHighlight>> highlights) {
    JudgedHighlight current = model.highlightProperty().get();
    for (Mark<JudgedHighlight> mark : highlights) {
      for (Rectangle2D area : areas(mark.span())) {
        paintFill(mark.what(), area, mark.what().equals(current));
        paintLine(mark.what(), area, area.getMaxY() + 1 + mark.lane() * LANE_STEP);
      }
    }
  }

  /**
   * What is accepted is filled, and what is suggested has dashes around, unless it shows as the
   * annotation that came of it; where the caret is, there is a frame.
   */
  private void paintFill(JudgedHighlight highlight, Rectangle2D area, boolean current) {
    String category = Underline.style(highlight.kind());
    Rectangle2D around =
        new Rectangle2D(
            area.getMinX() - 1, area.getMinY() - 1, area.getWidth() + 2, area.getHeight() + 3);
    boolean showsAsTag = isAccepted(highlight) && isAnnotated(highlight);
    if (isAccepted(highlight) && !showsAsTag) {
      add(behind, around, "highlight-accepted", category);
    }
    if (highlight.highlight().isSuggestion() && !showsAsTag) {
      add(behind, around, "highlight-suggested", category);
    }
    if (current) {
      add(behind, around, "highlight-current", category);
    }
  }

  /**
   * Only what is undecided has its line in full. What is rejected is struck through; what is
   * accepted and shows as an annotation has no line any more.
   */
  private void paintLine(JudgedHighlight highlight, Rectangle2D area, double y) {
    if (isAccepted(highlight) && isAnnotated(highlight)) {
      return;
    }
    before.add(
        List.of("line", highlight, area.getMinX(), area.getMaxX(), y),
        () -> line(highlight, area, y));
    if (highlight.standing() == Standing.REJECTED) {
      double middle = Math.round(area.getMinY() + area.getHeight() * 0.55);
      add(before, new Rectangle2D(area.getMinX(), middle, area.getWidth(), 1), "highlight-struck");
    }
  }

  private static Node line(JudgedHighlight highlight, Rectangle2D area, double y) {
    Node line = Underline.of(highlight, area.getMinX(), area.getMaxX(), y);
    if (!highlight.isUndecided()) {
      line.getStyleClass().add("settled");
    }
    return line;
  }

  private boolean isAnnotated(JudgedHighlight highlight) {
    return model.marksProperty().get().isAnnotated(highlight.highlight().anchor());
  }

  private static boolean isAccepted(JudgedHighlight highlight) {
    return switch (highlight.standing()) {
      case ACCEPTED, ACCEPTED_AS -> true;
      case UNDECIDED, TAGGED, REJECTED -> false;
    };
  }

  private void paintCaret() {
    if (words.equals(model.caretRow())) {
      int offset = Math.clamp(model.caretProperty().get().offset() - words.from(), 0, shown);
      Rectangle2D caret = flow.caretAt(offset);
      add(
          before,
          new Rectangle2D(
              Math.round(caret.getMinX()) - 0.5, caret.getMinY() - 1, 1.5, caret.getHeight() + 2),
          "caret");
    }
  }

  private List<Rectangle2D> areas(Span span) {
    int from = Math.max(0, span.start() - words.from());
    int to = Math.min(shown, span.end() - words.from());
    return from < to ? flow.areas(from, to) : List.of();
  }

  private static void add(Pieces pieces, Rectangle2D area, String... styles) {
    List<String> classes = List.of(styles);
    pieces.add(
        List.of(area, classes),
        () -> {
          Node node =
              new Rectangle(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
          node.getStyleClass().addAll(classes);
          return node;
        });
  }
}
