package examen;

import examen.app.Boundary;
import examen.app.Surroundings;
import examen.cli.CommandLineShell;
import examen.cli.Host;
import examen.desktop.ExamenWindow;
import examen.desktop.Launch;
import examen.desktop.fx.Once;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts Examen: the one place that puts the program together, and the one that ends it. */
public final class Main {
  /** Kept here, as loggers that nobody holds are forgotten with their level. */
  private static final Logger DRIVER = Logger.getLogger("org.sqlite");

  private Main() {}

  public static void main(String[] arguments) {
    rehearse(Integer.getInteger("examen.rehearsal", 0));
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    quietDriver();
    Surroundings surroundings =
        new Surroundings(
            InstantSource.system(), new SecureRandom(), Folders.home(), Folders.data());
    Boundary boundary = new Boundary(Folders.data().resolve("problems.log"), surroundings.clock());
    Host host =
        new Host(
            out,
            err,
            surroundings,
            request ->
                ExamenWindow.open(
                    new Launch(
                        surroundings,
                        Folders.settings(),
                        boundary,
                        request.project(),
                        request.sample(),
                        request.rater())));
    int code = new CommandLineShell(host, boundary).run(arguments);
    out.flush();
    System.exit(code);
  }

  /**
   * Ends a start that nobody sees, which the start scripts have the JDK learn from. Nothing outside
   * ends it so that the JDK writes down what it learned: on Windows there is no gentle way.
   *
   * @param seconds after which it ends; 0 where this is no such start
   */
  private static void rehearse(int seconds) {
    if (seconds > 0) {
      Once.after(seconds, () -> System.exit(0));
    }
  }

  /** Where SQLite's library cannot be unpacked its driver logs some ninety lines; ours is one. */
  private static void quietDriver() {
    DRIVER.setLevel(Level.OFF);
  }
}
