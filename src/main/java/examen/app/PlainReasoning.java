package examen.app;

import examen.app.ImportReport.FileReport;
import examen.app.ImportReport.Remark;
import examen.transcript.Conditions;
import examen.transcript.Fingerprint;
import examen.transcript.Message;
import examen.transcript.Metadata;
import examen.transcript.Part;
import examen.transcript.Provenance;
import examen.transcript.ReasoningKind;
import examen.transcript.Role;
import examen.transcript.Transcript;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads a plain text file as one reasoning part, so that the rules can be measured on text without
 * a format.
 */
final class PlainReasoning {
  private static final String FORMAT = "plain-reasoning";

  private PlainReasoning() {}

  static FileReport read(Path file, Consumer<Transcript> use) {
    String name = file.toString();
    try {
      use.accept(transcript(name, Files.readString(file)));
      return new FileReport(name, FORMAT, false, 1, 0, List.of(), List.of());
    } catch (CharacterCodingException e) {
      return refused(name, "not UTF-8 text");
    } catch (IOException e) {
      return refused(name, "it cannot be read");
    }
  }

  private static FileReport refused(String name, String why) {
    return new FileReport(name, FORMAT, false, 0, 0, List.of(new Remark("", why)), List.of());
  }

  private static Transcript transcript(String name, String text) {
    Fingerprint fingerprint = new Fingerprint().add(FORMAT).add(name).add(text);
    Part part = new Part.Reasoning(text, null, ReasoningKind.RAW, null);
    return new Transcript(
        fingerprint.toId(),
        name,
        new Provenance(FORMAT, name, "", "", 1),
        Conditions.NONE,
        Metadata.NONE,
        List.of(new Message(0, Role.ASSISTANT, null, List.of(part), Metadata.NONE)),
        List.of());
  }
}
