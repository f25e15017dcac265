package examen.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;

/** The program without a command: opens the window's start page. */
@CommandLine.Command(
    name = "examen",
    mixinStandardHelpOptions = true,
    version = "Examen 0.1.0",
    description =
        "Read transcripts of AI models, tag what went wrong, measure how far a classifier can be"
            + " trusted. Without a command, opens the window.")
final class ExamenCommand implements Callable<Integer> {
  private final Opening opening;

  ExamenCommand(Host host) {
    this.opening = new Opening(host);
  }

  @Override
  public Integer call() {
    return opening.startPage(null);
  }
}
