package examen.desktop.fx;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** Does something again and again while it is open. */
public final class Ticker implements AutoCloseable {
  private final Timeline clock;

  /**
   * @param millis between one time and the next, in milliseconds
   */
  public Ticker(int millis, Runnable action) {
    clock = new Timeline(new KeyFrame(Duration.millis(millis), event -> action.run()));
    clock.setCycleCount(Animation.INDEFINITE);
    clock.play();
  }

  @Override
  public void close() {
    clock.stop();
  }
}
