package examen.cli;

import examen.app.Refusal;
import examen.app.Workbench;
import examen.rating.Rater;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** What users type, checked. */
final class Arguments {
  private Arguments() {}

  /** What somebody is named by. */
  static String rater(CommandLine.Model.@Nullable CommandSpec spec, String idOrName) {
    if (!Rater.isName(idOrName)) {
      throw wrong(
          spec,
          "--rater: a rater's name has 1 to " + Rater.LONGEST_NAME + " characters in one line");
    }
    return idOrName;
  }

  /** One whom the project knows by this id or name. */
  static Rater known(Workbench workbench, String idOrName) {
    Rater rater = workbench.raters().meant(idOrName);
    if (!workbench.raters().all().contains(rater)) {
      throw new Refusal(
          workbench.path().getFileName() + ": it knows no rater \"" + idOrName + "\"");
    }
    return rater;
  }

  /** The conditions of {@code key=value} arguments. */
  static Map<String, String> conditions(
      CommandLine.Model.@Nullable CommandSpec spec, Iterable<String> settings) {
    Map<String, String> conditions = new TreeMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw wrong(spec, "--set wants KEY=VALUE, not \"" + setting + "\"");
      }
      conditions.put(setting.substring(0, equals).strip(), setting.substring(equals + 1).strip());
    }
    return conditions;
  }

  static CommandLine.ParameterException wrong(
      CommandLine.Model.@Nullable CommandSpec spec, String why) {
    if (spec == null) {
      throw new IllegalStateException("the command line was not parsed");
    }
    return new CommandLine.ParameterException(spec.commandLine(), why);
  }
}
