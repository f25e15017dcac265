package examen.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Opens the window on a project. */
@CommandLine.Command(
    name = "open",
    mixinStandardHelpOptions = true,
    description =
        "Open the window on a project, which is made if it is not there, or on the sample project.")
final class OpenCommand implements Callable<Integer> {
  private final Opening opening;

  @CommandLine.Parameters(arity = "0..1", paramLabel = "FILE", description = "The project file.")
  private @Nullable Path project;

  @CommandLine.Option(
      names = "--sample",
      description = "Open the sample project that comes with Examen.")
  private boolean sample;

  @CommandLine.Option(
      names = "--rater",
      paramLabel = "NAME",
      description = "Who rates: an id, or a name (default: who you said you are).")
  private @Nullable String rater;

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  OpenCommand(Host host) {
    this.opening = new Opening(host);
  }

  @Override
  public Integer call() {
    String who = rater == null ? null : Arguments.rater(spec, rater);
    if (sample) {
      return opening.sample(project, who);
    }
    return project == null ? opening.startPage(who) : opening.project(project, who);
  }
}
