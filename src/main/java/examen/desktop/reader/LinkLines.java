package examen.desktop.reader;

import examen.rating.Annotation;
import examen.rating.Link;
import javafx.scene.layout.Pane;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;

/**
 * Draws the links of the annotation that is looked at, beside the text: a line from where the one
 * begins to an arrow where the other does. Each type has a line of its own form.
 */
final class LinkLines extends Pane {
  /** More lines than these cannot be told apart. */
  private static final int MOST = 24;

  private static final double GAP = 3;
  private static final double BULGE = 20;
  private static final double ARROW = 6;

  private final ReaderViewModel model;
  private final TranscriptFlow flow;

  LinkLines(ReaderViewModel model, TranscriptFlow flow) {
    this.model = model;
    this.flow = flow;
    setMouseTransparent(true);
    setMinSize(0, 0);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
  }

  void draw() {
    getChildren().clear();
    Annotation current = model.current().annotationProperty().get();
    if (current != null) {
      model.linked().of(current.id()).stream().limit(MOST).forEach(l -> draw(l, "link-line"));
    }
    Link draft = model.linked().draftProperty().get();
    if (draft != null) {
      draw(draft, "link-draft");
    }
  }

  private void draw(Link link, String style) {
    Annotation from = model.linked().annotation(link.from()).orElse(null);
    Annotation to = model.linked().annotation(link.to()).orElse(null);
    if (from == null || to == null || flow.height() <= 0) {
      return;
    }
    double x = flow.column().right() + GAP;
    double start = heightOf(from);
    double end = heightOf(to);
    // Two that begin in one line would have a line without length.
    double apart = Math.abs(end - start) < 8 ? 6 : 0;
    double bulge = x + BULGE;
    CubicCurve curve =
        new CubicCurve(
            x, start - apart, bulge, start - apart, bulge, end + apart, x + ARROW, end + apart);
    curve.getStyleClass().addAll(style, "link-" + link.type().wire());
    double tip = end + apart;
    Polygon arrow = new Polygon(x, tip, x + ARROW + 1, tip - 4, x + ARROW + 1, tip + 4);
    arrow.getStyleClass().add("link-arrow");
    getChildren().addAll(curve, arrow);
  }

  private double heightOf(Annotation annotation) {
    return flow.heightOf(Place.startOf(annotation.anchors().getFirst()));
  }
}
