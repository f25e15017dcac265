package examen;

import examen.app.Boundary;
import examen.app.Surroundings;
import examen.cli.CommandLineShell;
import examen.cli.Host;
import examen.desktop.ExamenWindow;
import examen.desktop.Launch;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Starts Examen: the one place that puts the program together, and the one that ends it. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
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
                        boundary,
                        request.project(),
                        request.sample(),
                        request.rater())));
    int code = new CommandLineShell(host, boundary).run(arguments);
    out.flush();
    System.exit(code);
  }
}
