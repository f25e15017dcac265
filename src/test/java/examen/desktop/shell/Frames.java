package examen.desktop.shell;

import examen.desktop.Ui;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/**
 * Measures by the frames of a window: how long from an action until the frame that shows what came
 * of it is laid out, and the processor time of the thread that then renders it. To wait for the
 * next frame to begin is part of it, as a rater waits for it too.
 */
final class Frames {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Frames() {}

  /**
   * One measurement; nanoseconds.
   *
   * @param wall from the action to the picture
   * @param screen of the processor, on the screen's thread, until then
   */
  record Cost(long wall, long screen) {
    double millis() {
      return wall / 1e6;
    }

    double screenMillis() {
      return screen / 1e6;
    }
  }

  /** Many of them. */
  record Costs(List<Cost> all) {
    double median() {
      return at(0.5, false);
    }

    double p95() {
      return at(0.95, false);
    }

    double screen() {
      return at(0.5, true);
    }

    private double at(double share, boolean screen) {
      double[] sorted =
          all.stream().mapToDouble(c -> screen ? c.screenMillis() : c.millis()).sorted().toArray();
      return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "median %.0f, p95 %.0f ms; screen %.0f ms", median(), p95(), screen());
    }
  }

  /**
   * Does something on the screen's thread and waits until it shows.
   *
   * @param what changes when it is done
   * @param done whether that is the change that is meant
   */
  static Cost of(Scene scene, Runnable action, ObservableValue<?> what, BooleanSupplier done)
      throws Exception {
    CompletableFuture<Cost> shown = new CompletableFuture<>();
    Ui.fx(
        () -> {
          long cpu = cpu(Thread.currentThread());
          long begin = System.nanoTime();
          InvalidationListener[] listener = new InvalidationListener[1];
          listener[0] =
              changed -> {
                var _ = what.getValue();
                if (done.getAsBoolean()) {
                  what.removeListener(listener[0]);
                  // What is done "later" because of the change comes before this.
                  Platform.runLater(
                      () -> Platform.runLater(() -> drawn(scene, new long[] {begin, cpu}, shown)));
                }
              };
          what.addListener(listener[0]);
          // A property that nobody has looked at since does not say that it changes once more.
          var _ = what.getValue();
          action.run();
          return 0;
        });
    return shown.get(120, TimeUnit.SECONDS);
  }

  private static void drawn(Scene scene, long[] since, CompletableFuture<Cost> shown) {
    Thread renderer = thread("QuantumRenderer");
    long[] laidOut = new long[3];
    Runnable afterLayout =
        () -> {
          laidOut[0] = System.nanoTime();
          laidOut[1] = cpu(Thread.currentThread());
          laidOut[2] = cpu(renderer);
        };
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        if (++frames == 1) {
          scene.addPostLayoutPulseListener(afterLayout);
        } else {
          stop();
          scene.removePostLayoutPulseListener(afterLayout);
          long rendered = cpu(renderer) - laidOut[2];
          shown.complete(new Cost(laidOut[0] + rendered - since[0], laidOut[1] - since[1]));
        }
      }
    }.start();
    Platform.requestNextPulse();
  }

  /** What each of so many frames costs while {@code move} runs at the start of each. */
  static Scrolled scrolled(int frames, Runnable move) throws Exception {
    CompletableFuture<Scrolled> done = new CompletableFuture<>();
    Thread renderer = thread("QuantumRenderer");
    Ui.fx(
        () -> {
          new AnimationTimer() {
            private final List<long[]> at = new ArrayList<>();

            @Override
            public void handle(long now) {
              at.add(new long[] {System.nanoTime(), cpu(Thread.currentThread()), cpu(renderer)});
              if (at.size() > frames) {
                stop();
                done.complete(Scrolled.of(at));
              } else {
                move.run();
              }
            }
          }.start();
          return 0;
        });
    return done.get(300, TimeUnit.SECONDS);
  }

  /** Milliseconds a frame: between two, of the screen's thread, of the one that renders. */
  @SuppressWarnings("ArrayRecordComponent") // Its own program reads it, and compares none.
  record Scrolled(double[] wall, double[] screen, double[] render) {
    private static Scrolled of(List<long[]> at) {
      double[][] each = new double[3][at.size() - 1];
      for (int i = 1; i < at.size(); i++) {
        for (int k = 0; k < 3; k++) {
          each[k][i - 1] = (at.get(i)[k] - at.get(i - 1)[k]) / 1e6;
        }
      }
      for (double[] series : each) {
        Arrays.sort(series);
      }
      return new Scrolled(each[0], each[1], each[2]);
    }

    static double median(double[] sorted) {
      return sorted[sorted.length / 2];
    }

    static double p95(double[] sorted) {
      return sorted[(int) (sorted.length * 0.95)];
    }
  }

  private static long cpu(Thread thread) {
    return THREADS.getThreadCpuTime(thread.threadId());
  }

  private static Thread thread(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().startsWith(name))
        .findFirst()
        .orElseThrow();
  }
}
