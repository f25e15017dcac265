package examen.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import examen.classifier.Citation;
import examen.classifier.ClassifierLabel;
import examen.classifier.ClassifierRun;
import examen.store.LabelTable;
import examen.store.ProjectFile;
import examen.store.TranscriptTable;
import examen.transcript.TranscriptId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleLabelsTest {
  private static final Path SCAN = TestProjects.SAMPLES.resolve("inspect-scout-scan");
  private static final Path LOGS = TestProjects.SAMPLES.resolve("inspect");
  private static final String RUN = "scout Vq4pXr2TnB8kLw3ZsHcJyD/";

  @TempDir private Path folder = Path.of("");

  @Test
  void labelsGoToTheTranscriptsThatTheyName() {
    Path project = folder.resolve("p.examen");
    List<String> said = imported(project, LOGS);
    assertEquals(List.of(), said);
    said = imported(project, SCAN);
    assertTrue(said.contains("2 labels by confidence_breach are with their transcripts"), said::toString);
    assertTrue(said.contains("5 labels by mentions are with their transcripts"), said::toString);
    assertTrue(
        said.contains(
            "1 labels left out: the project has no transcript of the samples"
                + " wKTtPbApw9f9b9kA3Fu9yx"),
        said::toString);
    try (ProjectFile file = ProjectFile.open(project)) {
      TranscriptId night = sample(file, "AKjTEK2wnuNtu86GybKq2C");
      ClassifierLabel label =
          file.reading(reading -> LabelTable.ofTranscript(reading, night)).stream()
              .filter(l -> l.run().equals(RUN + "confidence_breach"))
              .findFirst()
              .orElseThrow();
      assertEquals("false", label.value());
      assertEquals(
          List.of(new Citation.OfMessage(6, "[M7]"), new Citation.OfMessage(8, "[M9]")),
          label.citations());
      TranscriptId points = sample(file, "iFBxDdfam5P3imbC7M47zW");
      assertEquals(
          List.of("mentions 0 true []",
              "mentions.word 0 \"derailment\" [OfMessage[message=1, quote=[M2]]]",
              "mentions.word 1 \"derailment\" [Unplaced[quote=[M99]]]"),
          file.reading(reading -> LabelTable.ofTranscript(reading, points)).stream()
              .map(l -> l.name() + " " + l.ordinal() + " " + l.value() + " " + l.citations())
              .toList());
      assertEquals(
          new ClassifierRun(
              RUN + "confidence_breach",
              "confidence_breach",
              "oxbow/meridian-pro-1.5 2",
              "scout scan Vq4pXr2TnB8kLw3ZsHcJyD"),
          file.reading(reading -> LabelTable.run(reading, RUN + "confidence_breach")).orElseThrow());
    }
  }

  @Test
  void labelsAreReadAfterTheTranscriptsWhicheverIsNamedFirstAndOnce() {
    Path project = folder.resolve("p.examen");
    List<String> first = imported(project, SCAN, LOGS);
    assertTrue(first.contains("5 labels by mentions are with their transcripts"), first::toString);
    int count = labels(project);
    imported(project, SCAN);
    assertEquals(count, labels(project));
  }

  @Test
  void labelsWithoutTheirTranscriptsAreCountedAndNamed() {
    Path project = folder.resolve("p.examen");
    List<String> said = imported(project, SCAN);
    assertTrue(
        said.contains(
            "5 labels left out: the project has no transcript of the samples"
                + " AKjTEK2wnuNtu86GybKq2C, B5PN85ffXkbkDkiDhk7NDi, iFBxDdfam5P3imbC7M47zW"),
        said::toString);
    assertEquals(0, labels(project));
    ImportRequest dry = new ImportRequest(List.of(SCAN), null, Map.of(), true);
    assertTrue(
        warnings(Workbench.preview(dry, Progress.NONE))
            .contains("5 labels by mentions of samples in other files"));
  }

  private List<String> imported(Path project, Path... from) {
    try (Workbench workbench =
        Workbench.openOrCreate(project, TestProjects.surroundings(folder))) {
      return warnings(workbench.importFrom(TestProjects.request(from), Progress.NONE));
    }
  }

  private static List<String> warnings(ImportReport report) {
    return report.files().stream()
        .flatMap(f -> f.warnings().stream())
        .map(ImportReport.Remark::text)
        .toList();
  }

  private static TranscriptId sample(ProjectFile file, String name) {
    return file.reading(reading -> TranscriptTable.ofSample(reading, name)).orElseThrow();
  }

  private static int labels(Path project) {
    try (ProjectFile file = ProjectFile.open(project)) {
      return file.reading(
          reading ->
              LabelTable.runs(reading).stream()
                  .filter(run -> run.id().startsWith(RUN))
                  .mapToInt(run -> LabelTable.ofRun(reading, run.id()).size())
                  .sum());
    }
  }
}
