package examen.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** All commands, in the order in which help lists them. */
final class Commands {
  static final List<Function<Host, Callable<Integer>>> ALL =
      List.of(
          OpenCommand::new,
          ImportCommand::new,
          FormatsCommand::new,
          DetectCommand::new,
          RulesCommand::new,
          AnnotateCommand::new,
          ClassifyCommand::new,
          RatersCommand::new,
          AssignCommand::new,
          MergeCommand::new,
          CodebookCommand::new,
          RevealsCommand::new,
          ExportCommand::new,
          VerifyCommand::new,
          BackupCommand::new,
          RestoreCommand::new,
          RescueCommand::new);

  private Commands() {}
}
