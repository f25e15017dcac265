package examen.cli;

import examen.app.KnownFormat;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Lists what can be imported. */
@CommandLine.Command(
    name = "formats",
    mixinStandardHelpOptions = true,
    description =
        "List the transcript formats that are read, how each is recognised, and an example.")
final class FormatsCommand implements Callable<Integer> {
  private final Host host;

  @CommandLine.Option(names = "--json", description = "Print one JSON document.")
  private boolean asJson;

  FormatsCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    List<KnownFormat> formats = KnownFormat.all(host.surroundings());
    if (asJson) {
      json(formats);
    } else {
      for (KnownFormat format : formats) {
        host.out().println(format.id());
        host.out().println("  " + format.name());
        host.out().println("  known by " + format.signs());
        host.out().println("  example: " + format.example());
      }
    }
    return ExitCode.DONE;
  }

  private void json(List<KnownFormat> formats) {
    Json.write(
        host.out(),
        json -> {
          json.writeStringField("command", "formats");
          json.writeArrayFieldStart("formats");
          for (KnownFormat format : formats) {
            json.writeStartObject();
            json.writeStringField("id", format.id());
            json.writeStringField("name", format.name());
            json.writeStringField("known_by", format.signs());
            json.writeStringField("example", format.example());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }
}
