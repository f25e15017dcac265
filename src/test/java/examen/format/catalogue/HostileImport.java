package examen.format.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.app.ImportReport;
import examen.app.ImportRequest;
import examen.app.Progress;
import examen.app.TestProjects;
import examen.app.TranscriptLine;
import examen.app.Workbench;
import examen.transcript.Transcript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A folder in which bad files lie beside a good one, imported into a project of its own. Whatever
 * is in the bad ones, the good one is there afterwards.
 */
public final class HostileImport {
  static final String GOOD = record("Is the pump on?");

  /** More than any of the bounded cases needs on a slow machine. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Path folder;
  private final Path project;
  private final Path data;

  HostileImport(Path temporary) throws IOException {
    data = Files.createTempDirectory(temporary.toRealPath(), "case");
    folder = Files.createDirectory(data.resolve("in"));
    project = data.resolve("p.examen");
    Files.writeString(folder.resolve("good.jsonl"), GOOD);
  }

  static String record(String question) {
    return conversation("\"" + question + "\"");
  }

  /** A transcript of which the question is given as JSON. */
  static String conversation(String json) {
    return "{\"messages\":[{\"role\":\"user\",\"content\":"
        + json
        + "},{\"role\":\"assistant\",\"content\":\"It is.\"}]}\n";
  }

  Path folder() {
    return folder;
  }

  HostileImport with(String name, String text) throws IOException {
    return with(name, text.getBytes(StandardCharsets.UTF_8));
  }

  HostileImport with(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    return this;
  }

  /** What the report says of the bad files, each as "file, record: what". */
  List<String> said() {
    return said(Progress.NONE);
  }

  List<String> said(Progress progress) {
    long began = System.nanoTime();
    ImportReport report = run(progress);
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    assertTrue(took.compareTo(LONGEST) < 0, "it took " + took);
    List<String> said = new ArrayList<>();
    for (ImportReport.FileReport file : report.files()) {
      file.rejections().forEach(remark -> said.add(line("refused ", file, remark)));
      file.warnings().forEach(remark -> said.add(line("note ", file, remark)));
      if (!file.source().equals("good.jsonl") && file.imported() > 0) {
        said.add("read " + file.source() + " " + file.imported());
      }
    }
    assertTrue(questions().contains("Is the pump on?"), "the good file");
    return said;
  }

  private static String line(
      String what, ImportReport.FileReport file, ImportReport.Remark remark) {
    String record = remark.record().isEmpty() ? "" : ", " + remark.record();
    return what + file.source() + record + ": " + remark.text();
  }

  ImportReport run(Progress progress) {
    try (Workbench workbench = Workbench.openOrCreate(project, TestProjects.surroundings(data))) {
      ImportReport report =
          workbench.importFrom(new ImportRequest(List.of(folder), null, Map.of(), false), progress);
      assertEquals(List.of(), workbench.lead().verify());
      return report;
    }
  }

  List<Transcript> transcripts() {
    try (Workbench workbench = Workbench.open(project, TestProjects.surroundings(data))) {
      return workbench.lead().transcripts().stream()
          .map(TranscriptLine::id)
          .map(id -> TestProjects.whole(workbench, id).orElseThrow())
          .toList();
    }
  }

  /** The first text of each transcript in the project. */
  List<String> questions() {
    return transcripts().stream()
        .map(t -> t.messages().getFirst().parts().getFirst().text())
        .toList();
  }
}
