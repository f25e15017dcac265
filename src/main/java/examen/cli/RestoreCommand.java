package examen.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import examen.app.RestoreJob;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Goes back to a backup. */
@CommandLine.Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description =
        "Put a backup in the place of its project. The file that was there is kept beside it.")
final class RestoreCommand implements Callable<Integer> {
  private final Host host;

  @CommandLine.Parameters(paramLabel = "BACKUP", description = "The backup to go back to.")
  private @Nullable Path backup;

  @CommandLine.Option(
      names = "--project",
      paramLabel = "FILE",
      description = "The project (default: the one beside whose backups this lies).")
  private @Nullable Path project;

  @CommandLine.Option(names = "--dry-run", description = "Only show what differs.")
  private boolean dry;

  @CommandLine.Option(names = "--json", description = "Print one JSON document.")
  private boolean asJson;

  RestoreCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    RestoreJob job =
        new RestoreJob(java.util.Objects.requireNonNull(backup), project, host.surroundings());
    Optional<RestoreJob.Preview> preview = job.preview();
    boolean damaged = job.isDamaged();
    Optional<Path> kept = dry ? Optional.empty() : job.run();
    if (asJson) {
      json(job, preview.orElse(null), kept.orElse(null), damaged);
    } else {
      if (damaged) {
        host.out().println("the project is damaged; compared is what can be read of it");
      }
      preview.ifPresentOrElse(
          this::lines,
          () -> host.out().println("there is no project that could be compared with the backup"));
      if (!dry) {
        host.out().println("restored: " + Plain.of(job.project().toString()));
        kept.ifPresent(
            file -> host.out().println("what was there is kept: " + Plain.of(file.toString())));
      }
    }
    return ExitCode.DONE;
  }

  private void lines(RestoreJob.Preview preview) {
    if (preview.isEmpty()) {
      host.out().println("the project and the backup hold the same transcripts and steps");
    }
    lines("only in the project as it is", preview.lost(), preview.lostSteps());
    lines("only in the backup", preview.back(), preview.backSteps());
  }

  private void lines(String where, List<String> transcripts, Map<String, Integer> steps) {
    if (!transcripts.isEmpty()) {
      host.out().println(where + ": " + transcripts.size() + " transcripts");
    }
    steps.forEach(
        (rater, count) ->
            host.out().println(where + ": " + count + " steps of " + Plain.of(rater)));
  }

  private void json(
      RestoreJob job, RestoreJob.@Nullable Preview preview, @Nullable Path kept, boolean damaged) {
    Json.write(
        host.out(),
        json -> {
          json.writeStringField("command", "restore");
          json.writeStringField("project", job.project().toString());
          json.writeStringField("kept", kept == null ? null : kept.toString());
          json.writeBooleanField("restored", !dry);
          json.writeBooleanField("damaged", damaged);
          json.writeBooleanField("compared", preview != null);
          if (preview != null) {
            side(json, "only_in_project", preview.lost(), preview.lostSteps());
            side(json, "only_in_backup", preview.back(), preview.backSteps());
          }
        });
  }

  private static void side(
      JsonGenerator json, String name, List<String> transcripts, Map<String, Integer> steps)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeArrayFieldStart("transcripts");
    for (String id : transcripts) {
      json.writeString(id);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("steps");
    for (Map.Entry<String, Integer> rater : steps.entrySet()) {
      json.writeNumberField(rater.getKey(), rater.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
