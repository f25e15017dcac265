package examen.desktop;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/**
 * A real window without a screen, with a hand on its mouse and keyboard. Uncaught exceptions are
 * collected.
 */
public final class Ui implements AutoCloseable {
  private static final AtomicBoolean STARTED = new AtomicBoolean();
  private static final List<Throwable> UNCAUGHT = new CopyOnWriteArrayList<>();

  private final Stage stage;
  private final Robot robot;

  private Ui(Stage stage, Robot robot) {
    this.stage = stage;
    this.robot = robot;
  }

  /** Starts JavaFX once for all tests. */
  public static void start() throws Exception {
    if (STARTED.compareAndSet(false, true)) {
      Fonts.keepColourFontsAway();
      CountDownLatch ready = new CountDownLatch(1);
      Platform.startup(ready::countDown);
      ready.await();
      Platform.setImplicitExit(false);
      Fonts.load();
      fx(
          () -> {
            Thread.currentThread()
                .setUncaughtExceptionHandler(
                    (thread, e) -> {
                      if (!isTooLargeForTheScreen(e)) {
                        UNCAUGHT.add(e);
                      }
                    });
            return 0;
          });
    }
    UNCAUGHT.clear();
  }

  /** Shows this content in a window of this size, at most 1000 by 1000. */
  public static Ui show(Callable<? extends Parent> content, double width, double height)
      throws Exception {
    start();
    Ui ui =
        fx(
            () -> {
              Stage stage = new Stage();
              Scene scene = new Scene(content.call(), width, height);
              Theme.LIGHT.apply(scene);
              stage.setScene(scene);
              stage.setX(0);
              stage.setY(0);
              stage.show();
              return new Ui(stage, new Robot());
            });
    pulses(3);
    return ui;
  }

  /** The screen that is not there has a size all the same, and does not expect larger windows. */
  private static boolean isTooLargeForTheScreen(Throwable thrown) {
    return thrown instanceof IndexOutOfBoundsException
        && Arrays.stream(thrown.getStackTrace())
            .anyMatch(
                at -> at.getClassName().startsWith("com.sun.glass.ui.headless.HeadlessWindow"));
  }

  /** What JavaFX's thread threw since the start of this test. */
  public static List<Throwable> uncaught() {
    return UNCAUGHT;
  }

  /** Does something on the JavaFX thread and waits for it. */
  public static <T> T fx(Callable<T> action) throws Exception {
    FutureTask<T> task = new FutureTask<>(action);
    Platform.runLater(task);
    return task.get(60, TimeUnit.SECONDS);
  }

  /** Waits until {@code n} frames have been drawn. */
  public static void pulses(int n) throws Exception {
    CountDownLatch left = new CountDownLatch(n);
    fx(
        () -> {
          new AnimationTimer() {
            @Override
            public void handle(long now) {
              left.countDown();
              if (left.getCount() == 0) {
                stop();
              }
            }
          }.start();
          return 0;
        });
    left.await();
  }

  public Scene scene() {
    return stage.getScene();
  }

  /** Clicks at a point of a node, so many times in a row. */
  public void click(Node node, Point2D at, int times) throws Exception {
    fx(
        () -> {
          robot.mouseMove(node.localToScreen(at));
          for (int i = 0; i < times; i++) {
            robot.mouseClick(MouseButton.PRIMARY);
          }
          return 0;
        });
    pulses(2);
  }

  /** Presses the mouse at one point of a node, moves it to another and lets it go. */
  public void drag(Node node, Point2D from, Point2D to) throws Exception {
    move(node, from);
    fx(
        () -> {
          robot.mousePress(MouseButton.PRIMARY);
          return 0;
        });
    move(node, from.midpoint(to));
    move(node, to);
    fx(
        () -> {
          robot.mouseRelease(MouseButton.PRIMARY);
          return 0;
        });
    pulses(2);
  }

  /** Presses keys together, the last one held by the others. */
  public void press(KeyCode... keys) throws Exception {
    fx(
        () -> {
          for (KeyCode key : keys) {
            robot.keyPress(key);
          }
          for (int i = keys.length - 1; i >= 0; i--) {
            robot.keyRelease(keys[i]);
          }
          return 0;
        });
    pulses(2);
  }

  /** Writes {@code target/screens/name-theme.png} in each of these themes; the last one stays. */
  public void pictures(String name, Theme... themes) throws Exception {
    for (Theme theme : themes) {
      fx(
          () -> {
            theme.apply(scene());
            layOut();
            return 0;
          });
      pulses(3);
      fx(
          () -> {
            layOut();
            Screens.write(scene().getRoot(), name + "-" + theme.wire());
            return 0;
          });
    }
  }

  private void layOut() {
    scene().getRoot().applyCss();
    scene().getRoot().layout();
  }

  private void move(Node node, Point2D at) throws Exception {
    fx(
        () -> {
          robot.mouseMove(node.localToScreen(at));
          return 0;
        });
    pulses(1);
  }

  @Override
  public void close() {
    Platform.runLater(stage::close);
  }
}
