package examen.desktop.findings;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Something that is as high as it has to be, and is scrolled aside where it is too wide. */
final class SideScroll extends Region {
  private static final double BAR = 12;

  private final Region content;
  private final ScrollPane pane;

  SideScroll(Region content) {
    this.content = content;
    pane = new ScrollPane(content);
    pane.getStyleClass().add("findings-side");
    pane.setFitToWidth(true);
    pane.setFitToHeight(true);
    pane.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.setFocusTraversable(false);
    getChildren().add(pane);
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
  }
}
