package examen.cli;

import examen.app.Progress;
import examen.app.ReportFiles;
import examen.app.Workbench;
import examen.report.Report;
import examen.study.Choice;
import examen.study.Study;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Makes one analysis. Its options are the choices of the analysis. */
final class StudyCommand implements Callable<Integer> {
  private static final String JSON = "--json";

  private final Host host;
  private final Study study;
  private final ProjectOption project = new ProjectOption();
  private final CommandLine.Model.CommandSpec spec;

  private StudyCommand(Host host, Study study) {
    this.host = host;
    this.study = study;
    this.spec = CommandLine.Model.CommandSpec.wrapWithoutInspection(this);
  }

  /** The command of an analysis. */
  static CommandLine of(Host host, Study study) {
    return new StudyCommand(host, study).commandLine();
  }

  private CommandLine commandLine() {
    spec.name(study.id()).mixinStandardHelpOptions(true);
    spec.usageMessage().description(study.about() + ".");
    spec.addMixin("project", CommandLine.Model.CommandSpec.forAnnotatedObject(project));
    study.choices().forEach(choice -> spec.addOption(option(choice)));
    spec.addOption(
        CommandLine.Model.OptionSpec.builder(JSON)
            .type(boolean.class)
            .description("Print one JSON document, with what the numbers were computed from.")
            .build());
    return new CommandLine(spec);
  }

  /** The option of a choice. */
  static CommandLine.Model.OptionSpec option(Choice choice) {
    String fallback =
        choice.fallback().isEmpty() || choice.isRequired()
            ? ""
            : " (" + choice.fallback() + " if nothing is said)";
    return CommandLine.Model.OptionSpec.builder("--" + choice.id())
        .type(String.class)
        .paramLabel(label(choice))
        .required(choice.isRequired())
        .description(sentence(choice.help() + fallback))
        .build();
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  private static String label(Choice choice) {
    return switch (choice.kind()) {
      case OUTCOME -> "WHAT=ANSWER";
      case HUMAN, VARIABLE -> "WHAT";
      case VARIABLES -> "WHAT,...";
      case LABEL -> "RUN/NAME";
      case RUN -> "RUN";
      case CATEGORY -> "ANSWER";
      case CATEGORIES -> "ANSWERS";
      case CONDITION -> "CONDITION";
      case CONDITIONS -> "CONDITIONS";
      case WITHIN -> "CONDITION=VALUE";
      case MAPPING -> "VALUE=ANSWER";
      case GOLD -> "RULE";
      case RATER -> "RATER";
      case PLAN -> "PLAN";
      case WHOLE_NUMBER, NUMBER -> "NUMBER";
      case TEXT -> "TEXT";
      case ONE_OF -> String.join("|", choice.options());
    };
  }

  /** What was chosen, by the ids of choices. */
  static Map<String, String> said(CommandLine.ParseResult parsed, Study study) {
    Map<String, String> said = new TreeMap<>();
    for (Choice choice : study.choices()) {
      String value = parsed.matchedOptionValue("--" + choice.id(), "");
      said.put(choice.id(), value);
    }
    return said;
  }

  @Override
  public Integer call() {
    CommandLine.ParseResult parsed = spec.commandLine().getParseResult();
    Map<String, String> said = said(parsed, study);
    try (Workbench workbench = project.open(host)) {
      Report report = workbench.lead().findings().of(study.id(), said, Progress.NONE);
      if (parsed.matchedOptionValue(JSON, false)) {
        ReportFiles.json(report, host.out());
      } else {
        ReportText.print(host.out(), report);
      }
    }
    return ExitCode.DONE;
  }
}
