package examen.cli;

import examen.app.Surroundings;
import java.io.PrintStream;

/**
 * What the command line stands on.
 *
 * @param out for results
 * @param err for messages
 * @param window opens the window
 */
public record Host(PrintStream out, PrintStream err, Surroundings surroundings, Window window) {
  /** Opens the program's window and waits until it is closed. */
  public interface Window {
    /**
     * @return whether there was a display to open it on
     */
    boolean open(WindowRequest request);
  }
}
