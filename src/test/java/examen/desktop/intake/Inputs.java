package examen.desktop.intake;

import examen.app.TestProjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders to import, made for tests. */
public final class Inputs {
  private static final Path RESPONSE =
      TestProjects.SAMPLES.resolve(
          "agentic-misalignment/models/tern-r1/blackmail_none-none_none/sample_001/response.json");

  private Inputs() {}

  /** One file that is a transcript. */
  public static Path one(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.copy(RESPONSE, folder.resolve("response.json"));
    return folder;
  }

  /** One file that is a transcript, and not among the samples. */
  public static Path other(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("talk.jsonl"),
        "{\"messages\": [{\"role\": \"user\", \"content\": \"Where is the pump log?\"},"
            + " {\"role\": \"assistant\", \"content\": \"On the shelf.\"}]}\n");
    return folder;
  }

  /**
   * A transcript among files that are none: cut off, of another kind, with a name that deceives.
   */
  public static Path mixed(Path folder) throws IOException {
    one(folder);
    String whole = Files.readString(RESPONSE);
    Files.writeString(folder.resolve("cut.json"), whole.substring(0, 900));
    Files.writeString(folder.resolve("notes\u202egpj.txt\nsecond line.md"), "Nothing to see.\n");
    Files.writeString(folder.resolve("scores.csv"), "model,score\nx,1\n");
    return folder;
  }

  /** Files of which none is a transcript. */
  public static Path refused(Path folder, int files) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < files; i++) {
      Files.writeString(folder.resolve("table-%04d.bin".formatted(i)), "\u0001\u0002 " + i);
    }
    return folder;
  }
}
