package examen.desktop.fx;

import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Opens and closes on what it holds, softly, unless the system wants less motion. */
public final class Fold extends Region {
  private static final Duration TIME = Duration.millis(140);

  private final Region content;
  private final DoubleProperty openness = new SimpleDoubleProperty();
  private @Nullable Timeline motion;
  private boolean open;

  /** A closed one. */
  public Fold(Region content) {
    this.content = content;
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    getChildren().add(content);
    openness.addListener((property, before, now) -> apply());
    apply();
  }

  public void open() {
    move(true);
  }

  public void close() {
    move(false);
  }

  public boolean isOpen() {
    return open;
  }

  private void move(boolean opening) {
    if (open == opening) {
      return;
    }
    open = opening;
    if (motion != null) {
      motion.stop();
    }
    double goal = opening ? 1 : 0;
    boolean seen = getScene() != null && getScene().getWindow() != null;
    if (!seen || Platform.getPreferences().isReducedMotion()) {
      openness.set(goal);
      return;
    }
    motion = new Timeline(new KeyFrame(TIME, new KeyValue(openness, goal, Interpolator.EASE_BOTH)));
    motion.play();
  }

  private void apply() {
    boolean shown = openness.get() > 0;
    setVisible(shown);
    setManaged(shown);
    content.setOpacity(openness.get());
    requestLayout();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return content.minWidth(-1);
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
    return Math.ceil(content.prefHeight(width) * openness.get());
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth(), content.prefHeight(getWidth()));
  }
}
