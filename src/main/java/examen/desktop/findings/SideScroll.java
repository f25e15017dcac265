package examen.desktop.findings;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Something that is as high as it has to be, and is scrolled aside where it is too wide. */
final class SideScroll extends Region {
  private static final double BAR = 12;
  private static final double EDGE = 14;

  private final Region content;
  private final ScrollPane pane;
  private final Region more = new Region();

  SideScroll(Region content) {
    this.content = content;
    pane = new ScrollPane(content);
    pane.getStyleClass().add("findings-side");
    pane.setFitToWidth(true);
    pane.setFitToHeight(true);
    pane.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.setFocusTraversable(false);
    more.getStyleClass().add("more-aside");
    more.setMouseTransparent(true);
    pane.hvalueProperty().addListener((property, before, now) -> mark());
    pane.viewportBoundsProperty().addListener((property, before, now) -> mark());
    content.widthProperty().addListener((property, before, now) -> mark());
    getChildren().addAll(pane, more);
    mark();
  }

  /** An edge in shadow says that there is more beyond it. */
  private void mark() {
    boolean wider = content.minWidth(-1) > pane.getViewportBounds().getWidth() + 1;
    double seen = pane.getViewportBounds().getWidth();
    more.setVisible(wider && pane.getHvalue() < 0.999 && seen > 0);
    if (content instanceof TableSheet sheet) {
      sheet.hold(wider ? pane.getHvalue() * Math.max(0, sheet.getWidth() - seen) : 0, seen);
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 80;
  }

  @Override
  protected double computePrefWidth(double height) {
    return content.prefWidth(-1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double least = content.minWidth(-1);
    double room = width < 0 ? content.prefWidth(-1) : width;
    return content.prefHeight(Math.max(room, least)) + (least > room ? BAR : 0);
  }

  @Override
  protected void layoutChildren() {
    pane.resizeRelocate(0, 0, getWidth(), getHeight());
    more.resizeRelocate(getWidth() - EDGE, 0, EDGE, getHeight() - BAR);
  }
}
