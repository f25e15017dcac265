package examen.desktop.shell;

import examen.Main;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Starts the program as it is and says when its window can be used: when the node is there that the
 * property {@code usable} names, by default the text of a transcript, and two frames have been
 * drawn since. Then it ends.
 */
public final class StartTimer {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private StartTimer() {}

  public static void main(String[] arguments) {
    Thread.ofPlatform().daemon().start(StartTimer::watch);
    if (arguments[0].equals("bare")) {
      Platform.startup(StartTimer::bare);
    } else {
      Main.main(arguments);
    }
  }

  /** The least that a window with one word in it takes. */
  private static void bare() {
    Label word = new Label("word");
    word.getStyleClass().add("words-prose");
    Stage stage = new Stage();
    stage.setScene(new Scene(word, 600, 400));
    stage.show();
  }

  private static void watch() {
    while (true) {
      try {
        Thread.sleep(10);
        Platform.runLater(StartTimer::look);
        break;
      } catch (IllegalStateException e) {
        // JavaFX has not been started yet.
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static void look() {
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        if (isUsable() && ++frames == 3) {
          OUT.println("usable");
          Runtime.getRuntime().halt(0);
        }
      }
    }.start();
  }

  private static boolean isUsable() {
    return List.copyOf(Window.getWindows()).stream()
        .map(Window::getScene)
        .anyMatch(StartTimer::isUsable);
  }

  private static boolean isUsable(Scene scene) {
    return scene.lookup(System.getProperty("usable", ".words-prose")) != null;
  }
}
