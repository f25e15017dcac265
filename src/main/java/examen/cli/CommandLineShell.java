package examen.cli;

import examen.app.Boundary;
import examen.app.Problem;
import examen.study.Sampling;
import examen.study.Studies;
import examen.study.Study;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;

/** The program as a command. */
public final class CommandLineShell {
  private final Host host;
  private final Boundary boundary;

  public CommandLineShell(Host host, Boundary boundary) {
    this.host = host;
    this.boundary = boundary;
  }

  /**
   * Runs one command line.
   *
   * @return the exit code: 0 done; 1 failed; 2 wrong usage; 3 done, but some records were refused;
   *     4 nothing could be taken in
   */
  public int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  CommandLine commandLine() {
    CommandLine line = new CommandLine(new ExamenCommand(host));
    for (Function<Host, Callable<Integer>> command : Commands.ALL) {
      line.addSubcommand(command.apply(host));
    }
    for (Study study : Studies.ALL) {
      line.addSubcommand(
          study instanceof Sampling ? SampleCommand.of(host) : StudyCommand.of(host, study));
    }
    line.setOut(new PrintWriter(host.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(host.err(), true, StandardCharsets.UTF_8));
    line.setUsageHelpAutoWidth(true);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(this::wrongUsage);
    line.setExecutionExceptionHandler((failure, parsed, result) -> failed(failure));
    return line;
  }

  private int wrongUsage(CommandLine.ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    host.err().println("examen: " + Plain.of(String.valueOf(wrong.getMessage())));
    host.err().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.WRONG_USAGE;
  }

  private int failed(Exception failure) {
    Problem problem = boundary.problem(failure);
    host.err().println("examen: " + Plain.of(problem.message()));
    return ExitCode.FAILED;
  }
}
