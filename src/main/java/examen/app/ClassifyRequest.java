package examen.app;

import java.nio.file.Path;
import java.util.Map;

/**
 * A file of classifier labels that is to be taken in.
 *
 * @param run name of the run, and what is judged where the file does not say; empty for the name of
 *     the file without its ending
 * @param version of the classifier; empty where that is not known
 * @param answers of the codebook that its values stand for; empty where they are their names, or it
 *     was said before
 * @param kind whether anything is kept
 */
public record ClassifyRequest(
    Path file, String run, String version, Map<String, String> answers, Kind kind) {
  /** Whether anything is kept. */
  public enum Kind {
    KEEP,
    TRIAL
  }

  public ClassifyRequest {
    answers = Map.copyOf(answers);
  }

  /** Where the version is not known. */
  public ClassifyRequest(Path file, String run, Map<String, String> answers, Kind kind) {
    this(file, run, "", answers, kind);
  }

  /** How the run is called. */
  public String name() {
    String file = String.valueOf(this.file.getFileName());
    int dot = file.lastIndexOf('.');
    return !run.isEmpty() ? run : dot > 0 ? file.substring(0, dot) : file;
  }
}
